import { allergenInWords } from '../../shared/domain/allergens.ts'
import { writeCodes } from '../../shared/domain/codeList.ts'
import { type Day } from '../../shared/domain/day.ts'
import type { Item } from '../db/repos/items.ts'
import type { Criteria } from './recallCriteria.ts'
import { say } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

/** The criteria as one sentence, without its final stop. */
export function criteriaInWords(item: Item | null, supplier: string | null, { lots, batches }: Criteria): string {
  const what = item?.name ?? (lots === null ? say('Every batch') : say('Everything'))
  const parts = [supplier === null ? what : say('{what} from {supplier}', { what, supplier })]
  if (lots?.codes) parts.push(say('supplier lot {codes}', { codes: shorten(writeCodes(lots.codes)) }))
  parts.push(...windowInWords('received', lots?.receivedFrom ?? null, lots?.receivedTo ?? null))
  if (lots && lots.bestBy.length > 0)
    parts.push(say('best by {bestBy}', { bestBy: shorten(lots.bestBy.map(daysInWords).join(` ${say('or')} `)) }))
  if (batches?.ownLots) parts.push(say('lot number {ownLots}', { ownLots: shorten(writeCodes(batches.ownLots)) }))
  if (batches?.bin) parts.push(say('taken from {bin}', { bin: batches.bin.name }))
  if (batches?.equipment) parts.push(say('made with {equipment}', { equipment: batches.equipment.name }))
  if (batches?.person) parts.push(say('made by {person}', { person: batches.person.name }))
  if (batches?.allergen)
    parts.push(
      say('with {allergen}, contained or by shared equipment', { allergen: allergenInWords(batches.allergen) }),
    )
  parts.push(...windowInWords('made', batches?.madeFrom ?? null, batches?.madeTo ?? null))
  return parts.join(', ')
}

function windowInWords(verb: 'received' | 'made', from: Day | null, to: Day | null): string[] {
  const isMade = verb === 'made'
  if (from !== null && to !== null) {
    const days = { from: sayDay(from), to: sayDay(to) }
    return [
      isMade
        ? say('made {from} to {to}, both days included', days)
        : say('received {from} to {to}, both days included', days),
    ]
  }
  if (from !== null)
    return [
      isMade
        ? say('made {day} or later', { day: sayDay(from) })
        : say('received {day} or later', { day: sayDay(from) }),
    ]
  if (to === null) return []
  return [
    isMade ? say('made {day} or earlier', { day: sayDay(to) }) : say('received {day} or earlier', { day: sayDay(to) }),
  ]
}

function daysInWords({ from, to }: { readonly from: Day; readonly to: Day }): string {
  return from === to ? sayDay(from) : say('{from} to {to}', { from: sayDay(from), to: sayDay(to) })
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 150)}…` : text
}
