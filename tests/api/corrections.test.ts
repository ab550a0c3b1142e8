import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { correct, rowsOf } from '../support/correct.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
let api: TestKitchen['api']
beforeEach(async () => {
  kitchen = await openKitchen()
  ;({ api } = kitchen)
})
afterEach(async () => {
  expect((await api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

/** A batch of ten jars from the first of two bags of sugar. */
async function tenJars() {
  const first = await receiveLot(api, { quantity: '10 lb' })
  const second = await receiveLot(api, { quantity: '10 lb', receivedOn: '2026-02-20', supplier: 'Restaurant Depot' })
  const productId = await addProduct(api, { shelfLifeDays: 30 })
  const made = await makeBatch(api, productId, { made: 10 })
  return { ...made, sugar: first.itemId, first: first.lotId, second: second.lotId, productId }
}

async function left(lotId: number): Promise<string> {
  return (await api.pantry.lot({ lotId })).lot.onHand.text
}

async function places(batchId: number): Promise<string[]> {
  return (await api.batches.get({ batchId })).units.map(({ serials, where }) => `${serials} ${where}`)
}

describe('the lot of an ingredient', () => {
  test('is corrected: stock and trace follow, old and new stay visible', async () => {
    const { batchId, sugar, first, second, lotNumber } = await tenJars()
    const [row] = await rowsOf(api, batchId)
    await correct(api, batchId, {
      reason: 'wrong bag',
      uses: [{ itemId: sugar, quantity: '1 lb', ...row, lotId: second }],
    })
    expect([await left(first), await left(second)]).toEqual(['10 lb', '9 lb'])
    const reached = async (id: number) =>
      (await api.trace.list({ node: { kind: 'lot', id }, direction: 'forward' })).rows.map(({ label }) => label)
    expect(await reached(first)).not.toContainEqual(expect.stringContaining(lotNumber))
    expect(await reached(second)).toContainEqual(expect.stringContaining(lotNumber))
    expect((await api.batches.get({ batchId })).uses).toMatchObject([{ lotId: second, basis: 'confirmed' }])
    expect(await api.corrections.list({ batchId })).toMatchObject([
      {
        reason: 'wrong bag',
        changes: [
          {
            fact: 'Sugar',
            old: '1 lb, Costco Main St, Feb 15, 2026',
            new: '1 lb, Restaurant Depot, Feb 20, 2026',
          },
        ],
      },
    ])
  })

  test('may be one that is on hold or past its date by now, but not one that came in later', async () => {
    const { batchId, sugar, second } = await tenJars()
    await api.pantry.hold({ requestId: newId(), lotId: second, reason: 'recalled' })
    const [row] = await rowsOf(api, batchId)
    await correct(api, batchId, { uses: [{ itemId: sugar, quantity: '1 lb', ...row, lotId: second }] })
    const late = await receiveLot(api, { receivedOn: '2026-03-05' })
    const [now] = await rowsOf(api, batchId)
    const uses = [{ itemId: sugar, quantity: '1 lb', ...now, lotId: late.lotId }]
    expect((await refusal(correct(api, batchId, { uses }))).fields?.['uses.0.lotId']).toContain('received later')
  })

  test('that nobody recorded is named later, and is then confirmed', async () => {
    const { itemId, lotId } = await receiveLot(api)
    const productId = await addProduct(api)
    const { batchId } = await makeBatch(api, productId, { uses: [{ itemId, lotId: null, quantity: '1 lb' }] })
    const [row] = await rowsOf(api, batchId)
    const useId = row?.useId ?? 0
    await api.corrections.nameLot({ requestId: newId(), useId, lotId })
    expect((await api.batches.get({ batchId })).uses).toMatchObject([{ lotId, basis: 'confirmed' }])
    expect(await left(lotId)).toBe('9 lb')
    expect(await refusal(api.corrections.nameLot({ requestId: newId(), useId, lotId }))).toMatchObject({
      code: 'conflict',
    })
  })
})

describe('the quantity of an ingredient', () => {
  test('is corrected, and one that the lot no longer has is refused, naming who has the rest', async () => {
    const { batchId, sugar, first, productId } = await tenJars()
    const other = await makeBatch(api, productId, { uses: [{ itemId: sugar, lotId: first, quantity: '8 lb' }] })
    const [row] = await rowsOf(api, batchId)
    const uses = (quantity: string) => [{ itemId: sugar, lotId: first, ...row, quantity }]
    await correct(api, batchId, { uses: uses('1.5 lb') })
    expect(await left(first)).toBe('0.5 lb')
    const [now] = await rowsOf(api, batchId)
    const refused = await refusal(
      correct(api, batchId, { uses: [{ itemId: sugar, lotId: first, ...now, quantity: '3 lb' }] }),
    )
    expect(refused.code).toBe('rule_violation')
    expect(refused.fields?.['uses.0.quantity']).toContain('1 lb short')
    expect(refused.fields?.['uses.0.quantity']).toContain(`The rest went into ${other.lotNumber}.`)
    expect(await left(first)).toBe('0.5 lb')
  })

  test('rows are added and removed', async () => {
    const { batchId, first } = await tenJars()
    const salt = await receiveLot(api, { ingredient: 'Salt', quantity: '1 lb' })
    const rows = await rowsOf(api, batchId)
    await correct(api, batchId, { uses: [...rows, { itemId: salt.itemId, lotId: salt.lotId, quantity: '1 oz' }] })
    expect((await api.batches.get({ batchId })).uses.map((use) => use.ingredient)).toEqual(['Sugar', 'Salt'])
    const [, added] = await rowsOf(api, batchId)
    await correct(api, batchId, { uses: [{ itemId: salt.itemId, lotId: salt.lotId, quantity: '1 oz', ...added }] })
    expect((await api.batches.get({ batchId })).uses.map((use) => use.ingredient)).toEqual(['Salt'])
    expect([await left(first), await left(salt.lotId)]).toEqual(['10 lb', '0.938 lb'])
    const [last] = await api.corrections.list({ batchId })
    expect(last?.changes).toMatchObject([{ fact: 'Sugar', new: null }])
  })

  test('a row that was corrected meanwhile is not corrected twice', async () => {
    const { batchId } = await tenJars()
    const [row] = await rowsOf(api, batchId)
    if (!row) throw new Error('no row')
    await correct(api, batchId, { uses: [{ ...row, quantity: '2 lb' }] })
    expect(await refusal(correct(api, batchId, { uses: [{ ...row, quantity: '3 lb' }] }))).toMatchObject({
      code: 'conflict',
    })
  })
})

describe('what came out', () => {
  test('is corrected without moving a jar that is out', async () => {
    const { batchId, lotId } = await tenJars()
    await sendUnits(api, lotId, 4)
    await correct(api, batchId, { figures: { made: 8, discarded: 2, discardReason: 'broken', setAside: 1 } })
    expect(await places(batchId)).toEqual([
      '001–004 Saturday farmers market',
      '005 on hand',
      '006 set aside',
      '007–008 discarded (broken)',
    ])
    await correct(api, batchId, { figures: { made: 12, discarded: 0, setAside: 0 } })
    expect(await places(batchId)).toEqual(['001–004 Saturday farmers market', '005–012 on hand'])
    expect(await api.batches.get({ batchId })).toMatchObject({ made: 12, onHand: 8 })
  })

  test('36 made are not 20 while 24 are out, and the refusal says where they went', async () => {
    await receiveLot(api)
    const productId = await addProduct(api)
    const { batchId, lotId } = await makeBatch(api, productId, { made: 36 })
    await sendUnits(api, lotId, 24)
    const refused = await refusal(correct(api, batchId, { figures: { made: 20 } }))
    expect(refused).toMatchObject({
      code: 'rule_violation',
      blockers: ['24 went to Saturday farmers market on Mar 7, 2026'],
    })
    expect(Object.keys(refused.fields ?? {})).toEqual(['outcomes.0.made'])
    expect(refused.message).toBe(
      'SY-20260304-A cannot have made 20 jars: 24 went to Saturday farmers market on Mar 7, 2026. Take that back first, or correct the number.',
    )
    await correct(api, batchId, { figures: { made: 24 } })
    expect(await places(batchId)).toEqual(['001–024 Saturday farmers market'])
  })

  test('a batch all of which was discarded failed, and one that was not has not', async () => {
    const { batchId } = await tenJars()
    await correct(api, batchId, { figures: { discarded: 10, discardReason: 'overcooked' } })
    expect((await api.batches.get({ batchId })).state).toBe('failed')
    await correct(api, batchId, { figures: { discarded: 1, discardReason: 'overcooked' } })
    expect((await api.batches.get({ batchId })).state).toBe('finished')
  })

  test('discards need a reason', async () => {
    const { batchId } = await tenJars()
    const refused = await refusal(correct(api, batchId, { figures: { discarded: 1 } }))
    expect(Object.keys(refused.fields ?? {})).toEqual(['outcomes.0.discardReason'])
  })
})

describe('the day', () => {
  test('is corrected with all that happened on it; the best-by date goes along', async () => {
    const { batchId, first } = await tenJars()
    await correct(api, batchId, { madeOn: '2026-03-03', figures: { discarded: 1, discardReason: 'broken' } })
    expect(await api.batches.get({ batchId })).toMatchObject({ madeOn: '2026-03-03', bestBy: '2026-04-02' })
    const { history } = await api.pantry.lot({ lotId: first })
    expect(history.at(-1)).toMatchObject({ day: '2026-03-03', what: 'used in SY-20260304-A', change: '-1 lb' })
    const [{ changes } = { changes: [] }] = await api.corrections.list({ batchId })
    expect(changes.slice(0, 2)).toEqual([
      { fact: 'made on', old: 'Mar 4, 2026', new: 'Mar 3, 2026' },
      { fact: 'best by', old: 'Apr 3, 2026', new: 'Apr 2, 2026' },
    ])
  })

  test.each([
    ['to come', '2026-03-29', 'still to come'],
    ['after its jars were sent', '2026-03-08', 'went to Saturday farmers market on Mar 7, 2026'],
    ['before an ingredient came in', '2026-02-01', 'was not there before Feb 15, 2026'],
  ])('is not one %s', async (_name, madeOn, says) => {
    const { batchId, lotId } = await tenJars()
    await sendUnits(api, lotId, 4)
    expect((await refusal(correct(api, batchId, { madeOn }))).fields?.['madeOn']).toContain(says)
  })
})

test('a correction that changes nothing is refused, and one of a void batch too', async () => {
  const { batchId } = await tenJars()
  expect((await refusal(correct(api, batchId, { note: '', figures: {} }))).message).toBe(
    'Nothing is changed. Change a field, or go back.',
  )
  await api.batches.void({ requestId: newId(), batchId, reason: 'test' })
  expect(await refusal(correct(api, batchId, { note: 'x' }))).toMatchObject({ code: 'rule_violation' })
})

test('a note and a best-by date are corrected; void still takes everything back', async () => {
  const { batchId, first, second } = await tenJars()
  await correct(api, batchId, { note: 'boiled over', bestBy: '', madeOn: '2026-03-03', figures: { made: 7 } })
  expect(await api.batches.get({ batchId })).toMatchObject({ note: 'boiled over', bestBy: null, made: 7 })
  await api.batches.void({ requestId: newId(), batchId, reason: 'test' })
  expect([await left(first), await left(second)]).toEqual(['10 lb', '10 lb'])
})

test('a batch cannot come to be made with itself, and the whole way is named', async () => {
  await receiveLot(api)
  const syrup = await addProduct(api)
  const jam = await makeBatch(api, syrup)
  const cake = await addProduct(api, { name: 'Cake', code: 'CK', lines: [{ ingredient: 'Syrup', quantity: '1 jar' }] })
  const box = await addProduct(api, { name: 'Box', code: 'BX', lines: [{ ingredient: 'Cake', quantity: '1 jar' }] })
  const cakes = await makeBatch(api, cake)
  const boxes = await makeBatch(api, box)
  const rows = await rowsOf(api, jam.batchId)
  const refused = await refusal(
    correct(api, jam.batchId, {
      uses: [...rows, { itemId: box, lotId: boxes.lotId, quantity: '1 jar' }],
    }),
  )
  expect(refused.fields?.['uses.1.lotId']).toBe(
    `${jam.lotNumber} cannot be made with ${boxes.lotNumber}, which was itself made with it: ${boxes.lotNumber}, made with ${cakes.lotNumber}, made with ${jam.lotNumber}. Choose another lot.`,
  )
  const own = await refusal(
    correct(api, jam.batchId, { uses: [...rows, { itemId: syrup, lotId: jam.lotId, quantity: '1 jar' }] }),
  )
  expect(own.fields?.['uses.1.lotId']).toBe(`${jam.lotNumber} cannot be made with itself. Choose another lot.`)
})
