import { sayWord } from '../../../shared/words/say.ts'

/** Reasons that the app writes down itself; every other one is a person’s own. */
const own: readonly string[] = ['counted', 'hold ended', 'undone', 'written down by mistake']

/** A recorded reason as it is shown. */
export function reasonInWords(reason: string): string {
  return own.includes(reason) ? sayWord(reason) : reason
}
