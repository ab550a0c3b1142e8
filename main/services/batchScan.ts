import type { batches } from '../../shared/api/batches.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { lotOfBagCode } from '../../shared/domain/bagCode.ts'
import type { Day } from '../../shared/domain/day.ts'
import { bagFacts, readScan } from '../../shared/domain/gs1Reading.ts'
import { lotKey, readsAsUnitOf } from '../../shared/domain/lotNumber.ts'
import { scannedNumber } from '../../shared/domain/scannedNumber.ts'
import { packOf } from '../db/repos/barcodes.ts'
import { batchesWithKeys, lotsWithKeys, unitRangesOf } from '../db/repos/finding.ts'
import { lotsById, lotsInStock, outputLots } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { lotChoice } from './batchProposal.ts'
import type { Context } from './context.ts'

/** The lots that a code names, those that may be used first. */
export async function scanLots(
  { code, madeOn }: Input<typeof batches.scan>,
  { store }: Context,
): Promise<Output<typeof batches.scan>> {
  return await store.read(async (db) => {
    const bag = lotOfBagCode(code)
    const ids = [
      ...(bag === undefined ? [] : [bag]),
      ...(await barcodeLots(db, code, madeOn)),
      ...(await ownLots(db, scannedNumber(code))),
      ...(await supplierLots(db, code)),
    ]
    const views = await lotsById(db, ids)
    const found = [...new Set(ids)].flatMap((id) => {
      const view = views.get(id)
      if (!view) return []
      return [{ ...lotChoice(view, madeOn), itemId: view.item_id, ingredient: view.item, unit: view.unit }]
    })
    return found.toSorted((a, b) => Number(a.problem !== null) - Number(b.problem !== null))
  })
}

/**
 * Lots that a supplier's barcode means: of the ingredient that its product number was said to be, those of the lot that
 * the code carries; without a lot, the only one that is there. A lot alone, or one of an unknown product, by its number.
 */
async function barcodeLots(db: Db, code: string, madeOn: Day): Promise<number[]> {
  const scan = readScan(code)
  const facts = scan.kind === 'gs1' ? bagFacts(scan.elements, madeOn) : null
  const gtin = scan.kind === 'gtin' ? scan.gtin : (facts?.gtin ?? null)
  const pack = gtin === null ? undefined : await packOf(db, gtin)
  const lot = facts?.lot ?? null
  if (lot !== null) {
    const named = await supplierLots(db, lot)
    const views = await lotsById(db, named)
    return pack ? named.filter((id) => views.get(id)?.item_id === pack.item_id) : named
  }
  const there = pack ? await lotsInStock(db, pack.item_id) : []
  return there.length === 1 ? there.map(({ id }) => id) : []
}

/** Lots that a batch of that number made; the number of one unit has up to six digits more. */
async function ownLots(db: Db, code: string): Promise<number[]> {
  const key = lotKey(code)
  const digits = /\d{0,6}$/.exec(key)?.[0].length ?? 0
  const keys = Array.from({ length: digits + 1 }, (_, cut) => key.slice(0, key.length - cut))
  const rows = await batchesWithKeys(db, keys)
  const lots = await outputLots(
    db,
    rows.map((row) => row.id),
  )
  // Serials run on over the packs of a number: one jar is of one pack.
  const ranges = await unitRangesOf(
    db,
    rows.map((row) => row.id),
  )
  const jars = rows.flatMap(({ id, lot_key }) => {
    const serial = readsAsUnitOf(key, lot_key) ? Number(key.slice(lot_key.length)) : 0
    return ranges.filter(({ batch_id, first, last }) => batch_id === id && first <= serial && serial <= last)
  })
  return jars.length > 0 ? jars.map((range) => range.lot_id) : lots.map((lot) => lot.id)
}

async function supplierLots(db: Db, code: string): Promise<number[]> {
  const key = lotKey(code)
  return (await lotsWithKeys(db, [key])).map((lot) => lot.id)
}
