import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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

type Facts = Omit<Parameters<TestKitchen['api']['facts']['save']>[0], 'requestId' | 'itemId'>

async function say(ingredient: string, facts: Facts): Promise<void> {
  const rows = await kitchen.api.pantry.ingredients({})
  const itemId = rows.find((row) => row.name === ingredient)?.id ?? 0
  await kitchen.api.facts.save({ requestId: newId(), itemId, ...facts })
}

/** Chips and butter in cookies, cookies in a box with almonds. */
async function cookieBox() {
  const { api } = kitchen
  await receiveLot(api, { ingredient: 'Chocolate chips', quantity: '5 lb', supplier: 'Costco' })
  await receiveLot(api, { ingredient: 'Butter', quantity: '5 lb', supplier: 'Costco' })
  await receiveLot(api, { ingredient: 'Almonds', quantity: '5 lb', supplier: 'Costco' })
  const cookie = await addProduct(api, {
    name: 'Cookie',
    code: 'CO',
    unit: 'cookie',
    pack: { net: '2 oz' },
    lines: [
      { ingredient: 'Chocolate chips', quantity: '1 lb' },
      { ingredient: 'Butter', quantity: '2 lb' },
    ],
  })
  const box = await addProduct(api, {
    name: 'Cookie box',
    code: 'CB',
    unit: 'box',
    expectedYield: 2,
    pack: { net: '1 lb', gtin: '036000291452', priceCents: 1200 },
    lines: [
      { ingredient: 'Cookie', quantity: '6 cookies' },
      { ingredient: 'Almonds', quantity: '1 lb' },
    ],
  })
  return { cookie, box }
}

describe('the allergens of a product', () => {
  test('roll up through its sub-recipes, and what nobody has looked at is said', async () => {
    const { api } = kitchen
    const { box } = await cookieBox()
    const before = await api.facts.product({ productId: box })
    expect(before).toMatchObject({ containsLine: null, unchecked: ['Almonds', 'Butter', 'Chocolate chips'] })
    expect(before.ingredients.map(({ ingredient, through, likely }) => [ingredient, through, likely])).toEqual([
      ['Almonds', [], ['nut:almond']],
      ['Chocolate chips', ['Cookie'], []],
      ['Butter', ['Cookie'], ['milk']],
    ])
    await say('Almonds', { contains: ['nut:almond'] })
    await say('Butter', { contains: ['milk'], labelName: 'Sweet cream butter', madeOf: 'cream, salt' })
    await say('Chocolate chips', { contains: ['milk', 'soy'], mayContain: ['nut:hazelnut', 'milk'] })
    expect(await api.facts.product({ productId: box })).toMatchObject({
      containsLine: 'Contains: Milk, Soy, Almonds.',
      mayContainLine: 'May contain: Hazelnuts.',
      unchecked: [],
      statement: 'Almonds, cookie (Sweet cream butter (cream, salt), chocolate chips).',
    })
  })

  test('of a batch are those of the lots it really used, and stay as they were', async () => {
    const { api } = kitchen
    const { cookie, box } = await cookieBox()
    await receiveLot(api, {
      ingredient: 'Chocolate chips',
      quantity: '5 lb',
      supplier: 'Other Shop',
      receivedOn: '2026-02-20',
    })
    const shops = await api.directory.suppliers({})
    const other = shops.find((shop) => shop.name === 'Other Shop')?.id ?? 0
    await say('Almonds', { contains: ['nut:almond'] })
    await say('Butter', { contains: ['milk'] })
    await say('Chocolate chips', {})
    await say('Chocolate chips', { supplierId: other, contains: ['soy'] })

    // The recipe does not know whose chips come next; the batch does.
    expect((await api.facts.product({ productId: cookie })).containsLine).toBe('Contains: Milk, Soy.')
    const plain = await makeBatch(api, cookie, { madeOn: '2026-03-01' })
    const { lines } = await api.batches.propose({ productId: cookie, madeOn: '2026-03-01' })
    const chips = await api.batches.choices({ itemId: lines[0]?.itemId ?? 0, madeOn: '2026-03-01' })
    const soyLot = chips.find((lot) => lot.lot.startsWith('Other Shop'))?.lotId ?? 0
    const soy = await makeBatch(api, cookie, {
      madeOn: '2026-03-02',
      uses: lines.map(({ itemId, quantity, uses }, at) => ({
        itemId,
        quantity,
        lotId: at === 0 ? soyLot : (uses[0]?.lotId ?? 0),
      })),
    })
    const line = async (lotId: number) => (await api.products.labelText({ lotId })).containsLine
    expect(await line(plain.lotId)).toBe('Contains: Milk.')
    expect(await line(soy.lotId)).toBe('Contains: Milk, Soy.')

    const boxes = await makeBatch(api, box, {
      uses: [
        { itemId: cookie, lotId: soy.lotId, quantity: '6 cookies' },
        {
          itemId: (await api.pantry.ingredients({})).find(({ name }) => name === 'Almonds')?.id ?? 0,
          lotId: null,
          quantity: '1 lb',
        },
      ],
    })
    expect(await line(boxes.lotId)).toBe('Contains: Milk, Soy, Almonds.')

    // A correction of what went in is followed, also by what was made with it.
    const [first, second] = (await api.batches.get({ batchId: soy.batchId })).uses
    const plainChips = chips.find((lot) => lot.lot.startsWith('Costco'))?.lotId ?? 0
    await api.corrections.save({
      requestId: newId(),
      batchId: soy.batchId,
      reason: 'wrong bag',
      uses: [
        { itemId: first?.itemId ?? 0, lotId: plainChips, quantity: first?.quantity ?? '' },
        { itemId: second?.itemId ?? 0, lotId: second?.lotId ?? 0, quantity: second?.quantity ?? '' },
      ],
    })
    expect(await line(soy.lotId)).toBe('Contains: Milk.')
    expect(await line(boxes.lotId)).toBe('Contains: Milk, Almonds.')

    await say('Butter', { contains: ['milk:goat'] })
    const text = await api.products.labelText({ lotId: plain.lotId })
    expect(text).toMatchObject({ frozen: true, containsLine: 'Contains: Milk.' })
    expect(text.mismatch).toBe(
      'By what is known now, CO-20260301-A contains Goat milk (Butter from Costco), and its label does not say so. The recipe now has Soy, which CO-20260301-A has not; CO-20260301-A has Milk, which the recipe now has not. Check the label before it is used.',
    )
    expect(await api.products.labelText({ itemId: cookie })).toMatchObject({
      frozen: false,
      mismatch: null,
      containsLine: 'Contains: Goat milk, Soy.',
    })
  })

  test.each([
    ['a nut without its name', { contains: ['nut'] }, 'contains.0'],
    ['what is not among the nine', { mayContain: ['gluten'] }, 'mayContain.0'],
  ])('are refused with %s', async (_name, facts, field) => {
    await cookieBox()
    expect(Object.keys((await refusal(say('Butter', facts))).fields ?? {})).toEqual([field])
  })

  test('of a product of one’s own follow from its recipe alone', async () => {
    const { cookie } = await cookieBox()
    const refused = await refusal(kitchen.api.facts.save({ requestId: newId(), itemId: cookie, contains: ['milk'] }))
    expect(refused.message).toBe('Cookie is made here: what is in it follows from its recipe.')
  })
})

describe('the text of a label', () => {
  test('has the name, contents, GTIN and price of the pack, and says what is not known', async () => {
    const { api } = kitchen
    const { box } = await cookieBox()
    expect(await api.products.labelText({ itemId: box })).toMatchObject({
      name: 'Cookie box',
      netContents: 'Net Wt 16 oz, 1 lb (453 g)',
      gtin: '036000291452',
      priceCents: 1200,
      frozen: false,
      problems: [
        'Nobody has said what is in Almonds. Say it on the product’s page, under On the label.',
        'Nobody has said what is in Butter. Say it on the product’s page, under On the label.',
        'Nobody has said what is in Chocolate chips. Say it on the product’s page, under On the label.',
      ],
    })
  })

  test('writes the list as the person asked, and says what it could not weigh', async () => {
    const { api } = kitchen
    const productId = await addProduct(api, {
      lines: [
        { ingredient: 'Sugar', quantity: '5 lb' },
        { ingredient: 'Water', quantity: '4 lb' },
        { ingredient: 'Salt', quantity: '1 oz' },
      ],
    })
    await api.facts.saveOptions({ requestId: newId(), productId, twoPercent: true, withoutWater: true })
    expect((await api.facts.product({ productId })).statement).toBe('Sugar, contains 2% or less of salt.')
    const tea = await addProduct(api, {
      name: 'Tea',
      code: 'TE',
      lines: [
        { ingredient: 'Tea leaves', quantity: '2 oz' },
        { ingredient: 'Milk', quantity: '1 cup' },
      ],
    })
    expect(await api.facts.product({ productId: tea })).toMatchObject({
      statement: 'Tea leaves, milk.',
      unweighed: ['milk'],
    })
    const milk = (await api.pantry.ingredients({})).find(({ name }) => name === 'Milk')?.id ?? 0
    await api.ingredients.saveFactor({ requestId: newId(), itemId: milk, one: '245 g', equals: '1 cup' })
    expect(await api.facts.product({ productId: tea })).toMatchObject({ statement: 'Milk, tea leaves.', unweighed: [] })
  })
})
