import { type BatchFinding, fitOf } from '../../shared/domain/batchScope.ts'
import { judgeLot, type LotFacts, type LotVerdict, type RecallCriteria } from '../../shared/domain/recallScope.ts'
import { usersOfBin } from '../db/repos/batchFacts.ts'
import { openBinLots } from '../db/repos/bins.ts'
import { batchesAhead, batchesFrom } from '../db/repos/genealogy.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import { batchesWithUnknownLot, candidateLots } from '../db/repos/recall.ts'
import type { Db } from '../db/schema.ts'
import { judgeBatches } from './recallBatches.ts'
import type { Criteria } from './recallCriteria.ts'
import { say } from '../../shared/words/say.ts'

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
  /** What the criteria say of batches themselves; empty where nothing is asked of them. */
  readonly judged: ReadonlyMap<number, readonly BatchFinding[]>
  /** Batches that fit by what they are themselves, and those that may. */
  readonly chosen: ReadonlySet<number>
  readonly maybe: ReadonlySet<number>
}

type ByLots = Omit<Reach, 'judged' | 'chosen' | 'maybe'>

/**
 * Whole batches that the criteria reach. What is asked of lots and what is asked of batches must both hold for a
 * batch; whatever was made with such a batch is reached with it.
 */
export async function reachOf(db: Db, { lots, batches }: Criteria): Promise<Reach> {
  const byLots = lots === null ? undefined : await reachedByLots(db, lots)
  if (batches === null) return { ...(byLots ?? nothingReached), judged: new Map(), chosen: new Set(), maybe: new Set() }
  const judged = await judgeBatches(db, batches)
  const that = (fit: 'yes' | 'unknown') =>
    new Set([...judged].filter(([, findings]) => fitOf(findings) === fit).map(([id]) => id))
  const [chosen, maybe] = [that('yes'), that('unknown')]
  const mixed = byLots?.mixed ?? (batches.bin === null ? [] : await lotsOfBin(db, batches.bin.id))
  const certain = byLots === undefined ? [...chosen] : byLots.affectedIds.filter((id) => chosen.has(id))
  const affectedIds = await batchesFrom(db, certain)
  const affected = new Set(affectedIds)
  const candidates =
    byLots === undefined
      ? [...maybe]
      : [
          ...byLots.affectedIds.filter((id) => maybe.has(id)),
          ...byLots.unknownIds.filter((id) => chosen.has(id) || maybe.has(id)),
        ]
  const doubtful = await batchesFrom(db, candidates)
  return {
    ...(byLots ?? nothingReached),
    mixed,
    affectedIds,
    unknownIds: doubtful.filter((id) => !affected.has(id)),
    judged,
    chosen,
    maybe,
  }
}

/** What a bin holds that is itself what was asked for. */
async function lotsOfBin(db: Db, binId: number): Promise<JudgedLot[]> {
  const { lotIds } = await usersOfBin(db, binId)
  const lots = [...(await lotsById(db, lotIds)).values()].filter((lot) => lot.on_hand > 0)
  return lots.map((lot) => ({ lot, judged: { verdict: 'affected', basis: ['bin'] } as const }))
}

const nothingReached: ByLots = {
  affected: [],
  unknown: [],
  mixed: [],
  affectedIds: [],
  unknownIds: [],
  withoutLot: [],
}

async function reachedByLots(db: Db, notice: RecallCriteria): Promise<ByLots> {
  const judged = await judgeCandidates(db, notice)
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

/** The lots that the notice means or may mean. */
async function judgeCandidates(db: Db, notice: RecallCriteria): Promise<JudgedLot[]> {
  const verdicts = new Map<number, LotVerdict>()
  for (const lot of await candidateLots(db, notice)) {
    const judged = judgeFacts(lot, { itemId: notice.itemId ?? 0, supplier: null }, notice)
    if (judged.verdict !== 'not affected') verdicts.set(lot.id, judged)
  }
  const lots = await lotsById(db, [...verdicts.keys()])
  return [...lots.values()].flatMap((lot) => {
    const judged = verdicts.get(lot.id)
    return judged ? { lot, judged } : []
  })
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

/** Judges a lot of the record. */
export function judgeLotView(lot: LotView, notice: RecallCriteria): LotVerdict {
  // A notice that names a product means it in every pack.
  const itemId = lot.product_id === notice.itemId ? notice.itemId : lot.item_id
  return judgeFacts(lot, { itemId, supplier: lot.supplier }, notice)
}

type Facts = Awaited<ReturnType<typeof candidateLots>>[number]

/** One that was made here has its own lot number and day, and no supplier. */
function judgeFacts(
  lot: Facts,
  { itemId, supplier }: Readonly<Pick<LotFacts, 'itemId' | 'supplier'>>,
  notice: RecallCriteria,
): LotVerdict {
  const made = lot.batch_id !== null
  return judgeLot(
    {
      itemId,
      supplierId: made ? 0 : lot.supplier_id,
      supplier: made ? say('made here') : supplier,
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
