import { nameKey } from '../../../shared/domain/names.ts'
import type { Dimension } from '../../../shared/domain/units.ts'
import { listPlaces, listSuppliers } from '../../db/repos/directory.ts'
import { everyChange, everyBatch, everyReturn, everySending, issuedKeys } from '../../db/repos/importKnown.ts'
import { listAliases } from '../../db/repos/imports.ts'
import type { TypedFactor } from '../../db/repos/ingredients.ts'
import { listItems } from '../../db/repos/items.ts'
import { packsOfProducts } from '../../db/repos/packs.ts'
import type { AliasKind } from '../../db/schemaOfImports.ts'
import type { Db } from '../../db/schema.ts'
import type { Store } from '../../db/store.ts'
import type { Pace } from './pace.ts'

/** An ingredient or a product, of the record (id above 0) or about to be added by this import (id 0). */
export interface KnownItem {
  readonly id: number
  readonly key: string
  readonly name: string
  readonly kind: 'ingredient' | 'product'
  /** Key of the product of which it is a further pack. */
  readonly packOf: string | null
  readonly code: string | null
  readonly dimension: Dimension
  readonly unit: string
  readonly shelfLifeDays: number | null
  readonly factors: readonly TypedFactor[]
}

/** What the record holds that a plan asks for, read once. */
export interface Known {
  readonly items: Map<string, KnownItem>
  readonly codes: Map<string, KnownItem>
  readonly suppliers: Map<string, string>
  readonly places: Map<string, { readonly name: string; readonly kind: string }>
  /** Batches by the key of their number. */
  readonly batches: Map<
    string,
    { readonly id: number; readonly product: string; readonly madeOn: string; readonly isVoid: boolean }
  >
  readonly issued: ReadonlySet<string>
  readonly released: ReadonlySet<string>
  /** How many times each thing was sent: place, day, purpose, reference and what, as `sendingKey` writes it. */
  readonly sendings: Map<string, number>
  readonly returns: Map<string, number>
  /** Counts and discards that stand, as `changeKey` writes them. */
  readonly changes: Map<string, number>
  readonly aliases: ReadonlyMap<string, string>
  readonly itemKeys: ReadonlyMap<number, string>
}

/** Reads it a part at a time: whoever plans with it checks that nothing was recorded meanwhile. */
export async function readKnown(store: Store, pace: Pace): Promise<Known> {
  const read = async <T>(part: (db: Db) => Promise<T>): Promise<T> => {
    await pace()
    return await store.read(part)
  }
  const rows = await read(listItems)
  const keys = new Map(rows.map((row) => [row.id, nameKey(row.name)]))
  const items = new Map<string, KnownItem>()
  const codes = new Map<string, KnownItem>()
  for (const row of rows) {
    const packOf = row.pack_of === null ? null : (keys.get(row.pack_of) ?? null)
    const { id, name, kind, code, dimension, unit, shelf_life_days: shelfLifeDays, factors } = row
    const item = { id, key: nameKey(name), name, kind, packOf, code, dimension, unit, shelfLifeDays, factors }
    items.set(item.key, item)
    if (code !== null) codes.set(code.toUpperCase(), item)
  }
  await read(async (db) => await addGtins(db, items, codes))
  const batches: Known['batches'] = new Map()
  const released = new Set<string>()
  for (const batch of await read(everyBatch)) {
    const [key = '', undone] = batch.lot_key.split('~')
    if (undone !== undefined) released.add(key)
    else
      batches.set(key, {
        id: batch.id,
        product: keys.get(batch.product_id) ?? '',
        madeOn: batch.made_on,
        isVoid: batch.is_void === 1,
      })
  }
  return {
    items,
    codes,
    suppliers: new Map((await read(listSuppliers)).map(({ name }) => [nameKey(name), name])),
    places: new Map((await read(listPlaces)).map(({ name, kind }) => [nameKey(name), { name, kind }])),
    batches,
    issued: await read(issuedKeys),
    released,
    sendings: sendingsOf(await read(everySending), keys),
    returns: counted(
      (await read(everyReturn)).map((row) => [row.place_key, row.day, row.lot_key, row.units].join('|')),
    ),
    changes: counted((await read(everyChange)).map((row) => changeKey({ lotId: row.lot_id, what: row.kind === 'counted' ? (row.delta > 0 ? 'found' : 'missing') : row.kind, day: row.day, base: Math.abs(row.delta) }))), // prettier-ignore
    aliases: new Map((await read(listAliases)).map((row) => [`${row.kind}|${row.alias_key}`, row.name])),
    itemKeys: keys,
  }
}

/** Shops know products by the number under the stripes too. */
async function addGtins(db: Db, items: ReadonlyMap<string, KnownItem>, codes: Map<string, KnownItem>): Promise<void> {
  const products = [...items.values()].filter((item) => item.kind === 'product' && item.packOf === null)
  for (const pack of await packsOfProducts(
    db,
    products.map((item) => item.id),
  )) {
    const item = items.get(nameKey(pack.item))
    if (pack.gtin !== null && item) codes.set(pack.gtin, item)
  }
}

function sendingsOf(
  sent: Awaited<ReturnType<typeof everySending>>,
  keys: ReadonlyMap<number, string>,
): Map<string, number> {
  const rows = Map.groupBy(sent, (row) => row.id)
  return counted(
    [...rows.values()].map((lines) => {
      const [head] = lines
      const units = new Map(lines.map((line) => [keys.get(line.item_id) ?? '', line.units]))
      return sendingKey({
        place: head?.place_key ?? '',
        date: head?.sent_on ?? '',
        purpose: head?.purpose ?? '',
        reference: head?.reference ?? '',
        units,
      })
    }),
  )
}

/** A shipment as it is compared with those of the record. */
export function sendingKey(sending: {
  readonly place: string
  readonly date: string
  readonly purpose: string
  readonly reference: string
  readonly units: ReadonlyMap<string, number>
}): string {
  const { place, date, purpose, reference, units } = sending
  const what = [...units].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([item, count]) => `${item}:${count}`)
  return [place, date, purpose, nameKey(reference), ...what].join('|')
}

/** A count or a discard as it is compared with those of the record. */
export function changeKey(change: { lotId: number; what: string; day: string; base: number }): string {
  return [change.lotId, change.what, change.day, change.base].join('|')
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Takes one of a counted key away. @returns whether there was one */
export function takeOne(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0
  if (count === 0) return false
  counts.set(key, count - 1)
  return true
}

/** A name as it is called here, where a person said that it means another. */
export function meantName({ aliases }: Known, kind: AliasKind, name: string): string {
  return aliases.get(`${kind}|${nameKey(name)}`) ?? name
}
