import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { recall, RecallInput } from '../../shared/api/recall.ts'
import { addDays, type Day } from '../../shared/domain/day.ts'
import { addTallies } from '../../shared/domain/massBalance.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import { lastAuditHash } from '../db/repos/audit.ts'
import { hasEquipment } from '../db/repos/batchFacts.ts'
import { batchesById, type BatchView } from '../db/repos/batches.ts'
import { listSuppliers } from '../db/repos/directory.ts'
import { batchesBehind } from '../db/repos/genealogy.ts'
import { itemById } from '../db/repos/items.ts'
import { batchesByDay, comparableBatches, countUses, packsOf } from '../db/repos/recall.ts'
import type { Db } from '../db/schema.ts'
import { type Context, kitchenToday } from './context.ts'
import { lotLabel } from './lotRow.ts'
import { type Criteria, readCriteria } from './recallCriteria.ts'
import { type Reach, reachOf } from './recallLots.ts'
import { commonUnit, verdictInWords, whyAffected, whyCannotTell, whyNotAffected } from './recallReasons.ts'
import { recipientsOf, tallyTogether, tallyUnits, withUnaccounted } from './recallUnits.ts'
import { criteriaInWords } from './recallWords.ts'
import { say } from '../../shared/words/say.ts'

type Scope = Output<typeof recall.scope>

/** Batches are compared a month either side of the window: what a worried person would still ask about. */
const MARGIN_DAYS = 30
/** Batches listed with their reason in the “not affected” column; the rest are counted. */
const LISTED = 200

/** The three columns of a supplier's notice: affected, not affected and why, cannot tell and which record is missing. */
export async function scope({ most, ...input }: Input<typeof recall.scope>, context: Context): Promise<Scope> {
  return await context.store.read(async (db) => await scopeIn(db, input, context, most))
}

/** @param most so many batches of a column and so many recipients are listed; the others are counted all the same */
export async function scopeIn(db: Db, input: RecallInput, context: Context, most = Infinity): Promise<Scope> {
  const today = await kitchenToday(db, context)
  const criteria = await readCriteria(db, input, today)
  const item = input.itemId ? await itemById(db, input.itemId) : null
  if (item === undefined) throw notFound(say('This ingredient'))
  const supplier = input.supplierId ? await supplierName(db, input.supplierId) : null
  const reach = await reachOf(db, criteria)

  const affected = await columnOf(db, reach.affectedIds, most)
  const cannotTell = await columnOf(db, reach.unknownIds, most)
  const suspects = [...affected.batches, ...cannotTell.batches]
  const period = periodOf(criteria, suspects, today)
  const productIds = [...new Set(suspects.map((batch) => batch.product_id))]
  const { madeFrom, madeTo } = criteria.batches ?? { madeFrom: null, madeTo: null }
  const window = (madeFrom ?? madeTo) === null ? null : { from: madeFrom ?? '', to: madeTo ?? today }
  const comparable = await comparableBatches(db, { productIds, itemId: item?.id ?? null, ...period, window })
  const suspectIds = new Set(suspects.map((batch) => batch.id))
  const clearIds = comparable.map((batch) => batch.id).filter((id) => !suspectIds.has(id))
  const clear = await columnOf(db, clearIds.slice(0, Math.min(LISTED, most)), most)

  const behind = await batchesBehind(db, [...affected.listedIds, ...cannotTell.listedIds])
  const batches = await batchesById(db, [...new Set([...behind, ...clear.listedIds])])
  const because = {
    affected: await whyAffected(db, reach, batches, affected.listedIds),
    cannotTell: await whyCannotTell(db, {
      item,
      reach,
      batches,
      batchIds: cannotTell.listedIds,
      worth: worthOf(cannotTell),
    }),
    notAffected: await whyNotAffected(db, item, criteria, reach, clear.listedIds),
  }
  const { recipients, more, places } = await recipientsOf(
    db,
    { affected: affected.packs.map((lot) => lot.id), cannotTell: cannotTell.packs.map((lot) => lot.id) },
    most,
  )
  const lots = lotsIn(reach)
  return {
    notice: criteriaInWords(item, supplier, criteria),
    period,
    affected: await describe(db, affected, batches, because.affected),
    notAffected: await describe(db, clear, batches, because.notAffected),
    cannotTell: await describe(db, cannotTell, batches, because.cannotTell),
    lots,
    recipients,
    more: {
      affected: affected.more,
      notAffected: clearIds.length - clear.listedIds.length,
      cannotTell: cannotTell.more,
      recipients: more,
    },
    places,
    unit: commonUnit([affected, cannotTell, clear].flatMap(({ packs }) => packs.map((lot) => lot.unit))),
    toHold: toHold(affected, lots),
    totals: {
      affected: withUnaccounted(await tallyTogether(db, affected.packs)),
      cannotTell: withUnaccounted(await tallyTogether(db, cannotTell.packs)),
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

function lotsIn({ affected, unknown, mixed }: Reach): Scope['lots'] {
  return [...affected, ...unknown, ...mixed].map(({ lot, judged }) => ({
    lotId: lot.id,
    label: `${lot.item}, ${lotLabel(lot)}`,
    onHand: { base: lot.on_hand, text: formatQuantity(lot.on_hand, lot.unit) },
    held: lot.held === 1,
    verdict: judged.verdict === 'affected' ? 'affected' : 'cannot tell',
    because: verdictInWords(judged),
  }))
}

/** What is affected, still has something in it and can be used or sent: finished goods and ingredients. */
function toHold({ packs }: Column, lots: Scope['lots']): Scope['toHold'] {
  const own = new Set(packs.map((lot) => lot.id))
  const here = packs.filter((lot) => lot.on_hand > 0 && lot.held === 0)
  return {
    batches: [...new Map(here.map((lot) => [lot.batch_id, lot.id])).values()],
    ingredients: lots
      .filter(
        ({ lotId, verdict, held, onHand }) => verdict === 'affected' && !held && onHand.base > 0 && !own.has(lotId),
      )
      .map(({ lotId }) => lotId),
  }
}

async function remarksOn(db: Db, { batches }: Criteria): Promise<string[]> {
  if (batches?.allergen && !(await hasEquipment(db)))
    return [
      say(
        'No equipment is in the record, so that contact over shared equipment could not be looked at. Add it under More, and tick what each batch was made with.',
      ),
    ]
  return []
}

type Packs = Awaited<ReturnType<typeof packsOf>>

/** The batches of a column that made something, oldest first, their packs, and those of them that are listed. */
interface Column {
  readonly batches: Awaited<ReturnType<typeof batchesByDay>>
  readonly packs: Packs
  readonly listedIds: readonly number[]
  readonly more: number
}

async function columnOf(db: Db, batchIds: readonly number[], most: number): Promise<Column> {
  const packs = await packsOf(db, batchIds)
  const making = new Set(packs.map((lot) => lot.batch_id))
  const batches = (await batchesByDay(db, batchIds)).filter(({ id }) => making.has(id))
  const listedIds = batches.slice(0, most).map(({ id }) => id)
  return { batches, packs, listedIds, more: batches.length - listedIds.length }
}

/** What each batch of a column made. */
function worthOf({ batches, packs }: Column) {
  const words = Map.groupBy(packs, (lot) => lot.batch_id)
  return new Map(
    batches.map(({ id, made }) => [id, { units: made, words: (words.get(id) ?? []).map((lot) => lot.unit) }]),
  )
}

/** The listed batches of a column with their units and the sentences about them. */
async function describe(
  db: Db,
  { packs, listedIds }: Column,
  batches: ReadonlyMap<number, BatchView>,
  because: ReadonlyMap<number, readonly string[]>,
): Promise<Scope['affected']> {
  const listed = new Set(listedIds)
  const tallies = await tallyUnits(
    db,
    packs.filter((lot) => listed.has(lot.batch_id)),
  )
  const packsByBatch = Map.groupBy(packs, (lot) => lot.batch_id)
  return listedIds.flatMap((id) => {
    const batch = batches.get(id)
    const made = packsByBatch.get(id) ?? []
    if (!batch) return []
    return {
      batchId: id,
      lotIds: made.map((lot) => lot.id),
      lotNumber: batch.lot_number,
      productId: batch.product_id,
      product: batch.product,
      unit: batch.unit,
      madeOn: batch.made_on,
      units: withUnaccounted(addTallies(made.flatMap((lot) => tallies.get(lot.id) ?? []))),
      because: [...(because.get(id) ?? [])],
    }
  })
}

function periodOf({ lots, batches }: Criteria, suspects: Column['batches'], today: Day): { from: Day; to: Day } {
  const days = suspects.map((batch) => batch.made_on).toSorted()
  const first = lots?.receivedFrom ?? batches?.madeFrom ?? days[0] ?? today
  const until = lots?.receivedTo ?? batches?.madeTo ?? today
  const last = [until, days.at(-1) ?? ''].toSorted().at(-1) ?? today
  return { from: addDays(first, -MARGIN_DAYS), to: addDays(last, MARGIN_DAYS) }
}

async function supplierName(db: Db, id: number): Promise<string> {
  const supplier = (await listSuppliers(db)).find((each) => each.id === id)
  if (!supplier) throw notFound(say('This supplier'))
  return supplier.name
}
