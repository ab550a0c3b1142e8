import { sayWord } from '../words/say.ts'

/** Why units are discarded, to choose among. */
export const discardReasons = ['broken', 'did not seal', 'overcooked', 'wrong weight', 'spilled', 'other'] as const

/** Reasons that the app writes down itself; every other one is a person’s own. */
const own: readonly string[] = [
  ...discardReasons,
  'counted',
  'hold ended',
  'undone',
  'a mistake',
  'not made',
  'written down by mistake',
  'there was more than recorded',
]

/** A recorded reason as it is shown. */
export function sayReason(reason: string): string {
  return own.includes(reason) ? sayWord(reason) : reason
}
