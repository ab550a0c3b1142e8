import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { bins } from '../../shared/api/bins.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { type Day, isExpired } from '../../shared/domain/day.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import { type Bin, binById, binNamed, fillings, insertBin, listBins, pours, updateBin } from '../db/repos/bins.ts'
import { itemById } from '../db/repos/items.ts'
import { lotById, lotsById } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { lotLabel } from './lotRow.ts'
import { say } from '../../shared/words/say.ts'

export async function getBins(_input: unknown, context: Context): Promise<Output<typeof bins.list>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const rows: Output<typeof bins.list> = []
    for (const bin of await listBins(db)) rows.push(await binRow(db, bin, today))
    return rows
  })
}

export async function getBin({ binId }: Input<typeof bins.get>, context: Context): Promise<Output<typeof bins.get>> {
  return await context.store.read(async (db) => {
    const bin = await knownBin(db, binId)
    const row = await binRow(db, bin, await kitchenToday(db, context))
    const all = await fillings(db, binId)
    const poured = await pours(
      db,
      'bin_lot_id',
      all.map((filling) => filling.id),
    )
    const lots = await lotsById(
      db,
      poured.map((pour) => pour.lot_id),
    )
    return {
      ...row,
      pours: poured
        .filter((pour) => pour.bin_lot_id === row.content?.lotId)
        .map((pour) => {
          const lot = lots.get(pour.lot_id)
          return {
            pourId: pour.id,
            lotId: pour.lot_id,
            lot: lot ? lotLabel(lot) : '',
            quantity: pour.typed,
            day: pour.day,
          }
        }),
      before: all.flatMap(({ id, from, emptied_on: emptiedOn }) =>
        emptiedOn === null
          ? []
          : [{ lotId: id, from, emptiedOn, lots: poured.filter((pour) => pour.bin_lot_id === id).length }],
      ),
    }
  })
}

export async function saveBin(input: Input<typeof bins.save>, context: Context): Promise<Output<typeof bins.save>> {
  return await command(context, input, async ({ db }) => {
    const { name, itemId } = input
    const other = await binNamed(db, name)
    if (other && other.id !== input.binId)
      throw fieldError('name', say('“{other}” is there already. Choose another name.', { other: other.name }))
    const item = await itemById(db, itemId)
    if (item?.kind !== 'ingredient') throw fieldError('itemId', say('A bin holds one ingredient. Choose which.'))
    if (!input.binId) return { binId: await insertBin(db, { name, itemId }) }
    const bin = await knownBin(db, input.binId)
    if (bin.item_id !== itemId && isOpen(bin))
      throw fieldError(
        'itemId',
        say('There is {item} in {bin}. Mark it emptied first.', { item: bin.item, bin: bin.name }),
      )
    await updateBin(db, bin.id, { name, itemId })
    return { binId: bin.id }
  })
}

export async function knownBin(db: Db, binId: number): Promise<Bin> {
  const bin = await binById(db, binId)
  if (!bin) throw notFound(say('This bin'))
  return bin
}

/** Whether something was poured in since it was last empty. */
export function isOpen(bin: Bin): bin is Bin & { readonly lot_id: number } {
  return bin.lot_id !== null && bin.emptied_on === null
}

async function binRow(db: Db, bin: Bin, today: Day): Promise<Output<typeof bins.list>[number]> {
  const lot = isOpen(bin) ? await lotById(db, bin.lot_id) : undefined
  const item = await itemById(db, bin.item_id)
  const inside = lot ? await pours(db, 'bin_lot_id', [lot.id]) : []
  return {
    id: bin.id,
    name: bin.name,
    itemId: bin.item_id,
    ingredient: bin.item,
    unit: item?.unit ?? '',
    content: lot
      ? {
          lotId: lot.id,
          onHand: { base: lot.on_hand, text: formatQuantity(lot.on_hand, lot.unit) },
          filledOn: lot.received_on,
          bestBy: lot.best_by,
          held: lot.held === 1,
          expired: isExpired(lot.best_by, today),
          lots: new Set(inside.map((pour) => pour.lot_id)).size,
        }
      : null,
    emptiedOn: bin.emptied_on,
  }
}
