import { type Language, languageOf, languages, plainEnglish, speakAs } from '../../shared/words/say.ts'
import { voiceIn } from '../../shared/words/voiceIn.ts'
import type { App } from '../app.ts'

/** What may have changed the language of the kitchen: it was chosen, or another record is open. */
const mayChange = /^(?:kitchen\.speak$|system\.|backups\.)/

/**
 * Has a host say what it says itself in the language of its kitchen: that of the computer until the core tells another,
 * and anew whenever that changes. A process has one host, and speaks for the kitchen that it was started with.
 * @param changed called after each change
 * @returns settles once the computer’s language is spoken
 */
export async function speakForKitchen(
  core: Pick<App, 'dispatch' | 'onNotice'>,
  computers = languageOf(Intl.DateTimeFormat().resolvedOptions().locale),
  changed: () => void = () => undefined,
): Promise<void> {
  let voice = plainEnglish
  let wanted: Language = computers
  speakAs(() => voice)

  async function speak(language: Language): Promise<void> {
    wanted = language
    const found = await voiceIn(language)
    // Another may have been chosen while its words were loaded.
    if (wanted !== language || voice.language === language) return
    voice = found
    changed()
  }

  async function ask(): Promise<void> {
    const answer = await core.dispatch('system.state', {})
    const told = answer.ok && (answer.value as { readonly language?: unknown } | undefined)?.language
    const language = languages.find((known) => known === told)
    if (language) await speak(language)
  }

  core.onNotice(({ changed: ops }) => {
    if (ops.some((op) => mayChange.test(op))) void ask()
  })
  void ask()
  await speak(computers)
}
