import { addDays } from '../../../shared/domain/day.ts'
import { unitNamed } from '../../../shared/domain/units.ts'
import { furnish, type Ingredient, placeNear, type Product, supplierLotOf } from './furnish.ts'
import { supplierNames } from './names.ts'
import { openRecordWriter, type Take } from './recordWriter.ts'
import { seeded } from '../../../shared/testing/seeded.ts'

/** Where to look in the record that was written. */
export interface Landmarks {
  readonly batches: number
  readonly uses: number
  readonly lots: number
  readonly shipmentLines: number
  readonly units: number
  /** A batch out of the middle, whose units went to several places. */
  readonly batchId: number
  readonly lotNumber: string
  readonly madeOn: string
  /** A bought lot of that batch, what is printed on it, and its source. */
  readonly boughtLotId: number
  readonly supplierLot: string
  readonly supplierId: number
  readonly itemId: number
  readonly receivedOn: string
}

interface Options {
  /** 1 is a busy kitchen: 20,000 batches in ten years; 10 is a co-packer. */
  readonly factor?: number
  readonly seed?: number
  /** The last day, `2026-03-28` where nobody says otherwise. */
  readonly until?: string
}

const DAYS = 3650
const MADE = 50
/** Units of each batch of a base product that other batches take. */
const KEPT = 15

/**
 * Writes ten years of a kitchen into a new record, the same every time: 20,000 batches, 160,000 ingredient rows, 60,000 lots,
 * 100,000 lines of shipments, 1,000,000 units, all times `factor`; in about ten seconds for each factor. The record passes
 * `history.verify`.
 * @param file `…/data/traceberry.db`, which must not be there. Start a core on its folder afterwards, with the clock at `until`
 */
export function writeTenYears(file: string, { factor = 1, seed = 1, until = '2026-03-28' }: Options = {}): Landmarks {
  const chance = seeded(seed)
  const writer = openRecordWriter(file)
  const start = addDays(until, -DAYS + 1)
  const { products, people, equipment, places } = furnish(writer, chance, start)
  const bags = new Map<number, Pick<Landmarks, 'supplierLot' | 'supplierId' | 'itemId' | 'receivedOn'>>()
  const due = new Map<number, { lotId: number; units: number }[]>()
  const total = 20_000 * factor
  const counts = { batches: 0, uses: 0, lots: 0, shipmentLines: 0 }
  let landmark: Omit<Landmarks, keyof typeof counts | 'units'> | undefined
  const planned = Array.from({ length: total }, () => chance.pick(products))
  const dayOf = (at: number) => Math.floor((at * DAYS) / total)

  function shop(day: number): void {
    const wanted = new Map<Ingredient, number>()
    for (let at = Math.ceil((day * total) / DAYS); at < total && dayOf(at) < day + 7; at += 1)
      for (const ingredient of planned[at]?.lines ?? []) wanted.set(ingredient, (wanted.get(ingredient) ?? 0) + 1)
    const trips = new Map<number, { itemId: number; count: number; unit: string; ingredient: Ingredient }[]>()
    for (const [ingredient, times] of wanted) {
      const there = ingredient.open.reduce((sum, lotId) => sum + timesLeft(ingredient, lotId), 0)
      const supplier = chance.pick(ingredient.suppliers)
      for (let short = times - there; short > 0;) {
        const holds = 3 + chance.below(3)
        const bag = { itemId: ingredient.id, count: ingredient.takes * holds, unit: ingredient.unit, ingredient }
        trips.set(supplier, [...(trips.get(supplier) ?? []), bag])
        short -= holds
      }
    }
    const today = addDays(start, day)
    for (const [supplierId, bought] of trips) {
      const lines = bought.map(({ itemId, count, unit }) => ({
        itemId,
        amount: { count, unit },
        supplierLot: chance.next() < 0.7 ? supplierLotOf(counts.lots, chance) : null,
        bestBy: chance.next() < 0.6 ? addDays(today, 200 + chance.below(200)) : null,
      }))
      const supplier = supplierNames[supplierId - 1] ?? ''
      writer.receive({ supplierId, supplier, lines }, today).forEach((lotId, at) => {
        bought[at]?.ingredient.open.push(lotId)
        const { itemId = 0, supplierLot = null } = lines[at] ?? {}
        if (supplierLot !== null) bags.set(lotId, { supplierLot, supplierId, itemId, receivedOn: today })
        counts.lots += 1
      })
    }
  }

  function timesLeft(ingredient: Ingredient, lotId: number): number {
    return Math.floor(writer.left(lotId) / (ingredient.takes * unitNamed(ingredient.unit).base))
  }

  function takesOf(product: Product): Take[] {
    const takes: Take[] = product.lines.map((ingredient) => {
      const amount = { count: ingredient.takes, unit: ingredient.unit }
      while (ingredient.open[0] !== undefined && timesLeft(ingredient, ingredient.open[0]) === 0)
        ingredient.open.shift()
      const forgotten = chance.next() < 0.005
      return { itemId: ingredient.id, lotId: forgotten ? null : (ingredient.open[0] ?? null), amount }
    })
    if (!product.base) return takes
    const { kept, productId, unit } = product.base
    while (kept[0]?.units === 0) kept.shift()
    const [from] = kept
    if (from) from.units -= 1
    return [...takes, { itemId: productId, lotId: from?.lotId ?? null, amount: { count: 1, unit } }]
  }

  function make(at: number, product: Product): void {
    const day = dayOf(at)
    const uses = takesOf(product)
    const discarded = chance.next() < 0.1 ? 1 + chance.below(3) : 0
    const batch = {
      product,
      made: MADE,
      discarded,
      uses,
      confirmed: chance.below(uses.length),
      personIds: [chance.pick(people)],
      equipmentIds: [...new Set([chance.pick(equipment), chance.pick(equipment)])],
      pH: 3000 + chance.below(500),
    }
    const { batchId, lotId, lotNumber } = writer.make(batch, addDays(start, day))
    counts.batches += 1
    counts.lots += 1
    counts.uses += uses.length
    const isBase = products.some(({ base }) => base === product)
    if (isBase) product.kept.push({ lotId, units: KEPT })
    const parts = at % 16 === 0 ? 7 : 5
    let free = MADE - discarded - (isBase ? KEPT : 0)
    for (let part = parts; part > 0; part -= 1) {
      const units = Math.floor(free / part)
      const when = day + 1 + chance.below(40)
      due.set(when, [...(due.get(when) ?? []), { lotId, units }])
      free -= units
    }
    const known = uses.find(({ lotId: taken }) => taken !== null && bags.has(taken))?.lotId ?? null
    const bag = known === null ? undefined : bags.get(known)
    if (!landmark && at >= total / 2 && known !== null && bag)
      landmark = { batchId, lotNumber, madeOn: addDays(start, day), boughtLotId: known, ...bag }
    if (chance.next() < 0.015 / factor)
      writer.complain({ batchId, serial: 1 + chance.below(20), what: 'tastes off' }, addDays(start, day))
  }

  function ship(day: number): void {
    const lines = due.get(day) ?? []
    due.delete(day)
    for (let from = 0; from < lines.length; from += 4) {
      const place = placeNear(places, chance)
      const some = lines.slice(from, from + 4)
      const reference = place.name === 'Online orders' ? `order #${10_000 + counts.shipmentLines}` : ''
      writer.send({ placeId: place.id, place: place.name, reference, lines: some }, addDays(start, day))
      counts.shipmentLines += some.length
    }
  }

  let at = 0
  for (let day = 0; day < DAYS; day += 1) {
    if (day % 7 === 0) shop(day)
    for (; at < total && dayOf(at) === day; at += 1) {
      const product = planned[at]
      if (product) make(at, product)
    }
    ship(day)
  }
  writer.close()
  if (!landmark) throw new Error('there is no batch in the middle')
  return { ...counts, units: counts.batches * MADE, ...landmark }
}
