import { expectReadable } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { holdAnswers } from './holdAnswers.ts'
import { typist } from './keyboard.ts'

test.use({ demo: false })

test('a product in two packs is written, made, sent and labelled with the keyboard alone', async ({
  page,
  kitchen,
}) => {
  const hands = typist(page)
  const { api } = kitchen

  await test.step('write the product with its packs and what is read', async () => {
    await kitchen.open('/products/new')
    await hands.fill('Name', 'Strawberry jam')
    await hands.fill('One unit is a', 'jar')
    await hands.fill('One recipe makes', '36')
    await hands.fill('Ingredient, line 1', 'Strawberries')
    await page.keyboard.press('Escape')
    await hands.fill('Quantity, line 1', '8 lb')
    await hands.fill('Ingredient, line 2', 'Butter')
    await page.keyboard.press('Escape')
    await hands.fill('Quantity, line 2', '1 oz')
    await hands.activate(/^Packs/)
    await hands.fill('Called', '8 oz jar')
    await hands.fill('Net contents', '8 oz')
    await hands.activate('It also comes in another pack')
    await expect(page.locator(':focus')).toHaveAttribute('name', 'packs.0.name')
    await page.keyboard.type('4 oz jar')
    await page.keyboard.press('Tab')
    await page.keyboard.type('4 oz')
    await hands.fill('Per recipe', '12')
    await hands.activate(/^While it is made/)
    await hands.activate('Add a reading')
    await page.keyboard.type('pH')
    await page.keyboard.press('Escape')
    await hands.fill('Reading 1: at most', '4.6')
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Recipes and products' })).toBeVisible()
  })

  const [product] = await api.products.list({})
  const productId = product?.id ?? 0
  expect(await api.products.get({ productId })).toMatchObject({
    pack: { name: '8 oz jar', net: '8 oz' },
    packs: [{ name: '4 oz jar', net: '4 oz', usual: 12 }],
    readings: [{ text: 'pH at most 4.6' }],
  })

  await test.step('say what is in the ingredients', async () => {
    await kitchen.open(`/products/${productId}`)
    await hands.activate(/^On the label/)
    await hands.activate('None of the nine in Strawberries')
    await expect(page.getByText('1 ingredient still to look at for allergens')).toBeVisible()
    await hands.activate('Say what is in Butter')
    await expect(page.getByLabel('Called on the label')).toBeFocused()
    await hands.press('Control+Enter')
    await expect(page.getByText('Contains: Milk.')).toBeVisible()
    await expect(page.getByText('Strawberries, butter.')).toBeVisible()
    await expectReadable(page)
  })

  await test.step('the batch page proposes both packs, and scales to what there is of the berries', async () => {
    await kitchen.open(`/make/${productId}`)
    await expect(page.getByLabel('Made', { exact: true })).toHaveValue('30')
    await expect(page.getByLabel('4 oz jar: made')).toHaveValue('12')
    await hands.to(/^×1/)
    await hands.press('ArrowRight')
    await hands.press('ArrowRight')
    await hands.choose('Scale it to', 'what I have of Strawberries')
    await hands.fill('I have', '4 lb')
    await expect(page.getByText('makes 18 jars')).toBeVisible()
    await expect(page.getByLabel('Made', { exact: true })).toHaveValue('15')
    await expect(page.getByLabel('4 oz jar: made')).toHaveValue('6')
  })
})

test('versions are compared in words, and a retired product is out of the way', async ({ page, kitchen }) => {
  const { api } = kitchen
  const facts = { name: 'Syrup', code: 'SY', unit: 'jar', expectedYield: 10 }
  const lines = [{ ingredient: 'Sugar', quantity: '1 lb' }]
  const save = async (change: object) =>
    await api.products.save({ requestId: crypto.randomUUID(), ...facts, lines, ...change })
  const { productId } = await save({})
  await save({ productId, lines: [{ ingredient: 'Sugar', quantity: '2 lb' }] })
  await kitchen.open(`/products/${productId}`)
  const hands = typist(page)
  await hands.activate(/^Versions/)
  await expect(page.getByText('Sugar: 2 lb instead of 1 lb')).toBeVisible()
  await page.getByRole('button', { name: 'Retire' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Syrup is out of the way.')).toBeVisible()
  await kitchen.open('/products')
  await expect(page.getByText('No longer made')).toBeVisible()
  expect(await api.products.list({})).toEqual([])
})

test.describe('in the demo kitchen', () => {
  test.use({ demo: true })

  test('a second tick on the label leaves the first, while the answer to it is still on its way', async ({
    page,
    kitchen,
  }) => {
    await kitchen.open('/products/1')
    await page.getByText('On the label', { exact: true }).click()
    const last = page.getByLabel('Name what is 2% or less last')
    const water = page.getByLabel('Leave water out, it all boils off')
    await expect(last).not.toBeChecked()
    const held = await holdAnswers(page, 'facts.product')
    await last.check()
    await expect(last).toBeEnabled()
    await expect(last).toBeChecked()
    await water.check()
    await expect(water).toBeEnabled()
    expect(await kitchen.api.facts.product({ productId: 1 })).toMatchObject({ twoPercent: true, withoutWater: true })
    await held.answer()
    await expect(water).toBeChecked()
    await last.uncheck()
    await expect(last).toBeEnabled()
    expect(await kitchen.api.facts.product({ productId: 1 })).toMatchObject({ twoPercent: false, withoutWater: true })
  })
})
