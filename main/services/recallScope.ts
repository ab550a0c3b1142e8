import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { addDays, type Day } from '../../shared/domain/day.ts'
import { addTallies } from '../../shared/domain/massBalance.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import { lastAuditHash } from '../db/repos/audit.ts'
import { hasEquipment } from '../db/repos/batchFacts.ts'
import { batchesById, type BatchView } from '../db/repos/batches.ts'
import { listSuppliers } from '../db/repos/directory.ts'
import { batchesBehind } from '../db/repos/genealogy.ts'
import { itemById } from '../db/repos/items.ts'
import { outputLots } from '../db/repos/lots.ts'
import { comparableBatches, countUses } from '../db/repos/recall.ts'
import type { Db } from '../db/schema.ts'
import { type Context, kitchenToday } from './context.ts'
import { lotLabel } from './lotRow.ts'
import { type Criteria, readCriteria } from './recallCriteria.ts'
import { reachOf } from './recallLots.ts'
import { verdictInWords, whyAffected, whyCannotTell, whyNotAffected } from './recallReasons.ts'
import { recipientsOf, tallyUnits, totalUnits, withUnaccounted } from './recallUnits.ts'
import { criteriaInWords } from './recallWords.ts'

type Scope = Output<typeof recall.scope>

/** Batches are compared a month either side of the window: what a worried person would still ask about. */
const MARGIN_DAYS = 30
/** Batches listed with their reason in the “not affected” column; the rest are counted. */
const LISTED = 200

/** The three columns of a supplier's notice: affected, not affected and why, cannot tell and which record is missing. */
export async function scope(input: Input<typeof recall.scope>, context: Context): Promise<Scope> {
  return await context.store.read(async (db) => await scopeIn(db, input, context))
}

export async function scopeIn(db: Db, input: Input<typeof recall.scope>, context: Context): Promise<Scope> {
  const today = await kitchenToday(db, context)
  const criteria = await readCriteria(db, input, today)
  const item = input.itemId ? await itemById(db, input.itemId) : null
  if (item === undefined) throw notFound('This ingredient')
  const supplier = input.supplierId ? await supplierName(db, input.supplierId) : null
  const reach = await reachOf(db, criteria)

  const suspects = await batchesById(db, [...reach.affectedIds, ...reach.unknownIds])
  const period = periodOf(criteria, [...suspects.values()], today)
  const productIds = [...new Set([...suspects.values()].map((batch) => batch.product_id))]
  const { madeFrom, madeTo } = criteria.batches ?? { madeFrom: null, madeTo: null }
  const window = (madeFrom ?? madeTo) === null ? null : { from: madeFrom ?? '', to: madeTo ?? today }
  const comparable = await comparableBatches(db, { productIds, itemId: item?.id ?? null, ...period, window })
  const clearIds = comparable.map((batch) => batch.id).filter((id) => !suspects.has(id))
  const listedIds = clearIds.slice(0, LISTED)

  const inside =
    reach.judged.size === 0 ? suspects : await batchesById(db, await batchesBehind(db, [...suspects.keys()]))
  const affected = await describe(db, reach.affectedIds, await whyAffected(db, reach, inside))
  const cannotTell = await describe(db, reach.unknownIds, await whyCannotTell(db, item, reach, inside))
  const notAffected = await describe(db, listedIds, await whyNotAffected(db, item, criteria, reach, listedIds))
  return {
    notice: criteriaInWords(item, supplier, criteria),
    period,
    affected,
    notAffected,
    cannotTell,
    notAffectedMore: clearIds.length - listedIds.length,
    lots: [...reach.affected, ...reach.unknown, ...reach.mixed].map(({ lot, judged }) => ({
      lotId: lot.id,
      label: `${lot.item}, ${lotLabel(lot)}`,
      onHand: { base: lot.on_hand, text: formatQuantity(lot.on_hand, lot.unit) },
      held: lot.held === 1,
      verdict: judged.verdict === 'affected' ? 'affected' : 'cannot tell',
      because: verdictInWords(judged),
    })),
    recipients: await recipientsOf(db, { affected, cannotTell }),
    totals: {
      affected: totalUnits(affected),
      cannotTell: totalUnits(cannotTell),
      withoutRecords: comparable
        .filter((batch) => productIds.includes(batch.product_id))
        .reduce((sum, batch) => sum + batch.made, 0),
    },
    rows: await countUses(db, reach.affectedIds),
    remarks: await remarksOn(db, criteria),
    auditHash: await lastAuditHash(db),
    at: context.now(),
  }
}

async function remarksOn(db: Db, { batches }: Criteria): Promise<string[]> {
  if (batches?.allergen && !(await hasEquipment(db)))
    return [
      'No equipment is in the record, so that contact over shared equipment could not be looked at. Add it under More, and tick what each batch was made with.',
    ]
  return []
}

/** Some batches with their units and the sentences about them, oldest first. */
async function describe(
  db: Db,
  batchIds: readonly number[],
  because: ReadonlyMap<number, readonly string[]>,
): Promise<Scope['affected']> {
  const batches = await batchesById(db, batchIds)
  const lots = await outputLots(db, batchIds)
  const tallies = await tallyUnits(db, lots)
  return [...Map.groupBy(lots, (lot) => lot.batch_id)]
    .flatMap(([batchId, packs]) => {
      const batch = batches.get(batchId ?? 0)
      if (!batch) return []
      const tally = addTallies(packs.flatMap((lot) => tallies.get(lot.id) ?? []))
      return {
        batchId: batch.id,
        lotIds: packs.map((lot) => lot.id),
        lotNumber: batch.lot_number,
        productId: batch.product_id,
        product: batch.product,
        unit: batch.unit,
        madeOn: batch.made_on,
        units: withUnaccounted(tally),
        because: [...(because.get(batch.id) ?? [])],
      }
    })
    .toSorted((a, b) => (a.madeOn === b.madeOn ? a.batchId - b.batchId : a.madeOn < b.madeOn ? -1 : 1))
}

function periodOf({ lots, batches }: Criteria, suspects: readonly BatchView[], today: Day): { from: Day; to: Day } {
  const days = suspects.map((batch) => batch.made_on).toSorted()
  const first = lots?.receivedFrom ?? batches?.madeFrom ?? days[0] ?? today
  const until = lots?.receivedTo ?? batches?.madeTo ?? today
  const last = [until, days.at(-1) ?? ''].toSorted().at(-1) ?? today
  return { from: addDays(first, -MARGIN_DAYS), to: addDays(last, MARGIN_DAYS) }
}

async function supplierName(db: Db, id: number): Promise<string> {
  const supplier = (await listSuppliers(db)).find((each) => each.id === id)
  if (!supplier) throw notFound('This supplier')
  return supplier.name
}
