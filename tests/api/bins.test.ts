import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

const DAY = '2026-03-04'

async function flour(supplier: string, rest: { receivedOn?: string; bestBy?: string; supplierLot?: string } = {}) {
  return await receiveLot(kitchen.api, { ingredient: 'Flour', quantity: '10 lb', supplier, ...rest })
}

/** A bin of flour into which a bag was poured. */
async function filledBin(supplier = 'Mill A', bag: Parameters<typeof flour>[1] = {}) {
  const { lotId, itemId } = await flour(supplier, bag)
  const { binId } = await kitchen.api.bins.save({ requestId: newId(), name: 'Flour bin', itemId })
  const poured = await pourAll(binId, lotId)
  return { binId, bagId: lotId, itemId, binLot: poured.lotId, pourId: poured.pourIds[0] ?? 0 }
}

async function pourAll(binId: number, lotId: number, quantity = '', day = DAY) {
  return await kitchen.api.bins.pour({ requestId: newId(), binId, day, lines: [{ lotId, quantity }] })
}

/** What Ctrl+Z does of a bin. */
async function undoLast(api: Api): Promise<void> {
  const undo = (await api.history.last({}))?.undo
  const taken = { requestId: newId(), reason: 'undone' }
  if (undo?.op === 'bins.undoEmpty') await api.bins.undoEmpty({ ...taken, binId: undo.id })
  else if (undo?.op === 'history.takeBack') await api.history.takeBack({ ...taken, seq: undo.id })
  else throw new Error(`not of a bin: ${undo?.op ?? 'nothing'}`)
}

async function bake(itemId: number, lotId: number, quantity = '2 lb', madeOn = DAY) {
  const { api } = kitchen
  const known = (await api.products.list({})).find(({ name }) => name === 'Bread')
  const productId =
    known?.id ??
    (await addProduct(api, { name: 'Bread', code: 'BR', lines: [{ ingredient: 'Flour', quantity: '2 lb' }] }))
  return await makeBatch(api, productId, { madeOn, uses: [{ itemId, lotId, quantity }] })
}

async function lotsBehind(batchId: number): Promise<Set<number>> {
  const { rows } = await kitchen.api.trace.list({ node: { kind: 'batch', id: batchId }, direction: 'backward' })
  return new Set(rows.flatMap(({ node }) => (node?.kind === 'lot' ? node.id : [])))
}

async function batchesAhead(lotId: number): Promise<Set<number>> {
  const { rows } = await kitchen.api.trace.list({ node: { kind: 'lot', id: lotId }, direction: 'forward' })
  return new Set(rows.flatMap(({ node }) => (node?.kind === 'batch' ? node.id : [])))
}

describe('a bin', () => {
  test('holds what was poured in, exactly, and the bag has the rest', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await flour('Mill A')
    const { binId } = await api.bins.save({ requestId: newId(), name: 'Flour bin', itemId })
    await pourAll(binId, lotId, '1/3 lb')
    await pourAll(binId, lotId)
    const bin = await api.bins.get({ binId })
    expect(bin.content).toMatchObject({ onHand: { text: '10 lb' }, lots: 1, filledOn: DAY, held: false })
    expect(bin.pours.map(({ quantity }) => quantity)).toEqual(['1/3 lb', '9 2/3 lb'])
    expect((await api.pantry.lot({ lotId })).lot.onHand.base).toBe(0)
    expect((await api.pantry.lot({ lotId })).history.map(({ what, change }) => [what, change])).toEqual([
      ['received', '+10 lb'],
      ['poured into Flour bin', '-0.333 lb'],
      ['poured into Flour bin', '-9.667 lb'],
    ])
    expect((await api.pantry.ingredients({}))[0]?.onHand.text).toBe('10 lb')
  })

  test('traces a batch to every lot that was in it between two emptyings, also one poured in later', async () => {
    const { binId, bagId, itemId, binLot } = await filledBin()
    const { batchId } = await bake(itemId, binLot)
    const second = await flour('Mill B')
    await pourAll(binId, second.lotId)
    const later = await bake(itemId, binLot)
    expect(await lotsBehind(batchId)).toEqual(new Set([binLot, bagId, second.lotId]))
    expect(await lotsBehind(later.batchId)).toEqual(new Set([binLot, bagId, second.lotId]))
    expect(await batchesAhead(second.lotId)).toEqual(new Set([batchId, later.batchId]))
    await kitchen.api.bins.empty({ requestId: newId(), binId, day: DAY })
    const third = await flour('Mill C')
    const { lotId: newLot } = await pourAll(binId, third.lotId)
    const fresh = await bake(itemId, newLot)
    expect(await lotsBehind(fresh.batchId)).toEqual(new Set([newLot, third.lotId]))
    expect(await batchesAhead(bagId)).toEqual(new Set([batchId, later.batchId]))
    expect((await kitchen.api.bins.get({ binId })).before).toMatchObject([{ lotId: binLot, emptiedOn: DAY, lots: 2 }])
  })

  test('is in a recall by what was poured in, with the reason, and its rest can be held', async () => {
    const { api } = kitchen
    const { binId, itemId, binLot } = await filledBin('Mill A')
    const { batchId } = await bake(itemId, binLot)
    const clear = await flour('Mill B')
    const direct = await bake(itemId, clear.lotId)
    const supplierId = (await api.directory.suppliers({})).find(({ name }) => name === 'Mill A')?.id ?? 0
    const scope = await api.recall.scope({ itemId, supplierId })
    expect(scope.affected.map((batch) => batch.batchId)).toEqual([batchId])
    expect(scope.affected[0]?.because).toContain('Flour from Mill A, Feb 15, 2026: matches by supplier')
    expect(scope.notAffected.map((batch) => [batch.batchId, ...batch.because])).toEqual([
      [direct.batchId, 'Flour came from another supplier: Mill B'],
    ])
    expect(scope.cannotTell).toEqual([])
    expect(scope.lots.map(({ lotId, verdict, onHand }) => [lotId, verdict, onHand.text])).toContainEqual([
      binLot,
      'affected',
      '8 lb',
    ])
    await pourAll(binId, clear.lotId)
    expect((await api.recall.scope({ itemId, supplierId })).affected.map((batch) => batch.batchId)).toEqual([batchId])
  })

  test('with nothing of the recalled lots in it clears its batches by what was in it', async () => {
    const { api } = kitchen
    const { itemId, binLot } = await filledBin('Mill B')
    const clean = await bake(itemId, binLot)
    const recalled = await bake(itemId, (await flour('Mill A')).lotId)
    const supplierId = (await api.directory.suppliers({})).find(({ name }) => name === 'Mill A')?.id ?? 0
    const scope = await api.recall.scope({ itemId, supplierId })
    expect(scope.affected.map((batch) => batch.batchId)).toEqual([recalled.batchId])
    expect(scope.notAffected.map((batch) => [batch.batchId, ...batch.because])).toEqual([
      [clean.batchId, 'Flour came from another supplier: Mill B'],
    ])
  })

  test('goes on hold with a lot in it, and holds nothing that is on hold or past its date', async () => {
    const { api } = kitchen
    const { binId, bagId, itemId, binLot } = await filledBin()
    await api.pantry.hold({ requestId: newId(), lotId: bagId, reason: 'weevils' })
    expect((await api.bins.get({ binId })).content?.held).toBe(true)
    expect(await refusal(bake(itemId, binLot))).toMatchObject({ code: 'rule_violation' })
    await api.pantry.release({ requestId: newId(), lotId: binLot, reason: 'sifted' })
    const held = await flour('Mill B')
    await api.pantry.hold({ requestId: newId(), lotId: held.lotId, reason: 'weevils' })
    expect((await refusal(pourAll(binId, held.lotId))).message).toContain('is on hold. Choose another lot.')
    const old = await flour('Mill C', { bestBy: '2026-03-01' })
    expect((await refusal(pourAll(binId, old.lotId))).message).toContain('is past its best-by date')
    expect((await refusal(pourAll(binId, binLot))).message).toContain('is what a bin holds')
  })

  test('keeps as long as the lot in it that keeps the shortest, also when that is corrected', async () => {
    const { api } = kitchen
    const { binId, bagId } = await filledBin('Mill A', { bestBy: '2026-12-31' })
    const second = await flour('Mill B', { bestBy: '2026-06-30' })
    await pourAll(binId, second.lotId)
    const bestBy = async () => (await api.bins.get({ binId })).content?.bestBy
    expect(await bestBy()).toBe('2026-06-30')
    const facts = { supplier: 'Mill A', receivedOn: '2026-02-15', supplierLot: '' }
    await api.pantry.correctLot({ requestId: newId(), lotId: bagId, ...facts, bestBy: '2026-05-31', reason: 'misread' })
    expect(await bestBy()).toBe('2026-05-31')
  })

  test('marked emptied counts away what the record had left, and that is taken back until it is filled again', async () => {
    const { api } = kitchen
    const { binId, bagId, itemId, binLot } = await filledBin()
    await bake(itemId, binLot, '9 lb')
    expect(await api.bins.empty({ requestId: newId(), binId, day: DAY })).toEqual({ binId, left: '1 lb' })
    expect(await api.bins.get({ binId })).toMatchObject({ content: null, emptiedOn: DAY })
    const counted = api.pantry.count({ requestId: newId(), lotId: binLot, found: '1 lb', reason: 'found' })
    expect((await refusal(counted)).message).toContain('was marked emptied')
    await api.bins.undoEmpty({ requestId: newId(), binId, reason: 'wrong bin' })
    expect((await api.bins.get({ binId })).content).toMatchObject({ lotId: binLot, onHand: { text: '1 lb' } })
    await api.bins.empty({ requestId: newId(), binId, day: DAY })
    await pourAll(binId, (await flour('Mill B')).lotId)
    expect(await refusal(api.bins.undoEmpty({ requestId: newId(), binId, reason: 'wrong' }))).toMatchObject({
      message: 'This bin is not marked emptied.',
    })
    const refused = await refusal(pourAll(binId, bagId, '1 lb', '2026-03-03'))
    expect(refused.message).toContain('was marked emptied on Mar 4, 2026')
  })

  test('emptied twice, filled between, is taken back key by key until nothing was poured in', async () => {
    const { api } = kitchen
    const more = await flour('Mill B')
    const { binId, binLot } = await filledBin()
    await api.bins.empty({ requestId: newId(), binId, day: DAY })
    const second = await pourAll(binId, more.lotId)
    await api.bins.empty({ requestId: newId(), binId, day: DAY })
    const holds = async () => (await api.bins.get({ binId })).content?.lotId
    const seen = [await holds()]
    for (let pressed = 0; pressed < 4; pressed += 1) {
      await undoLast(api)
      seen.push(await holds())
    }
    expect(seen).toEqual([undefined, second.lotId, undefined, binLot, undefined])
    // What was taken back can be done again.
    await pourAll(binId, more.lotId)
    expect((await api.bins.get({ binId })).content?.onHand.text).toBe('10 lb')
  })

  test('gives a pour back that did not happen, as long as it is still there', async () => {
    const { api } = kitchen
    const { binId, itemId, binLot } = await filledBin()
    const { batchId } = await bake(itemId, binLot)
    const second = await flour('Mill B')
    const { pourIds } = await pourAll(binId, second.lotId)
    const pourId = pourIds[0] ?? 0
    expect(await lotsBehind(batchId)).toContain(second.lotId)
    await api.bins.takeBackPour({ requestId: newId(), pourId, reason: 'other bin' })
    expect(await lotsBehind(batchId)).not.toContain(second.lotId)
    expect((await api.pantry.lot({ lotId: second.lotId })).lot.onHand.text).toBe('10 lb')
    const first = (await api.bins.get({ binId })).pours[0]?.pourId ?? 0
    const refused = await refusal(api.bins.takeBackPour({ requestId: newId(), pourId: first, reason: 'x' }))
    expect(refused.message).toContain('Only 8 lb is left in Flour bin')
  })

  test('keeps a trip from being taken back whose bag is in it', async () => {
    const { receiptId, lotId, itemId } = await flour('Mill A')
    const { binId } = await kitchen.api.bins.save({ requestId: newId(), name: 'Flour bin', itemId })
    await pourAll(binId, lotId, '1 lb')
    const refused = await refusal(kitchen.api.pantry.voidReceipt({ requestId: newId(), receiptId, reason: 'x' }))
    expect(refused.blockers).toEqual(['what was poured into Flour bin'])
  })

  test('is of one ingredient, which changes only while it is empty', async () => {
    const { api } = kitchen
    const { binId } = await filledBin()
    const sugar = await receiveLot(api)
    const save = { requestId: newId(), binId, name: 'Flour bin', itemId: sugar.itemId }
    expect((await refusal(api.bins.save(save))).message).toContain('Mark it emptied first')
    expect((await refusal(pourAll(binId, sugar.lotId))).message).toContain('This is not a lot of Flour')
    await api.bins.empty({ requestId: newId(), binId, day: DAY })
    await api.bins.save({ ...save, requestId: newId(), name: 'White bin' })
    expect(await api.bins.list({})).toMatchObject([{ name: 'White bin', ingredient: 'Sugar', content: null }])
  })

  test('takes more than the bag was said to hold only when a person says so', async () => {
    const { api } = kitchen
    const { lotId, itemId } = await flour('Mill A')
    const { binId } = await api.bins.save({ requestId: newId(), name: 'Flour bin', itemId })
    expect(await refusal(pourAll(binId, lotId, '11 lb'))).toMatchObject({
      fields: { 'lines.0.quantity': expect.stringContaining('has 10 lb left: 1 lb short') },
    })
    const lines = [{ lotId, quantity: '11 lb', moreThanRecorded: true }]
    await api.bins.pour({ requestId: newId(), binId, day: DAY, lines })
    expect((await api.bins.get({ binId })).content?.onHand.text).toBe('11 lb')
  })

  test('is used in a batch like any lot, by its share of the stock', async () => {
    const { api } = kitchen
    const { itemId, binLot } = await filledBin()
    const [choice] = await api.batches.choices({ itemId, madeOn: DAY })
    expect(choice).toMatchObject({ lotId: binLot, lot: 'Flour bin, filled from Mar 4, 2026', onHand: '10 lb' })
    expect((await api.batches.allocate({ itemId, quantity: '3 lb', madeOn: DAY })).uses).toMatchObject([
      { lotId: binLot, quantity: '3 lb' },
    ])
  })
})

const step = fc.oneof(
  fc.record({
    do: fc.constant('pour' as const),
    bag: fc.nat(3),
    quantity: fc.constantFrom('', '1/3 lb', '5 oz', '40 lb'),
  }),
  fc.record({ do: fc.constant('bake' as const), quantity: fc.constantFrom('1/3 lb', '5 oz', '2 lb') }),
  fc.record({ do: fc.constantFrom('empty', 'undo empty', 'take back', 'void') }),
)

test(
  'whatever is poured, baked, emptied and taken back: stock adds up and traces agree with the book',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const own = await openKitchen()
        try {
          expect(await play(own.api, steps)).toBeGreaterThanOrEqual(0)
        } finally {
          await own.close()
        }
      }),
      { numRuns: 15 },
    )
  },
)

/** Plays the steps beside a book of who was in the bin when. @returns how often it was filled */
async function play(api: Api, steps: readonly { do: string; bag?: number; quantity?: string }[]): Promise<number> {
  const bags: number[] = []
  let itemId = 0
  for (const supplier of ['A', 'B', 'C', 'D']) {
    const lot = await receiveLot(api, { ingredient: 'Flour', quantity: '10 lb', supplier })
    bags.push(lot.lotId)
    itemId = lot.itemId
  }
  const { binId } = await api.bins.save({ requestId: newId(), name: 'Bin', itemId })
  const productId = await addProduct(api, { lines: [{ ingredient: 'Flour', quantity: '1 lb' }] })
  const total = 4 * 10 * 16 * 27_215_542_200
  let away = 0
  // One filling after the other: the pours in it, and the batches that used it.
  const fillings: { pours: { id: number; bag: number }[]; batches: number[]; used: boolean; left: number }[] = []
  let open = false
  const batches: { id: number; base: number }[] = []
  for (const each of steps) {
    try {
      const filling = fillings.at(-1)
      if (each.do === 'pour') {
        const lotId = bags[each.bag ?? 0] ?? 0
        const lines = [{ lotId, quantity: each.quantity ?? '' }]
        const { pourIds } = await api.bins.pour({ requestId: newId(), binId, day: DAY, lines })
        if (!open || !filling) fillings.push({ pours: [], batches: [], used: false, left: 0 })
        open = true
        fillings.at(-1)?.pours.push({ id: pourIds[0] ?? 0, bag: lotId })
      } else if (each.do === 'bake') {
        const { content } = await api.bins.get({ binId })
        if (!content || !filling) continue
        const before = content.onHand.base
        const uses = [{ itemId, lotId: content.lotId, quantity: each.quantity ?? '' }]
        const { batchId } = await api.batches.record({ requestId: newId(), productId, madeOn: DAY, made: 1, uses })
        const after = (await api.bins.get({ binId })).content?.onHand.base ?? 0
        batches.push({ id: batchId, base: before - after })
        filling.batches.push(batchId)
        filling.used = true
      } else if (each.do === 'empty') {
        const left = (await api.bins.get({ binId })).content?.onHand.base ?? 0
        await api.bins.empty({ requestId: newId(), binId, day: DAY })
        if (filling) filling.left = left
        away += left
        open = false
      } else if (each.do === 'undo empty') {
        await api.bins.undoEmpty({ requestId: newId(), binId, reason: 'x' })
        away -= filling?.left ?? 0
        open = true
      } else if (each.do === 'take back') {
        const last = filling?.pours.at(-1)
        if (!last) continue
        await api.bins.takeBackPour({ requestId: newId(), pourId: last.id, reason: 'x' })
        filling?.pours.pop()
        // A filling of which everything was taken back, and nothing used, never was.
        if (filling && filling.pours.length === 0 && !filling.used) {
          fillings.pop()
          open = false
        }
      } else {
        const last = batches.at(-1)
        if (!last) continue
        await api.batches.void({ requestId: newId(), batchId: last.id, reason: 'x' })
        batches.pop()
        const used = fillings.find((one) => one.batches.includes(last.id))
        if (!used) continue
        used.batches = used.batches.filter((id) => id !== last.id)
        // What a void batch did not take was gone too when its bin was seen empty.
        if (open && used === fillings.at(-1)) continue
        away += last.base
        used.left += last.base
      }
    } catch (error) {
      expect(String(error)).toMatch(/^AppError: [A-Z“].+[.?]$/)
    }
  }
  expect((await api.history.verify({})).problems).toEqual([])
  const onHand = (await api.pantry.ingredients({}))[0]?.onHand.base ?? 0
  expect(onHand + batches.reduce((sum, batch) => sum + batch.base, 0) + away).toBe(total)
  for (const filling of fillings)
    for (const batchId of filling.batches) {
      const { rows } = await api.trace.list({ node: { kind: 'batch', id: batchId }, direction: 'backward' })
      const behind = rows.flatMap(({ node }) => (node?.kind === 'lot' && bags.includes(node.id) ? node.id : []))
      expect(new Set(behind)).toEqual(new Set(filling.pours.map((pour) => pour.bag)))
    }
  for (const bag of bags) {
    const { rows } = await api.trace.list({ node: { kind: 'lot', id: bag }, direction: 'forward' })
    const ahead = rows.flatMap(({ node }) => (node?.kind === 'batch' ? node.id : []))
    const held = fillings.filter((filling) => filling.pours.some((pour) => pour.bag === bag))
    expect(new Set(ahead)).toEqual(new Set(held.flatMap((filling) => filling.batches)))
  }
  return fillings.length
}
