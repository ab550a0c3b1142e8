import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../shared/domain/day.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

describe('a pasted notice in the demo kitchen', () => {
  let kitchen: TestKitchen
  beforeEach(async () => {
    kitchen = await openKitchen({ demo: true })
  })
  afterEach(async () => await kitchen.close())

  test.each([
    'Valley Farm recalls strawberries sold 2/28–3/5 (both days included).',
    'URGENT\nValley Farm, March 10, 2026\n\nWe are recalling our fresh Strawberry crop delivered February 28 to March 5, 2026. Questions: (802) 555-0118.',
  ])('is read into the fields that give the golden answer: %s', async (text) => {
    const { api } = kitchen
    const { items, suppliers, checks, reason: _, ...read } = await api.recall.read({ text })
    expect([items.map(({ name }) => name), suppliers.map(({ name }) => name), checks]).toEqual([
      ['Strawberries'],
      ['Valley Farm'],
      [],
    ])
    const scope = await api.recall.scope({ itemId: items[0]?.id, supplierId: suppliers[0]?.id, ...read })
    expect(scope.affected.map(({ lotNumber }) => lotNumber)).toEqual(['SJ-20260304-A', 'SJ-20260305-A'])
    expect(scope.cannotTell.map(({ lotNumber }) => lotNumber)).toEqual(['SJ-20260313-A'])
    expect(scope.totals.affected.made).toBe(60)
  })

  test('names what it could not match to the kitchen', async () => {
    const { checks, items } = await kitchen.api.recall.read({ text: 'Acme recalls Turkey. Lot 5604' })
    expect(items).toEqual([])
    expect(checks.join(' ')).toMatch(/no ingredient of yours.*none of your suppliers/)
  })
})

describe('the criteria of a recall', () => {
  let kitchen: TestKitchen
  beforeEach(async () => {
    kitchen = await openKitchen()
  })
  afterEach(async () => await kitchen.close())

  async function bakeFrom(facts: { supplierLot?: string; bestBy?: string }, name: string): Promise<string> {
    const { api } = kitchen
    const { lotId, itemId } = await receiveLot(api, { ingredient: name, ...facts })
    const productId = await addProduct(api, {
      name: `Bread of ${name}`,
      code: name.toUpperCase(),
      lines: [{ ingredient: name, quantity: '1 lb' }],
    })
    return (await makeBatch(api, productId, { uses: [{ itemId, lotId, quantity: '1 lb' }] })).lotNumber
  }

  function columns({ affected, notAffected, cannotTell }: Awaited<ReturnType<TestKitchen['api']['recall']['scope']>>) {
    return [affected, notAffected, cannotTell].map((column) => column.map(({ lotNumber }) => lotNumber))
  }

  test('a list of codes with a range; a code that is nearly one of them cannot be told, and says so', async () => {
    const inRange = await bakeFrom({ supplierLot: 'L-0450' }, 'A')
    const listed = await bakeFrom({ supplierLot: '00392/174' }, 'B')
    const nearly = await bakeFrom({ supplierLot: '00392/147' }, 'C')
    const other = await bakeFrom({ supplierLot: 'XY-7' }, 'D')
    const scope = await kitchen.api.recall.scope({ supplierLot: '00392-174, L-0400 to L-0499' })
    expect(columns(scope)[0]).toEqual([inRange, listed])
    expect(columns(scope)[2]).toEqual([nearly, other])
    expect(scope.cannotTell[0]?.because.join(' ')).toMatch(/almost the 00392-174 of the notice: compare the bag/)
    expect(scope.cannotTell[1]?.because.join(' ')).toMatch(/another form than L-0400 to L-0499/)
  })

  test('best-by days: in, out, and not recorded', async () => {
    const inside = await bakeFrom({ bestBy: '2026-05-29' }, 'A')
    await bakeFrom({ bestBy: '2026-05-30' }, 'B')
    const unknown = await bakeFrom({}, 'C')
    const scope = await kitchen.api.recall.scope({ bestBy: '2026-05-12 to 2026-05-29, 6/7/2026' })
    expect([columns(scope)[0], columns(scope)[2]]).toEqual([[inside], [unknown]])
    expect(scope.notice).toBe('Everything, best by May 12, 2026 to May 29, 2026 or Jun 7, 2026')
    expect(await refusal(kitchen.api.recall.scope({ bestBy: 'soon' }))).toMatchObject({ fields: { bestBy: /no day/ } })
  })

  test('own lot numbers and days of making, with all that was made of them', async () => {
    const { api } = kitchen
    const { itemId } = await receiveLot(api, { quantity: '50 lb' })
    const syrup = await addProduct(api)
    const first = await makeBatch(api, syrup, { madeOn: '2026-03-04' })
    const second = await makeBatch(api, syrup, { madeOn: '2026-03-05' })
    const soda = await addProduct(api, {
      name: 'Soda',
      code: 'SO',
      lines: [{ ingredient: 'Syrup', quantity: '2 jars' }],
    })
    const { lotNumber } = await makeBatch(api, soda, {
      madeOn: '2026-03-10',
      uses: [{ itemId: syrup, lotId: first.lotId, quantity: '2 jars' }],
    })
    const byNumber = await api.recall.scope({ ownLot: first.lotNumber.toLowerCase() })
    expect(columns(byNumber)[0]).toEqual([first.lotNumber, lotNumber])
    expect(columns(byNumber)[1]).toEqual([second.lotNumber])
    expect(byNumber.affected.map(({ because }) => because[0])).toEqual([
      'It fits by its lot number.',
      `Made with ${first.lotNumber}, which is affected.`,
    ])
    const byDay = await api.recall.scope({ itemId, madeFrom: '2026-03-05', madeTo: '2026-03-05' })
    expect(columns(byDay)[0]).toEqual([second.lotNumber])
    expect(byDay.notAffected.find((batch) => batch.lotNumber === first.lotNumber)?.because).toEqual([
      'was made on Mar 4, 2026, before the window',
    ])
  })

  test.each([
    ['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02'],
    ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'],
    ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02'],
  ])('both days of a window count, bought or made: %s | %s to %s | %s', async (before, from, to, after) => {
    const { api } = kitchen
    // Half past eleven at night in New York on the day after the window: already the next day in UTC.
    kitchen.setNow(`${addDays(after, 1)}T04:30:00.000Z`)
    const syrup = await addProduct(api)
    const numbers = new Map<string, string>()
    for (const day of [before, from, to, after]) {
      const { lotId, itemId } = await receiveLot(api, { receivedOn: day })
      const uses = [{ itemId, lotId, quantity: '1 lb' }]
      numbers.set(day, (await makeBatch(api, syrup, { madeOn: day, uses })).lotNumber)
    }
    const inside = [numbers.get(from), numbers.get(to)]
    expect(columns(await api.recall.scope({ receivedFrom: from, receivedTo: to }))[0]).toEqual(inside)
    expect(columns(await api.recall.scope({ madeFrom: from, madeTo: to }))[0]).toEqual(inside)
  })

  test('at least one is needed, and windows end after they begin', async () => {
    expect(await refusal(kitchen.api.recall.scope({}))).toMatchObject({ fields: { itemId: /one criterion/ } })
    expect(await refusal(kitchen.api.recall.scope({ madeFrom: '2026-03-05', madeTo: '2026-03-04' }))).toMatchObject({
      fields: { madeTo: /ends before it begins/ },
    })
    expect((await kitchen.raw('recall.scope', { requestId: newId(), itemId: 1 })).ok).toBe(false)
  })
})
