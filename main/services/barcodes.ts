import type { Input, Output } from '../../shared/api/operation.ts'
import type { pantry } from '../../shared/api/pantry.ts'
import { type BagFacts, bagFacts, readScan } from '../../shared/domain/gs1Reading.ts'
import { exactQuantityText } from '../../shared/domain/quantity.ts'
import { MAX_BASE } from '../../shared/domain/units.ts'
import { type KnownPack, packOf } from '../db/repos/barcodes.ts'
import { itemById } from '../db/repos/items.ts'
import type { Db } from '../db/schema.ts'
import { type Context, kitchenToday } from './context.ts'
import { quantityFor } from './quantities.ts'
import { say } from '../../shared/words/say.ts'

const nothing: BagFacts = { gtin: null, lot: null, bestBy: null, madeOn: null, serial: null, weight: null, count: null }

/** What a supplier's barcode says of a bag, with what is remembered of that pack. */
export async function readBarcode(
  { code }: Input<typeof pantry.readBarcode>,
  context: Context,
): Promise<Output<typeof pantry.readBarcode>> {
  return await context.store.read(async (db) => {
    const scan = readScan(code)
    const facts =
      scan.kind === 'gs1'
        ? bagFacts(scan.elements, await kitchenToday(db, context))
        : { ...nothing, gtin: scan.kind === 'gtin' ? scan.gtin : null }
    const pack = facts.gtin === null ? undefined : await packOf(db, facts.gtin)
    return {
      gtin: facts.gtin,
      itemId: pack?.item_id ?? null,
      ingredient: pack?.item ?? null,
      supplier: pack?.supplier ?? null,
      quantity: await quantityOf(db, facts, pack),
      supplierLot: facts.lot,
      bestBy: facts.bestBy,
      problem:
        scan.kind === 'wrong'
          ? scan.message
          : scan.kind === 'plain'
            ? say('This code is not a supplier’s product code. Type what the bag says.')
            : null,
    }
  })
}

/** The weight on the bag where it says one; else what such a pack holds, as many times as the code counts. */
async function quantityOf(db: Db, facts: BagFacts, pack: KnownPack | undefined): Promise<string | null> {
  if (facts.weight !== null || !pack) return facts.weight
  if (facts.count === null || facts.count < 2) return pack.typed
  const item = await itemById(db, pack.item_id)
  if (!item) return pack.typed
  const one = quantityFor(item, pack.typed, 'code')
  const base = one.base * facts.count
  return base > MAX_BASE ? pack.typed : exactQuantityText(base, one.unit)
}
