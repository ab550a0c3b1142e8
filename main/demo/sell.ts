import { addDays } from '../../shared/domain/day.ts'
import type { Furnished } from './furnishKitchen.ts'
import type { Recorder } from './recorder.ts'
import { places } from './yearProducts.ts'

interface SaleLine {
  readonly lotId: number
  readonly units: number
  readonly priceCents: number
}

interface Wanted {
  /** Units altogether, and at most of one product. */
  readonly units: number
  readonly each: number
  /** What a place pays of the price, in percent. */
  readonly percent: number
  /** Days that goods must still keep there. */
  readonly keeps: number
}

/** Days from which on goods are kept for the seasons in which they are not made, and what of the stock goes at a time. */
const LONG = 150
const OF_JARS = 0.09
const OF_FRESH = 0.5
/** Jars of a season that stay for the next one’s customers, and for cookies. */
const KEPT = 12

/** Takes the oldest of what is on hand, from several products. */
async function load(recorder: Recorder, kitchen: Furnished, wanted: Wanted): Promise<SaleLine[]> {
  const { api, chance, day } = recorder
  const lines: SaleLine[] = []
  let left = wanted.units
  const stock = (await api.shipping.stock({})).filter(
    ({ problem, bestBy }) => problem === null && (bestBy === null || bestBy >= addDays(day, wanted.keeps)),
  )
  const byProduct = [...Map.groupBy(stock, ({ productId }) => productId)]
  const from = chance.below(byProduct.length || 1)
  for (const [productId, lots] of [...byProduct.slice(from), ...byProduct.slice(0, from)]) {
    const product = kitchen.products.find((each) => each.productId === productId)
    const cents = product?.cents ?? 0
    const priceCents = Math.round((cents * wanted.percent) / 2500) * 25
    const here = lots.reduce((sum, { onHand }) => sum + onHand, 0)
    const long = (product?.keeps ?? 0) > LONG
    const most = long && here <= KEPT ? 0 : Math.ceil(here * (long ? OF_JARS : OF_FRESH))
    let share = Math.min(left, most, Math.ceil(wanted.each * (0.6 + 0.4 * chance.next())))
    for (const { lotId, onHand } of lots) {
      const units = Math.min(share, onHand)
      if (units > 0) lines.push({ lotId, units, priceCents })
      share -= units
      left -= units
    }
  }
  return lines
}

/** A market day: what went, what came back in the afternoon, and the money. @param busy how good a day it is, about 1 */
export async function holdMarket(recorder: Recorder, kitchen: Furnished, busy: number): Promise<void> {
  const { api, chance, day } = recorder
  const lines = await load(recorder, kitchen, { units: Math.round(66 * busy), each: 12, percent: 100, keeps: 5 })
  if (lines.length === 0) return
  const { shipmentId } = await api.shipping.send({
    requestId: recorder.id(),
    place: places.market.name,
    sentOn: day,
    lines,
  })
  const back = lines.map((line) => ({ ...line, units: chance.below(Math.ceil(line.units * 0.4)) }))
  const taken = lines.reduce((sum, line, at) => sum + (line.units - (back[at]?.units ?? 0)) * line.priceCents, 0)
  await api.shipping.bringBack({
    requestId: recorder.id(),
    shipmentId,
    day,
    cashCents: Math.max(0, taken - 500 + chance.below(8) * 100),
    note: '',
    lines: back.filter(({ units }) => units > 0).map(({ lotId, units }) => ({ lotId, units })),
  })
}

/** A delivery to a shop at wholesale prices. */
export async function deliver(
  recorder: Recorder,
  kitchen: Furnished,
  place: 'coop' | 'store' | 'cafe',
  number: number,
): Promise<void> {
  const lines = await load(recorder, kitchen, { units: 24, each: 8, percent: 68, keeps: 14 })
  if (lines.length === 0) return
  await recorder.api.shipping.send({
    requestId: recorder.id(),
    place: places[place].name,
    placeKind: 'store',
    sentOn: recorder.day,
    reference: `invoice ${number}`,
    lines,
  })
}

/** An order of the web shop. */
export async function sendOrder(recorder: Recorder, kitchen: Furnished, number: number): Promise<void> {
  const units = 2 + recorder.chance.below(5)
  const lines = await load(recorder, kitchen, { units, each: 2, percent: 100, keeps: 14 })
  if (lines.length === 0) return
  await recorder.api.shipping.send({
    requestId: recorder.id(),
    place: places.online.name,
    placeKind: 'online',
    sentOn: recorder.day,
    reference: `order #${number}`,
    lines,
  })
}

/** What will not sell in time goes to the food shelf, and what is past its day is thrown away. */
export async function tidy(recorder: Recorder): Promise<void> {
  const { api, day, id } = recorder
  const stock = await api.shipping.stock({})
  const late = stock.filter(({ bestBy }) => bestBy !== null && bestBy < addDays(day, 9))
  const [gone, good] = [late.filter(({ bestBy }) => bestBy && bestBy < day), late.filter(({ problem }) => !problem)]
  const linesOf = (lots: typeof stock) => lots.map(({ lotId, onHand }) => ({ lotId, units: onHand }))
  if (good.length > 0)
    await api.shipping.send({
      requestId: id(),
      place: places.shelf.name,
      placeKind: 'donation',
      purpose: 'gift',
      sentOn: day,
      lines: linesOf(good),
    })
  if (gone.length > 0)
    await api.shipping.send({
      requestId: id(),
      place: '',
      purpose: 'destroyed',
      sentOn: day,
      note: 'Past its best-by day.',
      lines: linesOf(gone),
    })
  const { rows } = await api.pantry.attention({})
  const old = rows.filter(
    ({ origin, bestBy, held }) => origin === 'received' && !held && bestBy && bestBy < addDays(day, 2),
  )
  if (old.length > 0)
    await api.pantry.countAll({
      requestId: id(),
      reason: 'Too old: thrown away',
      counts: old.map((lot) => ({ lotId: lot.id, found: '0' as const })),
    })
}
