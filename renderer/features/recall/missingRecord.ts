import type { Scope } from './notice.ts'

type RecallLot = Scope['lots'][number]

/**
 * The lot whose missing record a “cannot tell” sentence is about. The sentence names it as `Item (where, when):`, the
 * list of lots as `Item, where, when`.
 */
export function missingRecord(sentence: string, lots: readonly RecallLot[]): RecallLot | undefined {
  return lots.find(
    ({ verdict, label }) => verdict === 'cannot tell' && spellings(label).some((it) => sentence.includes(it)),
  )
}

/** Either comma may be the one between the item and its lot: both can hold some. */
function spellings(label: string): string[] {
  const parts = label.split(', ')
  return parts.slice(1).map((_, at) => `${parts.slice(0, at + 1).join(', ')} (${parts.slice(at + 1).join(', ')}):`)
}
