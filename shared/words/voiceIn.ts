import { type Language, plainEnglish, type Voice, voiceOf } from './say.ts'

/** The voice of a language, whose words are loaded by those who speak it. */
export async function voiceIn(language: Language): Promise<Voice> {
  return language === 'en' ? plainEnglish : voiceOf(language, (await import('./es.ts')).spanish)
}
