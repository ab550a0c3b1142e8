import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { type CountingTypist, countingTypist } from './keyboard.ts'

test.use({ demo: false })
test.setTimeout(300_000)

/** What a key press and the thought before a field take a person (the design’s model), in seconds. */
const PRESS = 0.28
const THOUGHT = 1.35
const LIMIT = 180

/*
 * The first product ever, five ingredients, an empty app: from Today to “Saved” with the keyboard alone. Every key is
 * counted here, every field costs a thought.
 */
test('the first product and its first batch take a person less than three minutes', async ({ page, kitchen }) => {
  const hands = await countingTypist(page)
  let fields = 0
  async function field(name: string, text: string): Promise<void> {
    fields += 1
    await reach(page, hands, name)
    await hands.type(text)
  }

  await kitchen.open('/')
  await reach(page, hands, 'New product')
  await hands.press('Enter')
  await expect(page.getByRole('heading', { name: 'New product' })).toBeVisible()
  await field('Name', 'Strawberry jam')
  await field('One unit is a', 'jar')
  await field('One recipe makes', '36')
  const lines = [
    ['Strawberries', '8 lb'],
    ['Sugar', '4 lb'],
    ['Pectin', '2 oz'],
    ['Lemon juice', '1 oz'],
    ['Butter', '1 tsp'],
  ] as const
  for (const [at, [ingredient, quantity]] of lines.entries()) {
    await field(`Ingredient, line ${at + 1}`, ingredient)
    await field(`Quantity, line ${at + 1}`, quantity)
  }
  await hands.press('Control+Enter')
  await expect(page.getByText(/^Saved Strawberry jam/)).toBeVisible()

  await hands.press('F1')
  await expect(page.getByRole('link', { name: /Strawberry jam/ }).first()).toBeVisible()
  await hands.press('1')
  await expect(page.getByRole('combobox', { name: 'Lot of Strawberries, row 1' })).toBeFocused()
  const bags = ['valley farm 8 lb', 'costco 25 lb', 'amazon 1 lb', 'co 32 oz', 'co 1 cup']
  for (const [at, bag] of bags.entries()) {
    const lot = page.getByRole('combobox', { name: `Lot of ${lines[at]?.[0]}, row ${at + 1}` })
    fields += 1
    if (at > 0) await hands.press(`Alt+${at + 1}`)
    await expect(lot).toBeFocused()
    await hands.type(bag)
    await expect(page.getByRole('option', { name: /^New bag/ }).first()).toBeVisible()
    await hands.press('Enter')
    await expect(lot).toHaveValue(/^New bag/)
  }
  await hands.press('Control+Enter')
  await expect(page.getByText(/^Saved SJ-\d{8}-A: 36 jars for sale/)).toBeVisible()

  const seconds = hands.presses() * PRESS + fields * THOUGHT
  test.info().annotations.push({
    type: 'a person’s time',
    description: `${Math.round(seconds)} s: ${hands.presses()} presses, ${fields} fields`,
  })
  expect(seconds).toBeLessThanOrEqual(LIMIT)
  const { rows } = await kitchen.api.pantry.lots({ includeEmpty: true })
  expect(rows.map(({ item, supplier, received }) => `${item}: ${received} of ${supplier}`).toSorted()).toEqual([
    'Butter: 1 cup of Costco',
    'Lemon juice: 32 oz of Costco',
    'Pectin: 1 lb of Amazon',
    'Strawberries: 8 lb of Valley Farm',
    'Sugar: 25 lb of Costco',
  ])
})

/** Presses Tab until a field of that name has the focus. */
async function reach(page: Page, hands: CountingTypist, name: string): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    const focused = page.locator(':focus')
    const label = await focused
      .evaluate((element) => {
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
        return (
          element.getAttribute('aria-label') ??
          (labels.map((each) => each.textContent).join(' ') || element.textContent)
        )
      })
      .catch(() => '')
    if (label.replace('*', '').trim() === name) return
    await hands.press('Tab')
  }
  throw new Error(`forty Tabs do not reach ${name}`)
}
