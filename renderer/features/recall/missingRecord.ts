import type { Scope } from './notice.ts'
import { say } from '../../../shared/words/say.ts'

/** Stands for what a sentence names. */
const ANY = '\u0000'

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

/** Whether a “cannot tell” sentence is about another batch, with which this one was made. */
export function isOfAnother(sentence: string): boolean {
  return [
    say('Made with {from}: {doubt}', { from: ANY, doubt: ANY }),
    say('Made with {through}: {sentence}', { through: ANY, sentence: ANY }),
    say('{item} in {batch}: which lot was used was never recorded.', { item: ANY, batch: ANY }),
  ].some((words) => new RegExp(`^${words.split(ANY).map(literally).join('.+')}`, 's').test(sentence))
}

function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** Either comma may be the one between the item and its lot: both can hold some. */
function spellings(label: string): string[] {
  const parts = label.split(', ')
  return parts.slice(1).map((_, at) => `${parts.slice(0, at + 1).join(', ')} (${parts.slice(at + 1).join(', ')}):`)
}
