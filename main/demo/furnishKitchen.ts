import { goods, suppliers } from './yearGoods.ts'
import { equipment, people, places, products, type YearProduct } from './yearProducts.ts'
import type { Recorder } from './recorder.ts'

/** The demo kitchen’s zone, in which its days are told. */
export const ZONE = 'America/New_York'

/** What the kitchen has before its first batch, by the names that the year uses. */
export interface Furnished {
  readonly products: readonly (YearProduct & { readonly productId: number; readonly equipmentIds: readonly number[] })[]
  readonly personIds: readonly number[]
  readonly equipmentIds: ReadonlyMap<string, number>
}

/** Writes down who the kitchen is, whom it buys from, where it sells, who works there, with what, and its recipes. */
export async function furnishKitchen(recorder: Recorder): Promise<Furnished> {
  const { api } = recorder
  await api.kitchen.save({
    requestId: recorder.id(),
    name: 'Maple Hill Kitchen',
    address: '12 Orchard Lane, Brattleboro, VT 05301',
    phone: '(802) 555-0142',
    email: 'hello@maplehill.example',
    zone: ZONE,
    lotFormat: 'date',
  })
  for (const supplier of suppliers) await api.directory.saveSupplier({ requestId: recorder.id(), ...supplier })
  for (const place of Object.values(places)) await api.directory.savePlace({ requestId: recorder.id(), ...place })
  const personIds: number[] = []
  for (const name of people)
    personIds.push((await api.crew.savePerson({ requestId: recorder.id(), name, active: true })).id)
  const equipmentIds = new Map<string, number>()
  for (const { name, kind, clean } of equipment) {
    const { id } = await api.crew.saveEquipment({
      requestId: recorder.id(),
      name,
      kind,
      cleanEveryDays: clean,
      calibrateEveryDays: kind === 'instrument' ? 90 : null,
      active: true,
    })
    equipmentIds.set(name, id)
  }
  const written: Furnished['products'][number][] = []
  for (const product of products) {
    const { name, code, unit, keeps, makes, net, cents, acid } = product
    const { productId } = await api.products.save({
      requestId: recorder.id(),
      name,
      code,
      unit,
      shelfLifeDays: keeps,
      expectedYield: makes,
      lines: Object.entries(product.lines).map(([ingredient, quantity]) => ({ ingredient, quantity })),
      pack: { net, priceCents: cents },
      readings: acid ? [{ name: 'pH', unit: '', most: '4.0' }] : [],
      equipment: product.with.map((each) => ({ name: each })),
    })
    written.push({ ...product, productId, equipmentIds: product.with.map((each) => equipmentIds.get(each) ?? 0) })
  }
  await writeFacts(recorder)
  return { products: written, personIds, equipmentIds }
}

/** What is in each ingredient, so that labels can be printed. */
async function writeFacts({ api, id }: Recorder): Promise<void> {
  const known = new Map((await api.pantry.ingredients({})).map((row) => [row.name, row.id]))
  for (const { name, contains = [], madeOf } of goods)
    await api.facts.save({
      requestId: id(),
      itemId: known.get(name) ?? 0,
      madeOf: madeOf ?? '',
      contains: [...contains],
      mayContain: [],
    })
}
