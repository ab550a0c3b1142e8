import { nameKey } from '../../../shared/domain/names.ts'
import { findPlace, findSupplier, placeNamed, supplierNamed } from '../../db/repos/directory.ts'
import { type Item, itemNamed } from '../../db/repos/items.ts'
import type { Db, PlaceKind } from '../../db/schema.ts'
import { type RememberedLookups, rememberedLookups } from '../lookups.ts'
import type { Made } from './plan.ts'

/** What one step of an import has looked up: hundreds of records name the same few things. */
export interface StepMemory {
  /** What records of this import became, by record. */
  readonly made: Map<number, Made>
  readonly items: Map<string, Item>
  readonly suppliers: Map<string, number>
  readonly places: Map<string, number>
  readonly lookups: RememberedLookups
}

export function emptyMemory(): StepMemory {
  return { made: new Map(), items: new Map(), suppliers: new Map(), places: new Map(), lookups: rememberedLookups() }
}

/** Forgets items after one was changed. */
export function forgetItems({ items, lookups }: StepMemory): void {
  items.clear()
  lookups.forget()
}

/** Forgets names: a record was taken back halfway, and perhaps with it what it had added. */
export function forgetNames({ items, suppliers, places, lookups }: StepMemory): void {
  for (const names of [items, suppliers, places]) names.clear()
  lookups.forget()
}

export async function rememberedItem(db: Db, { items }: StepMemory, name: string): Promise<Item | undefined> {
  return await remembered(items, name, async () => await itemNamed(db, name))
}

/** A name’s id, and whether it was new. */
interface Found {
  readonly id: number
  readonly isNew: boolean
}

export async function rememberedSupplier(db: Db, { suppliers }: StepMemory, name: string): Promise<Found> {
  return await foundOrAdded(suppliers, name, async () => await findSupplier(db, name), async () => await supplierNamed(db, name)) // prettier-ignore
}

export async function rememberedPlace(db: Db, { places }: StepMemory, name: string, kind: PlaceKind): Promise<Found> {
  return await foundOrAdded(places, name, async () => await findPlace(db, name), async () => await placeNamed(db, name, kind)) // prettier-ignore
}

async function foundOrAdded(
  names: Map<string, number>,
  name: string,
  find: () => Promise<number | undefined>,
  add: () => Promise<number>,
): Promise<Found> {
  const key = nameKey(name)
  const known = names.get(key) ?? (await find())
  const id = known ?? (await add())
  names.set(key, id)
  return { id, isNew: known === undefined }
}

async function remembered<T>(
  names: Map<string, Exclude<T, undefined>>,
  name: string,
  find: () => Promise<T>,
): Promise<T> {
  const key = nameKey(name)
  const known = names.get(key)
  if (known !== undefined) return known
  const found = await find()
  if (found !== undefined) names.set(key, found as Exclude<T, undefined>)
  return found
}
