import { judgeCode } from '../../shared/domain/codeList.ts'
import { judgeLot, type LotVerdict, type RecallCriteria } from '../../shared/domain/recallScope.ts'
import { openBinLots } from '../db/repos/bins.ts'
import { batchesAhead, batchesFrom } from '../db/repos/genealogy.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import { batchesMade, batchesWithUnknownLot, candidateLots } from '../db/repos/recall.ts'
import type { Db } from '../db/schema.ts'
import type { BatchCriteria, Criteria } from './recallCriteria.ts'

export interface JudgedLot {
  readonly lot: LotView
  readonly judged: LotVerdict
}

/** What the criteria reach: lots by verdict, and the batches behind each, affected ones not counted twice. */
export interface Reach {
  readonly affected: readonly JudgedLot[]
  readonly unknown: readonly JudgedLot[]
  readonly affectedIds: readonly number[]
  readonly unknownIds: readonly number[]
  /** What bins hold of those lots. */
  readonly mixed: readonly JudgedLot[]
  /** Batches that used the ingredient from a lot nobody recorded. */
  readonly withoutLot: readonly number[]
  /** Batches that fit by what they are themselves, each with its basis as a clause. */
  readonly chosen: ReadonlyMap<number, string>
}

/**
 * Whole batches that the criteria reach. What is asked of lots and what is asked of batches must both hold for a
 * batch; whatever was made with such a batch is reached with it.
 */
export async function reachOf(db: Db, { lots, batches }: Criteria): Promise<Reach> {
  const byLots = lots === null ? undefined : await reachedByLots(db, lots)
  const chosen = batches === null ? undefined : await batchesThatAre(db, batches)
  if (chosen === undefined) return { ...(byLots ?? nothingReached), chosen: new Map() }
  const fits = (id: number) => chosen.has(id)
  if (byLots === undefined) return { ...nothingReached, affectedIds: await batchesFrom(db, [...chosen.keys()]), chosen }
  const affectedIds = await batchesFrom(db, byLots.affectedIds.filter(fits))
  const affected = new Set(affectedIds)
  const doubtful = await batchesFrom(db, byLots.unknownIds.filter(fits))
  return { ...byLots, affectedIds, unknownIds: doubtful.filter((id) => !affected.has(id)), chosen }
}

const nothingReached = { affected: [], unknown: [], mixed: [], affectedIds: [], unknownIds: [], withoutLot: [] }

async function reachedByLots(db: Db, notice: RecallCriteria): Promise<Omit<Reach, 'chosen'>> {
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
  const mixed = await mixedInBins(db, affected, unknown)
  return { affected, unknown, mixed, affectedIds: [...affectedIds], unknownIds, withoutLot }
}

/** What bins hold of lots that are affected or cannot be told: it mixed, so all of it is as they are. */
async function mixedInBins(
  db: Db,
  affected: readonly JudgedLot[],
  unknown: readonly JudgedLot[],
): Promise<JudgedLot[]> {
  const certain = await lotsById(db, await openBinLots(db, idsOf(affected)))
  const doubtful = await lotsById(db, await openBinLots(db, idsOf(unknown)))
  const missing: LotVerdict = { verdict: 'cannot tell', missing: ['ingredient lot'], doubts: [] }
  return [
    ...[...certain.values()].map((lot) => ({ lot, judged: { verdict: 'affected', basis: ['bin'] } as const })),
    ...[...doubtful.values()].filter((lot) => !certain.has(lot.id)).map((lot) => ({ lot, judged: missing })),
  ]
}

async function batchesThatAre(db: Db, { ownLots, madeFrom, madeTo }: BatchCriteria): Promise<Map<number, string>> {
  const made = await batchesMade(db, { from: madeFrom, to: madeTo })
  // One's own numbers are in the record as they were printed: one that is nearly the number is another batch.
  const named = ownLots === null ? made : made.filter((batch) => judgeCode(batch.lot_number, ownLots).is === 'on it')
  const basis = [ownLots === null ? '' : 'its lot number', (madeFrom ?? madeTo) ? 'the day it was made' : '']
  const clause = `It fits by ${basis.filter(Boolean).join(' and ')}.`
  return new Map(named.map((batch) => [batch.id, clause]))
}

/** Judges a lot of the record; one made here has its own lot number and day, and no supplier. */
export function judgeLotView(lot: LotView, notice: RecallCriteria): LotVerdict {
  const made = lot.batch_id !== null
  return judgeLot(
    {
      // A notice that names a product means it in every pack.
      itemId: lot.product_id === notice.itemId ? notice.itemId : lot.item_id,
      supplierId: made ? 0 : lot.supplier_id,
      supplier: made ? 'made here' : lot.supplier,
      supplierLot: made ? lot.lot_number : lot.supplier_lot,
      receivedOn: made ? lot.made_on : lot.received_on,
      bestBy: lot.best_by,
      isOwn: made,
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
