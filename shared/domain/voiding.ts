import { say } from '../words/say.ts'

/** What stands in the way of voiding a record, each as a noun phrase to show: `batch SJ-20260304-A`. */
export interface VoidFacts {
  /** Batches that used what this record brought in. */
  readonly usedBy: readonly string[]
  /** Shipments that took what this record brought in. */
  readonly sentTo: readonly string[]
  readonly alreadyVoid: boolean
}

/** The blockers of a void, in the order to settle them; empty when it may go ahead. */
export function voidBlockers(facts: VoidFacts): string[] {
  if (facts.alreadyVoid) return [say('it is void already')]
  return [...facts.sentTo, ...facts.usedBy]
}
