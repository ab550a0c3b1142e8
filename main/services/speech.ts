import { AsyncLocalStorage } from 'node:async_hooks'
import { keeping } from '../../shared/words/kept.ts'
import { plainEnglish, type Language, languageOf, languages, speakAs, type Voice } from '../../shared/words/say.ts'
import { voiceIn } from '../../shared/words/voiceIn.ts'
import { readSetting } from '../db/repos/settings.ts'
import type { Db } from '../db/schema.ts'

/** The setting that keeps the language of the screens. */
export const LANGUAGE = 'language'

/** The door, as seen from inside. */
type Answering<T> = (op: unknown, input: unknown) => Promise<T>

/** What the core says to the person in front of it, and in which language. */
export interface Speech {
  readonly language: Language
  change(language: Language): Promise<void>
  /** Takes what the kitchen chose, and the computer’s language where it has not, or where the record does not open. */
  read(db?: Db): Promise<void>
  /** What is said before there are operations, in the language of the screens; nothing that it leaves running. */
  saying<T>(work: () => T): T
  /** Operations answer in the language of the screens, those for paper in English. */
  speaking<T>(dispatch: Answering<T>): Answering<T>
}

/** What is printed, sent or filed: a consignee, an authority and a spreadsheet read English. */
const onPaper = new Set([
  'blankSheets.make',
  'blankSheets.page',
  'imports.report',
  'imports.template',
  'recall.report',
  'recalls.jarCheck',
  'recalls.report',
  'recalls.texts',
  'records.binder',
  'records.log',
  'records.save',
  'shipping.slip',
  'trace.picture',
])

/** Whose words are said now, through everything that one operation awaits; English where no operation runs. */
const voices = new AsyncLocalStorage<Voice>()

export function createSpeech(systemLocale: string): Speech {
  let voice = plainEnglish
  speakAs(() => voices.getStore() ?? plainEnglish)
  const change = async (language: Language) => {
    voice = await voiceIn(language)
  }
  return {
    get language() {
      return voice.language
    },
    change,
    async read(db) {
      const kept = db && (await readSetting(db, LANGUAGE))
      await change(languages.find((known) => known === kept) ?? languageOf(systemLocale))
    },
    saying: (work) => voices.run(voice, work),
    speaking: (dispatch) => (op, input) =>
      voices.run(onPaper.has(String(op)) ? plainEnglish : voice, async () => await dispatch(op, input)),
  }
}

/** What is said long before anybody reads it is kept, and said then (shared/words/kept.ts). */
export function inKept<T>(work: () => T): T {
  return voices.run(keeping, work)
}

/** What goes into the record or onto paper is said in English, whoever is in front of the screens. */
export function inEnglish<T>(work: () => T): T {
  return voices.run(plainEnglish, work)
}
