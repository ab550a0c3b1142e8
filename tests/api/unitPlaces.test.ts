import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { AppError } from '../../shared/api/errors.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

/*
 * Where jars are, against a reckoning of one entry a jar: in any order of load-out, bring-back, return, exchange, gift,
 * own use, discard, taking any of it back and Ctrl+Z, every jar is in exactly one place, and the places add up to what was made.
 */
const KITCHENS = Number(process.env['TRACEBERRY_KITCHENS'] ?? 25)
const MADE = 12
const PLACES = ['Market', 'Store', 'Dana'] as const

/** A jar: where it is, and the shipments that took it away and were not undone since, the last one last. */
interface Jar {
  state: string
  /** Shipment that it is out with, or 0. */
  out: number
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      purpose: fc.constantFrom(...(['sale', 'sale', 'gift', 'sample', 'own use', 'destroyed'] as const)),
      place: fc.nat(2),
      lot: fc.nat(1),
      units: fc.integer({ min: 1, max: 6 }),
      numbers: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: MADE }), { minLength: 1, maxLength: 4 })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('return' as const),
      place: fc.nat(2),
      lot: fc.nat(1),
      units: fc.integer({ min: 1, max: 4 }),
      destroyed: fc.boolean(),
      exchange: fc.nat(2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('bring back' as const), which: fc.nat(20), units: fc.nat(4) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('void sent', 'void back'), which: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('discard' as const),
      lot: fc.nat(1),
      units: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One kitchen of every run undoes each kind of thing, whatever chance brings to the others. */
const planted: Step[] = [
  { do: 'send', purpose: 'sale', place: 0, lot: 0, units: 6, numbers: null },
  { do: 'bring back', which: 0, units: 2 },
  { do: 'undo' },
  { do: 'discard', lot: 0, units: 3 },
  { do: 'undo' },
  { do: 'undo' },
]

interface World {
  readonly api: Api
  readonly lots: readonly { readonly id: number; readonly batchId: number }[]
  readonly jars: readonly Jar[][]
  /** Ids of shipments with the place each went to, empty for none. */
  readonly sent: { readonly id: number; readonly place: string; void: boolean }[]
  readonly back: { readonly id: number; readonly before: readonly Jar[][]; readonly after: readonly Jar[][] }[]
  /** Discards by the entry of the history that tells them. */
  readonly tossed: Map<number, readonly Jar[]>
  /** What Ctrl+Z took back, by the operation that did it. */
  readonly undone: string[]
}

test(
  'every jar is in exactly one place, whatever happens in whatever order',
  { timeout: 60_000 + KITCHENS * 5_000 },
  async () => {
    let accepted = 0
    const undone = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async (steps) => {
        const kitchen = await openKitchen()
        try {
          const world = await newWorld(kitchen.api)
          for (const each of steps) if (await attempt(async () => await act(world, each))) accepted += 1
          for (const op of world.undone) undone.add(op)
          await expectSame(world)
          expect((await kitchen.api.history.verify({})).problems).toEqual([])
        } finally {
          await kitchen.close()
        }
      }),
      { numRuns: KITCHENS, examples: [[planted]] },
    )
    expect(accepted).toBeGreaterThan(50)
    expect([...undone].toSorted()).toEqual(['history.takeBack', 'shipping.void', 'shipping.voidReturned'])
  },
)

async function newWorld(api: Api): Promise<World> {
  await receiveLot(api)
  const productId = await addProduct(api, { expectedYield: MADE })
  const lots: { id: number; batchId: number }[] = []
  for (let at = 0; at < 2; at += 1) {
    const { lotId, batchId } = await makeBatch(api, productId, { made: MADE })
    lots.push({ id: lotId, batchId })
  }
  for (const name of PLACES)
    await api.directory.savePlace({ requestId: newId(), name, kind: name === 'Market' ? 'market' : 'store' })
  const jars = lots.map(() => Array.from({ length: MADE }, () => ({ state: 'on hand', out: 0 })))
  return { api, lots, jars, sent: [], back: [], tossed: new Map(), undone: [] }
}

async function act(world: World, what: Step): Promise<void> {
  const { api, lots, jars } = world
  switch (what.do) {
    case 'send': {
      const place = PLACES[what.place] ?? 'Market'
      const goes = what.purpose === 'sale' || what.purpose === 'gift' || what.purpose === 'sample'
      const lot = lots[what.lot]
      const units = what.numbers?.length ?? what.units
      const serials = what.numbers?.join(', ') ?? ''
      const { shipmentId } = await api.shipping.send({
        requestId: newId(),
        place: goes ? place : '',
        purpose: what.purpose,
        note: 'test',
        sentOn: '2026-03-07',
        lines: [{ lotId: lot?.id ?? 0, units, serials }],
      })
      const state = goes ? place : what.purpose === 'own use' ? 'own use' : 'discarded'
      const mine = jars[what.lot] ?? []
      const free = mine.filter((jar) => jar.state === 'on hand')
      const taken = what.numbers ? what.numbers.flatMap((number) => mine[number - 1] ?? []) : free.slice(0, units)
      for (const jar of taken) Object.assign(jar, { state, out: shipmentId })
      world.sent.push({ id: shipmentId, place: goes ? place : '', void: false })
      return
    }
    case 'return': {
      const place = PLACES[what.place] ?? 'Market'
      const placeId = (await api.directory.places({})).find(({ name }) => name === place)?.id ?? 0
      const mine = jars[what.lot] ?? []
      const lotId = lots[what.lot]?.id ?? 0
      const other = lots[1 - what.lot]?.id ?? 0
      const before = structuredClone(jars)
      const { returnedId, exchangeId } = await api.shipping.takeReturn({
        requestId: newId(),
        placeId,
        day: '2026-03-20',
        reason: 'test',
        lines: [{ lotId, units: what.units, fate: what.destroyed ? 'destroyed' : 'on hand' }],
        exchange: what.exchange === 0 ? [] : [{ lotId: other, units: what.exchange }],
      })
      const there = mine.filter((jar) => jar.state === place).slice(-what.units)
      for (const jar of there) Object.assign(jar, { state: what.destroyed ? 'discarded' : 'on hand', out: 0 })
      const given = (jars[1 - what.lot] ?? []).filter((jar) => jar.state === 'on hand').slice(0, what.exchange)
      if (exchangeId !== null) for (const jar of given) Object.assign(jar, { state: place, out: exchangeId })
      world.back.push({ id: returnedId, before, after: structuredClone(jars) })
      return
    }
    case 'bring back': {
      const shipment = world.sent[what.which % Math.max(1, world.sent.length)]
      if (!shipment) return
      const at = jars.findIndex((mine) => mine.some((jar) => jar.out === shipment.id && jar.state === shipment.place))
      const lotId = lots[at]?.id
      const lines = what.units === 0 || lotId === undefined ? [] : [{ lotId, units: what.units }]
      const before = structuredClone(jars)
      const { returnedId, back } = await api.shipping.bringBack({
        requestId: newId(),
        shipmentId: shipment.id,
        day: '2026-03-07',
        lines,
      })
      const out = (jars[at] ?? []).filter((jar) => jar.out === shipment.id && jar.state === shipment.place)
      if (back > 0) for (const jar of out.slice(-back)) Object.assign(jar, { state: 'on hand', out: 0 })
      world.back.push({ id: returnedId, before, after: structuredClone(jars) })
      return
    }
    case 'void sent': {
      const shipment = world.sent[what.which % Math.max(1, world.sent.length)]
      if (!shipment) return
      await voidSent(world, shipment.id, 'test')
      return
    }
    case 'void back': {
      const returned = world.back[what.which % Math.max(1, world.back.length)]
      if (!returned) return
      await voidBack(world, returned.id, 'test')
      return
    }
    case 'discard': {
      const lot = lots[what.lot]
      const { batchId = 0, id: lotId = 0 } = lot ?? {}
      await api.batches.discard({ requestId: newId(), batchId, lotId, units: what.units, reason: 'test' })
      const taken = (jars[what.lot] ?? []).filter((jar) => jar.state === 'on hand').slice(-what.units)
      for (const jar of taken) Object.assign(jar, { state: 'discarded', out: 0 })
      world.tossed.set((await api.history.last({}))?.seq ?? 0, taken)
      return
    }
    case 'undo':
      await undo(world)
  }
}

/** What Ctrl+Z does: takes the last thing back with its own operation; the batches themselves stay. */
async function undo(world: World): Promise<void> {
  const { op, id } = (await world.api.history.last({}))?.undo ?? { op: '', id: 0 }
  if (op === 'shipping.void') await voidSent(world, id, 'undone')
  else if (op === 'shipping.voidReturned') await voidBack(world, id, 'undone')
  else if (op === 'history.takeBack') {
    await world.api.history.takeBack({ requestId: newId(), seq: id, reason: 'undone' })
    for (const jar of world.tossed.get(id) ?? []) Object.assign(jar, { state: 'on hand', out: 0 })
  } else return
  world.undone.push(op)
}

async function voidSent({ api, jars }: World, shipmentId: number, reason: string): Promise<void> {
  await api.shipping.void({ requestId: newId(), shipmentId, reason })
  for (const jar of jars.flat()) if (jar.out === shipmentId) Object.assign(jar, { state: 'on hand', out: 0 })
}

async function voidBack({ api, jars, back }: World, returnedId: number, reason: string): Promise<void> {
  await api.shipping.voidReturned({ requestId: newId(), returnedId, reason })
  const returned = back.find(({ id }) => id === returnedId)
  // Jars that the return changed are as they were before it.
  for (const [lot, mine] of jars.entries())
    for (const [at, jar] of mine.entries()) {
      const [before, after] = [returned?.before[lot]?.[at], returned?.after[lot]?.[at]]
      if (before && after && (before.state !== after.state || before.out !== after.out)) Object.assign(jar, before)
    }
}

/** Every unit as the product lists it, against the jar of that number; and what is where adds up to what was made. */
async function expectSame({ api, lots, jars }: World): Promise<void> {
  for (const [at, { batchId }] of lots.entries()) {
    const { units } = await api.batches.get({ batchId })
    expect(units.reduce((sum, range) => sum + range.count, 0)).toBe(MADE)
    const places = units.flatMap(({ count, where }) => Array.from({ length: count }, () => plain(where)))
    expect(places).toEqual(jars[at]?.map((jar) => jar.state))
  }
  const stock = await api.shipping.stock({})
  for (const [at, { id }] of lots.entries())
    expect(stock.find(({ lotId }) => lotId === id)?.onHand ?? 0).toBe(
      jars[at]?.filter((jar) => jar.state === 'on hand').length,
    )
  for (const place of await api.directory.places({})) {
    const there = await api.shipping.atPlace({ placeId: place.id })
    const counted = jars.map((mine) => mine.filter((jar) => jar.state === place.name).length)
    expect(lots.map(({ id }) => there.find(({ lotId }) => lotId === id)?.units ?? 0)).toEqual(counted)
  }
}

function plain(where: string): string {
  return where.replace(/, back from .*$/, '').replace(/ \(.*\)$/, '')
}

/** @returns whether the door took it; a refusal is fine when it says a sentence */
async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.body.code).not.toBe('internal')
    expect(error.body.message).toMatch(/^[A-Z“].+[.?]$/)
    return false
  }
}
