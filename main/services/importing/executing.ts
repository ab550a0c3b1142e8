import { nameKey } from '../../../shared/domain/names.ts'
import { findPlace, findSupplier, forgetUnnamed, insertPlace, insertSupplier } from '../../db/repos/directory.ts'
import { crewNamed, writePerson } from '../../db/repos/crew.ts'
import { madeOfRecords } from '../../db/repos/imports.ts'
import { batchOfKey, hasBatches, releaseNumber } from '../../db/repos/importKnown.ts'
import { insertFactor, setLevel } from '../../db/repos/ingredients.ts'
import { insertItem, type Item, itemById, itemNamed, setRetired } from '../../db/repos/items.ts'
import { lotsOfBatch } from '../../db/repos/lots.ts'
import { insertReceipt } from '../../db/repos/receipts.ts'
import { shipmentsLike } from '../../db/repos/returns.ts'
import type { Db } from '../../db/schema.ts'
import type { Work } from '../../db/unitOfWork.ts'
import { AppError, fieldError } from '../../../shared/api/errors.ts'
import { exhaustive } from '../../../shared/domain/exhaustive.ts'
import { measureOf } from '../../../shared/domain/factor.ts'
import { lotKey } from '../../../shared/domain/lotNumber.ts'
import { parseQuantity } from '../../../shared/domain/quantity.ts'
import { unitNamed } from '../../../shared/domain/units.ts'
import { writeBatch } from '../batchRecording.ts'
import { undoBatch } from '../batchVoiding.ts'
import { bringIn } from '../bringIn.ts'
import { holdAsTold } from '../holds.ts'
import { type Context, orNull } from '../context.ts'
import { writeWholeProduct } from '../products.ts'
import { itemAndQuantity, quantityFor } from '../quantities.ts'
import { undoReceipt } from '../receipts.ts'
import { countMarketDay, undoReturned, writeReturn } from '../returns.ts'
import { writeShipment } from '../sending.ts'
import { takeShipmentBack } from '../shipping.ts'
import { changeStock, takeChangeBack } from './changing.ts'
import { madeOf } from './earlier.ts'
import { forgetItems, rememberedItem, rememberedPlace, rememberedSupplier, type StepMemory } from './stepMemory.ts'
import type { LotRef, Made, Plan, PlannedBatch, PlannedPurchase, PlannedReturn, PlannedSending } from './plan.ts'
import { say } from '../../../shared/words/say.ts'

/** Carries out one planned record, through the same services as what is typed. @throws AppError where the record refuses */
export async function carryOut(
  work: Work,
  context: Context,
  plan: Plan,
  memory: StepMemory,
  today: string,
): Promise<Made> {
  switch (plan.kind) {
    case 'suppliers': {
      const { kind: _, ...reach } = plan
      if ((await findSupplier(work.db, plan.name)) !== undefined) return { name: plan.name }
      return { name: plan.name, supplierId: await insertSupplier(work.db, reach) }
    }
    case 'places': {
      const { kind: _, placeKind, ...reach } = plan
      if ((await findPlace(work.db, plan.name)) !== undefined) return { name: plan.name }
      return { name: plan.name, placeId: await insertPlace(work.db, { ...reach, kind: placeKind }) }
    }
    case 'ingredients':
      return await addIngredient(work, plan)
    case 'products': {
      const { productId } = await writeWholeProduct(work, plan.product)
      if (plan.retired) await setRetired(work.db, productId, true)
      forgetItems(memory)
      return { productId }
    }
    case 'purchases':
      return await buy(work, plan, memory, today)
    case 'batches':
      return await make(work, context, plan, memory)
    case 'sales':
      return await sendOut(work, plan, memory)
    case 'returns':
      return await takeBackIn(work, context, plan, memory)
    case 'changes':
      return await changeStock(work, await lotOf(work.db, plan.lot, memory), plan)
    default:
      return exhaustive(plan)
  }
}

async function addIngredient({ db, seq }: Work, plan: Extract<Plan, { kind: 'ingredients' }>): Promise<Made> {
  if (await itemNamed(db, plan.name)) return { name: plan.name }
  const { dimension } = unitNamed(plan.unit)
  const item = await insertItem(db, { kind: 'ingredient', name: plan.name, pack_of: null, code: null, dimension, unit: plan.unit, shelf_life_days: null }) // prettier-ignore
  for (const { one, equals } of plan.factors) {
    const parsed = parseQuantity(one, undefined, 'any')
    if (parsed.ok) await insertFactor(db, { itemId: item.id, measure: measureOf(parsed.quantity.unit, item), one, equals, seq }) // prettier-ignore
  }
  const low = parseQuantity(plan.low, plan.unit)
  if (low.ok) await setLevel(db, { itemId: item.id, typed: low.quantity.text, base: low.quantity.base })
  return { name: plan.name }
}

async function buy({ db, seq }: Work, plan: PlannedPurchase, memory: StepMemory, today: string): Promise<Made> {
  const supplier = plan.supplier === '' ? null : await rememberedSupplier(db, memory, plan.supplier)
  const supplierId = supplier?.id ?? null
  const receivedOn = orNull(plan.receivedOn)
  const known = await rememberedItem(db, memory, plan.ingredient)
  const { item, quantity } = known
    ? { item: known, quantity: quantityFor(known, plan.quantity, 'lines.0.quantity') }
    : await itemAndQuantity(db, plan, 'lines.0')
  // An opening stock is one receipt without a source of its own; each lot has one where anybody knows.
  const receiptId = plan.opening
    ? await insertReceipt(db, { supplierId: null, receivedOn: null, note: plan.note, seq, opening: true })
    : await insertReceipt(db, { supplierId, receivedOn, note: plan.note, seq })
  const lotId = await bringIn(
    db,
    {
      itemId: item.id,
      receiptId,
      supplierId,
      receivedOn,
      bestBy: orNull(plan.bestBy),
      supplierLot: orNull(plan.supplierLot),
      costCents: plan.costCents,
      quantity,
      day: receivedOn ?? today,
    },
    seq,
  )
  await holdAsTold(db, { lotId, reason: plan.held, seq })
  return {
    receiptId,
    lotId,
    ...(plan.bag === '' ? {} : { bag: plan.bag }),
    ...(supplier?.isNew ? { supplierId: supplier.id } : {}),
  }
}

async function make(work: Work, context: Context, plan: PlannedBatch, memory: StepMemory): Promise<Made> {
  const { db } = work
  const product = await itemOf(db, memory, plan.product)
  // One that went out of the way with an import that was undone is made again.
  if (product.retired === 1 && !(await hasBatches(db, product.id))) {
    await setRetired(db, product.id, false)
    forgetItems(memory)
  }
  const uses = []
  for (const use of plan.uses) {
    const item = await itemOf(db, memory, use.ingredient)
    uses.push({
      itemId: item.id,
      lotId: use.lot === null ? null : await lotOf(db, use.lot, memory),
      quantity: use.quantity,
      serials: use.serials,
      basis: use.basis,
      moreThanRecorded: use.foundMore,
      override: use.override,
    })
  }
  const packs = []
  const held = new Map([[product.id, plan.held]])
  for (const { item, held: reason, ...figures } of plan.packs) {
    const { id: itemId } = await itemOf(db, memory, item)
    packs.push({ itemId, ...figures })
    held.set(itemId, reason)
  }
  const { batchId, lots } = await writeBatch(
    work,
    context,
    {
      requestId: '',
      productId: product.id,
      madeOn: plan.madeOn,
      lotNumber: plan.number,
      made: plan.made,
      discarded: plan.discarded,
      discardReason: plan.discardReason || null,
      setAside: plan.setAside,
      serials: plan.serials,
      packs,
      bestBy: plan.bestBy,
      uses,
      note: plan.note,
      personIds: plan.people.length === 0 ? null : await peopleNamed(db, plan.people),
    },
    { past: true, lookups: memory.lookups },
  )
  const made: { item: string; lotId: number }[] = []
  for (const { lotId, itemId } of lots) {
    const { name } = itemId === product.id ? product : ((await itemById(db, itemId)) ?? product)
    made.push({ item: nameKey(name), lotId })
    await holdAsTold(db, { lotId, reason: held.get(itemId) ?? '', seq: work.seq })
  }
  return { batchId, lots: made }
}

async function peopleNamed(db: Db, names: readonly string[]): Promise<number[]> {
  const ids = new Set<number>()
  for (const name of names)
    ids.add((await crewNamed(db, 'person', name)) ?? (await writePerson(db, null, { name, active: 1 })))
  return [...ids]
}

async function sendOut({ db, seq }: Work, plan: PlannedSending, memory: StepMemory): Promise<Made> {
  const goesNowhere = plan.purpose === 'own use' || plan.purpose === 'destroyed'
  const lines = []
  for (const { lot, units, serials, basis, priceCents } of plan.lines)
    lines.push({ lotId: await lotOf(db, lot, memory), units, serials, basis, priceCents })
  const place = plan.place === '' || goesNowhere ? null : await rememberedPlace(db, memory, plan.place, plan.placeKind)
  const shipmentId = await writeShipment(db, {
    placeId: place?.id ?? null,
    purpose: plan.purpose,
    sentOn: plan.sentOn,
    reference: plan.reference,
    note: plan.note,
    seq,
    lines,
    field: 'lines',
    past: true,
  })
  return { shipmentId, ...(place?.isNew ? { placeId: place.id } : {}) }
}

async function takeBackIn(work: Work, context: Context, plan: PlannedReturn, memory: StepMemory): Promise<Made> {
  const { db } = work
  const placeId = await findPlace(db, plan.place)
  if (placeId === undefined) throw fieldError('place', say('Nothing was ever sent to {place}.', { place: plan.place }))
  const lines = []
  for (const { number, item, ...line } of plan.lines)
    lines.push({ lotId: await lotNumbered(db, number, item), ...line })
  if (plan.shipment === null) {
    const { returnedId } = await writeReturn(work, context, { placeId, day: plan.day, reason: plan.reason, lines, exchange: [] }) // prettier-ignore
    return { returnedId }
  }
  const { record, ...like } = plan.shipment
  const told = record === null ? undefined : (await madeBy(db, record, memory)).shipmentId
  const shipmentId = told ?? (await shipmentsLike(db, { placeId, ...like }))[0]
  if (shipmentId === undefined)
    throw fieldError(
      'sentOn',
      say('Nothing was sent to {place} on {day}.', { place: plan.place, day: plan.shipment.sentOn }),
    )
  const { returnedId } = await countMarketDay(work, context, { shipmentId, day: plan.day, cashCents: plan.cashCents, note: plan.reason, lines }) // prettier-ignore
  return { returnedId }
}

async function lotNumbered(db: Db, number: string, item: string): Promise<number> {
  const batchId = await batchOfKey(db, lotKey(number))
  for (const lot of batchId === undefined ? [] : await lotsOfBatch(db, batchId))
    if (nameKey(lot.item) === item) return lot.id
  throw fieldError('number', say('There is no batch {number} here.', { number }))
}

async function itemOf(db: Db, memory: StepMemory, name: string): Promise<Item> {
  const item = await rememberedItem(db, memory, name)
  if (!item) throw fieldError('product', say('{name} is not here: the row that brings it waits.', { name }))
  return item
}

/** What records of an import became, those that became something. */
export async function madeByRecords(db: Db, ids: readonly number[]): Promise<Map<number, Made>> {
  return new Map((await madeOfRecords(db, ids)).flatMap(({ id, made }) => (made === null ? [] : [[id, madeOf(made)]])))
}

/** The records that bring the lots that a plan takes. */
export function recordsBefore(plan: Plan): number[] {
  const refs = plan.kind === 'batches' ? plan.uses.map((use) => use.lot) : plan.kind === 'sales' ? plan.lines.map((line) => line.lot) : [] // prettier-ignore
  return refs.flatMap((ref) => (ref !== null && 'record' in ref ? [ref.record] : []))
}

/** The lot that a plan means. @throws AppError where the record that brings it was stopped */
async function lotOf(db: Db, ref: LotRef, memory: StepMemory): Promise<number> {
  if ('lot' in ref) return ref.lot
  const made = await madeBy(db, ref.record, memory)
  const lotId = made.lotId ?? made.lots?.find((lot) => lot.item === ref.item)?.lotId
  if (lotId === undefined)
    throw new AppError({ code: 'rule_violation', message: say('What it was made or taken from was stopped before it. Mend that row first.') }) // prettier-ignore
  return lotId
}

/** What a record of this import became; nothing where it was stopped. */
async function madeBy(db: Db, record: number, memory: StepMemory): Promise<Made> {
  const known = memory.made.get(record)
  if (known) return known
  const made = (await madeByRecords(db, [record])).get(record) ?? {}
  memory.made.set(record, made)
  return made
}

/** Takes back what a record became. @throws AppError `rule_violation` naming what leans on it */
export async function takeOut(
  db: Db,
  made: Made,
  taken: { readonly day: string; readonly seq: number; readonly reason: string },
) {
  if (made.movementId !== undefined) await takeChangeBack(db, made.movementId, taken)
  if (made.returnedId !== undefined) await undoReturned(db, made.returnedId, taken)
  if (made.shipmentId !== undefined) await takeShipmentBack(db, made.shipmentId, taken)
  if (made.batchId !== undefined) {
    await undoBatch(db, made.batchId, taken)
    await releaseNumber(db, made.batchId)
  }
  if (made.receiptId !== undefined) await undoReceipt(db, made.receiptId, taken)
  // A product stays with its recipe, out of the way: nothing that was once called by a name is forgotten.
  if (made.productId !== undefined && !(await hasBatches(db, made.productId)))
    await setRetired(db, made.productId, true)
  if (made.supplierId !== undefined) await forgetUnnamed(db, 'supplier', made.supplierId)
  if (made.placeId !== undefined) await forgetUnnamed(db, 'place', made.placeId)
}
