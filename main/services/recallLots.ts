import { fieldError } from '../../shared/api/errors.ts'
import type { Input } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { judgeLot, type LotVerdict, type RecallCriteria } from '../../shared/domain/recallScope.ts'
import { batchesAhead, batchesFrom } from '../db/repos/genealogy.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import { batchesWithUnknownLot, candidateLots } from '../db/repos/recall.ts'
import type { Db } from '../db/schema.ts'
import { orNull } from './context.ts'

export interface JudgedLot {
  readonly lot: LotView
  readonly judged: LotVerdict
}

/** What the notice reaches: lots by verdict, and the batches behind each, affected ones not counted twice. */
export interface Reach {
  readonly affected: readonly JudgedLot[]
  readonly unknown: readonly JudgedLot[]
  readonly affectedIds: readonly number[]
  readonly unknownIds: readonly number[]
  /** Batches that used the ingredient from a lot nobody recorded. */
  readonly withoutLot: readonly number[]
}

export function readNotice(input: Input<typeof recall.scope>): RecallCriteria {
  const notice = {
    itemId: input.itemId,
    supplierId: input.supplierId ?? null,
    supplierLot: orNull(input.supplierLot),
    receivedFrom: orNull(input.receivedFrom),
    receivedTo: orNull(input.receivedTo),
  }
  const { receivedFrom, receivedTo } = notice
  if (receivedFrom !== null && receivedTo !== null && receivedTo < receivedFrom)
    throw fieldError('receivedTo', 'The window ends before it begins. Correct one of the two days.')
  return notice
}

export async function reachOf(db: Db, notice: RecallCriteria): Promise<Reach> {
  const lots = await lotsById(db, await candidateLots(db, notice))
  const judged = [...lots.values()].map((lot) => ({ lot, judged: judgeLotView(lot, notice) }))
  const affected = judged.filter((each) => each.judged.verdict === 'affected')
  const unknown = judged.filter((each) => each.judged.verdict === 'cannot tell')
  const withoutLot = await batchesWithUnknownLot(db, notice.itemId)

  const affectedIds = new Set([...makersOf(affected), ...(await batchesAhead(db, idsOf(affected)))])
  const doubtful = new Set([
    ...makersOf(unknown),
    ...(await batchesAhead(db, idsOf(unknown))),
    ...(await batchesFrom(db, withoutLot)),
  ])
  const unknownIds = [...doubtful].filter((id) => !affectedIds.has(id))
  return { affected, unknown, affectedIds: [...affectedIds], unknownIds, withoutLot }
}

/** Judges a lot of the record; one made here has its own lot number and day, and no supplier. */
export function judgeLotView(lot: LotView, notice: RecallCriteria): LotVerdict {
  const made = lot.batch_id !== null
  return judgeLot(
    {
      itemId: lot.item_id,
      supplierId: made ? 0 : lot.supplier_id,
      supplier: made ? 'made here' : lot.supplier,
      supplierLot: made ? lot.lot_number : lot.supplier_lot,
      receivedOn: made ? lot.made_on : lot.received_on,
    },
    notice,
  )
}

/** Batches that made one of the lots: suspect in themselves. */
export function makersOf(lots: readonly JudgedLot[]): number[] {
  return lots.flatMap(({ lot }) => lot.batch_id ?? [])
}

function idsOf(lots: readonly JudgedLot[]): number[] {
  return lots.map(({ lot }) => lot.id)
}
