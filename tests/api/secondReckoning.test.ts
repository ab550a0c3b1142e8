import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../shared/api/errors.ts'
import type { Api } from '../../shared/api/contract.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct } from '../support/make.ts'
import { CODES, DAYS, happen, type Happening, SUPPLIERS } from '../support/naive/act.ts'
import { MADE_ON, type World } from '../support/naive/world.ts'
import { type BatchNotice, columnByBatch } from '../support/naive/batchNotice.ts'
import { lotOf } from '../support/naive/book.ts'
import { batchesHolding, type BookNotice, columnOf, contents, tally } from '../support/naive/reckon.ts'

/*
 * Backward, forward, the scope of a recall and every count of units, against a second reckoning that shares no code
 * with the product (tests/support/naive), on kitchens in which anything happens. `npm run kitchens` tries 1,000.
 */
const KITCHENS = Number(process.env['TRACEBERRY_KITCHENS'] ?? 16)

/** Other kitchens, so that a long run can be made in parts. */
const SERIES = Number(process.env['TRACEBERRY_SERIES'] ?? 0)

const number = fc.nat(40)
const fact = { supplier: fc.nat(2), day: fc.nat(9), code: fc.nat(3) }
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('receive'), item: fc.nat(2), ...fact }) },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('make'),
      product: fc.nat(2),
      made: fc.integer({ min: 3, max: 12 }),
      discarded: fc.nat(2),
      setAside: fc.nat(1),
      small: fc.nat(3),
      uses: fc.array(number, { minLength: 1, maxLength: 4 }),
      day: fc.nat(2),
      people: fc.nat(3),
      equipment: fc.nat(3),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('send'), lot: number, units: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('discard', 'count'), lot: number, units: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct'), lot: number, ...fact }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('void batch', 'void shipment', 'void receipt', 'hold', 'release'),
      lot: number,
    }),
  },
)
const inKitchen: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pour'), bin: fc.nat(1), lot: number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('empty'), bin: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clean'), equipment: fc.nat(1), day: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct row'), batch: number, row: fc.nat(3), lot: number }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('correct figures'),
      batch: number,
      made: fc.integer({ min: 3, max: 14 }),
      discarded: fc.nat(3),
      setAside: fc.nat(2),
    }),
  },
)
/** What is asked of batches themselves: each of it now and then, and now and then with a notice about lots. */
const aboutBatches = fc.record({
  person: fc.nat(4),
  equipment: fc.nat(4),
  bin: fc.nat(4),
  milk: fc.nat(2),
  from: fc.nat(5),
  to: fc.nat(5),
  number: fc.nat(40),
  withLots: fc.boolean(),
})
/** Most notices are about something that is there, and begin or end on its very day. */
const notice = fc.record({
  lot: fc.nat(60),
  item: fc.nat(5),
  supplier: fc.nat(2),
  code: fc.nat(5),
  from: fc.nat(12),
  to: fc.nat(12),
  edge: fc.constantFrom('from', 'to', 'both', 'neither'),
})

type Drawn = typeof notice extends fc.Arbitrary<infer N> ? N : never

test(
  `a second reckoning agrees on ${KITCHENS} kitchens: backward, forward, recall scope and units`,
  { timeout: 60_000 + KITCHENS * 10_000 },
  async () => {
    let deepest = 0
    let inSeveralPacks = 0
    const columnsSeen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 4, arbitrary: happening }, { weight: 1, arbitrary: inKitchen }), {
          minLength: 15,
          maxLength: 55,
        }),
        fc.array(notice, { minLength: 4, maxLength: 8 }),
        fc.array(aboutBatches, { minLength: 4, maxLength: 8 }),
        async (happenings, notices, askedOfBatches) => {
          const kitchen = await openKitchen()
          try {
            kitchen.setNow('2026-11-25T15:00:00.000Z')
            const world = await emptyWorld(kitchen.api)
            for (const each of happenings) await attempt(async () => await happen(world, each))
            await expectSameTraces(world)
            for (const each of notices) await expectSameScope(world, each)
            for (const [at, each] of askedOfBatches.entries())
              for (const column of await expectSameBatches(world, each, notices[at])) columnsSeen.add(column)
            expect((await kitchen.api.history.verify({})).problems).toEqual([])
            inSeveralPacks += world.book.batches.filter(({ id }) => packsOf(world.book, id) > 1).length
            deepest = Math.max(deepest, ...world.book.batches.map(({ id }) => contents(world.book, id).lots.size))
          } finally {
            await kitchen.close()
          }
        },
      ),
      { numRuns: KITCHENS, seed: 20260304 + SERIES, endOnFailure: true },
    )
    // Kitchens in which nothing is made of anything would agree about nothing.
    expect(deepest).toBeGreaterThan(5)
    expect(inSeveralPacks).toBeGreaterThan(KITCHENS)
    expect(columnsSeen).toEqual(new Set(['affected', 'cannot tell', 'not affected']))
  },
)

async function emptyWorld(api: Api): Promise<World> {
  const items: number[] = []
  for (const at of [0, 1, 2]) {
    const { lots, receiptId } = await api.pantry.receive({
      requestId: newId(),
      supplier: SUPPLIERS[0],
      receivedOn: DAYS[0],
      lines: [{ ingredient: `Item ${at}`, quantity: '1 oz' }],
    })
    items.push((await api.pantry.lot({ lotId: lots[0]?.lotId ?? 0 })).lot.itemId)
    await api.pantry.voidReceipt({ requestId: newId(), receiptId, reason: 'only to name the item' })
  }
  // Both suppliers are known from the beginning, so that a notice can name either.
  for (const name of SUPPLIERS)
    await api.directory.saveSupplier({ requestId: newId(), name, contact: '' }).catch(() => undefined)
  const products: number[] = []
  for (const [name, code] of [
    ['Jam', 'JA'],
    ['Cake', 'CA'],
    ['Box', 'BO'],
  ] as const)
    products.push(
      await addProduct(api, {
        name,
        code,
        unit: 'each',
        lines: [{ ingredient: 'Item 0', quantity: '1 oz' }],
        ...(name === 'Cake' ? { pack: { name: 'large' }, packs: [{ name: 'small' }] } : {}),
      }),
    )
  const cake = products[1] ?? 0
  const [pack] = (await api.products.get({ productId: cake })).packs
  await api.facts.save({ requestId: newId(), itemId: items[0] ?? 0, contains: [] })
  await api.facts.save({ requestId: newId(), itemId: items[1] ?? 0, contains: ['milk'] })
  const sunny = (await api.directory.suppliers({})).find(({ name }) => name === SUPPLIERS[1])?.id ?? 0
  const perhaps = { contains: [], mayContain: ['milk'] }
  await api.facts.save({ requestId: newId(), itemId: items[1] ?? 0, supplierId: sunny, ...perhaps })
  const people = [await api.crew.savePerson(person('Ann')), await api.crew.savePerson(person('Bob'))]
  const equipment = [(await api.crew.saveEquipment(kettle('Pot'))).id, (await api.crew.saveEquipment(kettle('Pan'))).id]
  const bins: number[] = []
  for (const at of [0, 1])
    bins.push((await api.bins.save({ requestId: newId(), name: `Bin ${at}`, itemId: items[at] ?? 0 })).binId)
  const book = { lots: [], batches: [], cleanings: [], packs: [{ item: pack?.itemId ?? 0, product: cake }] }
  return {
    api,
    book,
    items: [...items, ...products],
    products,
    small: { productId: cake, itemId: pack?.itemId ?? 0 },
    shipments: [],
    receipts: [],
    people,
    equipment,
    bins,
    order: 0,
  }
}

function person(name: string) {
  return { requestId: newId(), name, active: true }
}

function kettle(name: string) {
  return { requestId: newId(), name, kind: 'equipment' as const, active: true }
}

/** A refusal is fine when it says a sentence; then neither the record nor the book has changed. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.body.code).not.toBe('internal')
  }
}

/** Both directions of every lot and batch, and that each is the other's mirror; of made lots by the batch that made them. */
async function expectSameTraces({ api, book }: World): Promise<void> {
  const standing = book.batches.filter((batch) => !batch.void)
  const behind = new Map<number, Set<string>>()
  for (const { id } of standing) {
    const { rows } = await api.trace.list({ node: { kind: 'batch', id }, direction: 'backward' })
    const found = rows.flatMap(({ node, level }) =>
      node?.kind === 'lot' || (node?.kind === 'batch' && level > 0) ? `${node.kind} ${node.id}` : [],
    )
    const { lots, unknownOf } = contents(book, id)
    expect(new Set(found)).toEqual(new Set([...lots].map((lot) => nameOf(lotOf(book, lot)))))
    expect(rows.some((row) => row.what === 'unknown lot')).toBe(unknownOf.size > 0)
    behind.set(id, new Set(found))
  }
  for (const lot of book.lots.filter(({ gone }) => !gone)) {
    const node = lot.madeBy === null ? { kind: 'lot' as const, id: lot.id } : { kind: 'batch' as const, id: lot.madeBy }
    const { rows } = await api.trace.list({ node, direction: 'forward' })
    const reached = new Set(rows.flatMap((row) => (row.node?.kind === 'batch' && row.level > 0 ? row.node.id : [])))
    const packs = lot.madeBy === null ? [lot] : book.lots.filter(({ madeBy }) => madeBy === lot.madeBy)
    const ids = packs.map(({ id }) => id)
    expect(reached).toEqual(batchesHolding(book, ids))
    expect(reached).toEqual(new Set([...behind].filter(([, inside]) => inside.has(nameOf(lot))).map(([id]) => id)))
  }
}

function packsOf(book: World['book'], batchId: number): number {
  return book.lots.filter(({ madeBy }) => madeBy === batchId).length
}

/** How a trace calls it: a bought lot, or the batch that made it. */
function nameOf({ id, madeBy }: World['book']['lots'][number]): string {
  return madeBy === null ? `lot ${id}` : `batch ${madeBy}`
}

function askedOf(drawn: Drawn, book: World['book'], items: readonly number[]): BookNotice {
  const about = book.lots.filter((lot) => lot.madeBy === null || drawn.lot % 5 === 0)[drawn.lot % 20]
  const day = (edge: string, other: number) =>
    (drawn.edge === edge || drawn.edge === 'both' ? about?.receivedOn : undefined) ?? DAYS[other] ?? null
  const [from, to] = [day('from', drawn.from), day('to', drawn.to)]
  const isBackward = from !== null && to !== null && to < from
  return {
    item: about?.item ?? items[drawn.item] ?? 0,
    supplier: SUPPLIERS[drawn.supplier] ?? null,
    supplierLot: CODES[drawn.code] ?? null,
    from: isBackward ? to : from,
    to: isBackward ? from : to,
  }
}

/** The three columns where something is asked of batches themselves. @returns the columns that had any batch */
async function expectSameBatches(
  world: World,
  drawn: typeof aboutBatches extends fc.Arbitrary<infer A> ? A : never,
  about: Drawn | undefined,
) {
  const { api, book, people, equipment, bins } = world
  const asked: BatchNotice = {
    person: people[drawn.person]?.name ?? null,
    equipment: equipment[drawn.equipment] ?? null,
    bin: bins[drawn.bin] ?? null,
    milk: drawn.milk === 0,
    from: MADE_ON[drawn.from] ?? null,
    to: MADE_ON[drawn.to] ?? null,
    number: book.batches[drawn.number]?.number ?? null,
  }
  if (asked.from !== null && asked.to !== null && asked.to < asked.from) return []
  if (Object.values(asked).every((each) => each === null || each === false)) return []
  const lots = drawn.withLots && about ? askedOf(about, book, world.items) : null
  const question = {
    personId: people[drawn.person]?.id ?? null,
    equipmentId: asked.equipment,
    binId: asked.bin,
    allergen: asked.milk ? 'milk' : '',
    madeFrom: asked.from ?? '',
    madeTo: asked.to ?? '',
    ownLot: asked.number ?? '',
    ...(lots === null ? {} : await questionOf(api, lots)),
  }
  const scope = await api.recall.scope(question)
  await expectSameInShort(api, question, scope)
  const columns = { affected: scope.affected, 'cannot tell': scope.cannotTell, 'not affected': scope.notAffected }
  const standing = book.batches.filter((batch) => !batch.void)
  for (const [column, batches] of Object.entries(columns)) {
    const expected = standing.filter(({ id }) => columnByBatch(world, asked, lots, id) === column).map(({ id }) => id)
    const found = batches.map(({ batchId }) => batchId)
    const said = `${column} of ${JSON.stringify({ asked, lots })}`
    if (column === 'not affected') expect(new Set(expected), `${said}.`).toEqual(new Set([...expected, ...found]))
    else expect(new Set(found), `${said}.`).toEqual(new Set(expected))
    for (const { because } of batches) expect(because, `${said} without a reason`).not.toEqual([])
    for (const { batchId, lotIds, units } of batches) expectSameUnits(book, batchId, lotIds, units)
  }
  return Object.entries(columns).flatMap(([column, batches]) => (batches.length > 0 ? column : []))
}

/** Every pack of a batch is counted, each jar of it once. */
function expectSameUnits(book: World['book'], batchId: number, lotIds: readonly number[], units: object): void {
  const packs = book.lots.filter(({ madeBy }) => madeBy === batchId)
  expect(new Set(lotIds)).toEqual(new Set(packs.map(({ id }) => id)))
  expect(units).toEqual(tally(packs))
}

async function questionOf(api: Api, asked: BookNotice) {
  const supplierId = (await api.directory.suppliers({})).find(({ name }) => name === asked.supplier)?.id ?? null
  return {
    itemId: asked.item,
    supplierId,
    supplierLot: asked.supplierLot ?? '',
    receivedFrom: asked.from ?? '',
    receivedTo: asked.to ?? '',
  }
}

async function expectSameScope({ api, book, items }: World, drawn: Drawn) {
  const asked = askedOf(drawn, book, items)
  const question = await questionOf(api, asked)
  const scope = await api.recall.scope(question)
  const columns = { affected: scope.affected, 'cannot tell': scope.cannotTell, 'not affected': scope.notAffected }
  const standing = book.batches.filter((batch) => !batch.void)
  for (const column of ['affected', 'cannot tell'] as const)
    expect(new Set(columns[column].map(({ batchId }) => batchId)), `${column} of ${JSON.stringify(asked)}`).toEqual(
      new Set(standing.filter(({ id }) => columnOf(book, asked, id) === column).map(({ id }) => id)),
    )
  for (const [column, batches] of Object.entries(columns))
    for (const { batchId, lotIds, units, because } of batches) {
      expect(columnOf(book, asked, batchId)).toBe(column)
      expect(because, `${column} without a reason`).not.toEqual([])
      expectSameUnits(book, batchId, lotIds, units)
    }
  await expectSameInShort(api, question, scope)
  // Asked again, after other questions: the same answer.
  expect({ ...(await api.recall.scope(question)), at: '' }).toEqual({ ...scope, at: '' })
}

/** Where only the first of each list are asked for, they and all that is counted are the same. */
async function expectSameInShort(
  api: World['api'],
  question: Input<typeof recall.scope>,
  whole: Output<typeof recall.scope>,
): Promise<void> {
  const most = 2
  const left = (list: readonly unknown[]) => Math.max(list.length - most, 0)
  const { affected, cannotTell, notAffected, recipients } = whole
  expect({ ...(await api.recall.scope({ ...question, most })), at: '' }).toEqual({
    ...whole,
    at: '',
    affected: affected.slice(0, most),
    cannotTell: cannotTell.slice(0, most),
    notAffected: notAffected.slice(0, most),
    recipients: recipients.slice(0, most),
    more: {
      affected: left(affected),
      cannotTell: left(cannotTell),
      notAffected: left(notAffected),
      recipients: left(recipients),
    },
  })
  expect(whole.places).toBe(
    new Set(recipients.filter((each) => each.column === 'affected').map((each) => each.placeId)).size,
  )
  for (const column of ['affected', 'cannotTell'] as const) {
    const made = whole[column].reduce((sum, { units }) => sum + units.made, 0)
    expect(whole.totals[column].made).toBe(made)
  }
}
