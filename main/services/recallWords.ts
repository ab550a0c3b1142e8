import { allergenInWords } from '../../shared/domain/allergens.ts'
import { writeCodes } from '../../shared/domain/codeList.ts'
import { type Day, showDay } from '../../shared/domain/day.ts'
import type { Item } from '../db/repos/items.ts'
import type { Criteria } from './recallCriteria.ts'

/** The criteria as one sentence, without its final stop. */
export function criteriaInWords(item: Item | null, supplier: string | null, { lots, batches }: Criteria): string {
  const what = item?.name ?? (lots === null ? 'Every batch' : 'Everything')
  const parts = [supplier === null ? what : `${what} from ${supplier}`]
  if (lots?.codes) parts.push(`supplier lot ${shorten(writeCodes(lots.codes))}`)
  parts.push(...windowInWords('received', lots?.receivedFrom ?? null, lots?.receivedTo ?? null))
  if (lots && lots.bestBy.length > 0) parts.push(`best by ${shorten(lots.bestBy.map(daysInWords).join(' or '))}`)
  if (batches?.ownLots) parts.push(`lot number ${shorten(writeCodes(batches.ownLots))}`)
  if (batches?.bin) parts.push(`taken from ${batches.bin.name}`)
  if (batches?.equipment) parts.push(`made with ${batches.equipment.name}`)
  if (batches?.person) parts.push(`made by ${batches.person.name}`)
  if (batches?.allergen) parts.push(`with ${allergenInWords(batches.allergen)}, contained or by shared equipment`)
  parts.push(...windowInWords('made', batches?.madeFrom ?? null, batches?.madeTo ?? null))
  return parts.join(', ')
}

function windowInWords(verb: string, from: Day | null, to: Day | null): string[] {
  if (from !== null && to !== null) return [`${verb} ${showDay(from)} to ${showDay(to)}, both days included`]
  if (from !== null) return [`${verb} ${showDay(from)} or later`]
  return to === null ? [] : [`${verb} ${showDay(to)} or earlier`]
}

function daysInWords({ from, to }: { readonly from: Day; readonly to: Day }): string {
  return from === to ? showDay(from) : `${showDay(from)} to ${showDay(to)}`
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 150)}…` : text
}
