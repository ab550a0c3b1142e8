import type { batches } from '../../shared/api/batches.ts'
import { fieldError } from '../../shared/api/errors.ts'
import type { Input } from '../../shared/api/operation.ts'
import { supplierNamed } from '../db/repos/directory.ts'
import { type Item, itemById } from '../db/repos/items.ts'
import { insertReceipt } from '../db/repos/receipts.ts'
import type { Db } from '../db/schema.ts'
import type { Work } from '../db/unitOfWork.ts'
import { bringIn } from './bringIn.ts'
import { type Context, kitchenToday, orNull } from './context.ts'
import { quantityFor } from './quantities.ts'
import { say } from '../../shared/words/say.ts'

type RecordInput = Input<typeof batches.record>
type Use = RecordInput['uses'][number]
type Delivery = NonNullable<Use['delivery']>

/**
 * Receives the bags that were opened for a batch and never written down, one shopping trip for each supplier and day.
 * @returns the rows of the batch, each with the lot that its delivery brought
 */
export async function receiveDeliveries<U extends Use>(
  work: Work,
  context: Context,
  { uses, madeOn }: { readonly uses: readonly U[]; readonly madeOn: string },
): Promise<U[]> {
  if (uses.every((use) => !use.delivery)) return [...uses]
  const today = await kitchenToday(work.db, context)
  const trips = new Map<string, Trip>()
  const withLots: U[] = []
  for (const [at, use] of uses.entries()) {
    if (!use.delivery) {
      withLots.push(use)
      continue
    }
    const field = `uses.${at}.delivery`
    const receivedOn = orNull(use.delivery.receivedOn) ?? madeOn
    if (receivedOn > today)
      throw fieldError(`${field}.receivedOn`, say('That day is still to come. Type the day the bag came in.'))
    const item = await itemById(work.db, use.itemId)
    if (item?.kind !== 'ingredient')
      throw fieldError(
        `${field}.quantity`,
        say('Only an ingredient comes in a delivery. Choose a batch of this product.'),
      )
    const supplier = orNull(use.delivery.supplier)
    const key = `${receivedOn} ${supplier ?? ''}`
    const trip = trips.get(key) ?? (await startTrip(work, supplier, receivedOn))
    trips.set(key, trip)
    withLots.push({ ...use, lotId: await bringBag(work, trip, item, use.delivery, field) })
  }
  return withLots
}

interface Trip {
  readonly receiptId: number
  readonly supplierId: number | null
  readonly receivedOn: string
}

async function startTrip({ db, seq }: Work, supplier: string | null, receivedOn: string): Promise<Trip> {
  const supplierId = supplier === null ? null : await supplierNamed(db, supplier)
  return { receiptId: await insertReceipt(db, { supplierId, receivedOn, note: '', seq }), supplierId, receivedOn }
}

async function bringBag(
  { db, seq }: { readonly db: Db; readonly seq: number },
  trip: Trip,
  item: Item,
  delivery: Delivery,
  field: string,
): Promise<number> {
  const quantity = quantityFor(item, delivery.quantity, `${field}.quantity`)
  const { receivedOn } = trip
  const bag = {
    ...trip,
    itemId: item.id,
    bestBy: orNull(delivery.bestBy),
    supplierLot: orNull(delivery.supplierLot),
    costCents: delivery.costCents ?? null,
    quantity,
    day: receivedOn,
  }
  return await bringIn(db, bag, seq)
}
