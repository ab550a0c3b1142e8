import type { Page } from '@playwright/test'
import { newId } from '../support/kitchen.ts'
import { expectReadable } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { typist } from './keyboard.ts'
import { realKeys } from './realKeys.ts'

/** Enter as a person presses it: right after other keys it would end a scan. */
async function enter(page: Page): Promise<void> {
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
}

test.describe('a bag typed in one line', () => {
  const line = 'A bag that came in, in one line'

  test('is received with Enter, and taken back with Undo', async ({ page, kitchen }) => {
    await kitchen.open('/pantry')
    const { fill } = typist(page)
    await fill(line, 'straw 8 lb valley 3/2 bb 3/8/26 lot A-99 $56')
    await expect(page.getByText('Strawberries from Valley Farm')).toBeVisible()
    await expect(page.getByText('lot A-99')).toBeVisible()
    await expectReadable(page)
    await enter(page)
    await expect(page.getByText('Received 8 lb of Strawberries from Valley Farm.')).toBeVisible()
    await expect(page.getByLabel(line)).toHaveValue('')
    expect((await kitchen.api.pantry.lots({ limit: 1 })).rows[0]).toMatchObject({
      item: 'Strawberries',
      supplier: 'Valley Farm',
      bestBy: '2026-03-08',
      supplierLot: 'A-99',
      costCents: 5600,
    })
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('The trip was taken back.')).toBeVisible()
  })

  test('says the unit of a bare number, and asks what nobody can read', async ({ page, kitchen }) => {
    await kitchen.open('/pantry')
    const { fill } = typist(page)
    await fill(line, 'sugar costco 25')
    await expect(page.getByText('25 lb', { exact: true })).toBeVisible()
    await fill(line, 'sugar 25 lb costco 56')
    await expect(page.getByText('What is 56?')).toBeVisible()
    await enter(page)
    await expect(page.getByLabel(line)).toHaveValue('sugar 25 lb costco 56')
    await fill(line, 'sugar costco 25')
    await enter(page)
    await expect(page.getByText('Received 25 lb of Sugar from Costco Main St.')).toBeVisible()
  })

  test('that fits more than one name shows the choices, and a new name is asked for', async ({ page, kitchen }) => {
    await kitchen.open('/pantry')
    const { fill } = typist(page)
    await fill(line, 'strawb sun 5 lb')
    await expect(page.getByText('Strawberries from Sunny Acres')).toBeVisible()
    await fill(line, 'sugar Corner shop 5 lb')
    await expect(page.getByText('Which is meant?')).toBeVisible()
    await expectReadable(page)
    await enter(page)
    await expect(page.getByRole('button', { name: 'Add Sugar from “Corner shop”, a new supplier' })).toBeFocused()
    await enter(page)
    await expect(page.getByText('Received 5 lb of Sugar from Corner shop.')).toBeVisible()
  })
})

test.describe('a conversion of one’s own', () => {
  test('is entered on the ingredient’s screen by keyboard and used in a line', async ({ page, kitchen }) => {
    await kitchen.open('/pantry')
    const { activate, fill } = typist(page)
    await activate('Sugar')
    await expect(page.getByRole('heading', { name: 'Sugar', exact: true })).toBeVisible()
    await activate('Enter a conversion')
    await fill('This much', '1 cup')
    await fill('is', '200 g')
    await enter(page)
    await expect(page.getByText('From now on 1 cup of Sugar is 200 g.')).toBeVisible()
    await fill('A bag that came in, in one line', 'costco 3 cups')
    await enter(page)
    await expect(page.getByText('Received 3 cups of Sugar from Costco Main St.')).toBeVisible()
    expect((await kitchen.api.pantry.lots({ limit: 1 })).rows[0]?.onHand.base).toBe(600 * 960_000_000)
    await expectReadable(page)
    await page.getByRole('button', { name: 'Take away 1 cup = 200 g' }).click()
    await expect(page.getByText('1 cup has no conversion any more.')).toBeVisible()
  })

  test('that is missing is asked for where its absence is said', async ({ page, kitchen }) => {
    await kitchen.open('/pantry/receive')
    const { fill, press } = typist(page)
    await fill('Bought from', 'Valley Farm')
    await fill('Ingredient, line 1', 'Strawberries')
    await fill('Quantity, line 1', '2 flats')
    await press('Control+Enter')
    await expect(page.getByText(/Or enter what 1 flat of Strawberries is\./).first()).toBeVisible()
    await expect(page.getByLabel('1 flat of Strawberries is')).toBeInViewport()
    await expectReadable(page)
    await fill('1 flat of Strawberries is', '8 lb')
    await enter(page)
    await expect(page.getByLabel('1 flat of Strawberries is')).toBeHidden()
    await press('Control+Enter')
    await expect(page.getByText('Received 1 lot from Valley Farm.')).toBeVisible()
    expect((await kitchen.api.pantry.lots({ limit: 1 })).rows[0]).toMatchObject({
      received: '2 flats',
      onHand: { text: '16 lb' },
    })
  })
})

test('an ingredient runs low below the level that a person sets', async ({ page, kitchen }) => {
  const sugar = (await kitchen.api.pantry.ingredients({})).find(({ name }) => name === 'Sugar')
  await kitchen.open(`/ingredient/${sugar?.id ?? 0}`)
  const { activate, fill } = typist(page)
  await activate('Change')
  await fill('Runs low below', '500 lb')
  await enter(page)
  await expect(page.getByText('running low')).toBeVisible()
  await kitchen.open('/pantry')
  await page.getByText('Running low', { exact: true }).click()
  await expect(page.getByRole('row', { name: /Sugar.*500 lb.*the level you set/ })).toBeVisible()
  await expectReadable(page)
})

test('what comes to its date is listed first', async ({ page, kitchen }) => {
  const { today } = await kitchen.api.system.state({})
  const line = { ingredient: 'Cream', quantity: '1 qt', bestBy: today }
  await kitchen.api.pantry.receive({ requestId: newId(), supplier: 'Dairy', receivedOn: today, lines: [line] })
  await kitchen.open('/pantry')
  await page.getByText('Expiring', { exact: true }).click()
  await expect(page.getByRole('row', { name: /Cream/ })).toBeVisible()
  await expectReadable(page)
})

test('a bin is topped up, marked emptied and taken back by keyboard', async ({ page, kitchen }) => {
  await kitchen.open('/pantry')
  const { activate, fill, choose, press } = typist(page)
  await page.getByText('Bins', { exact: true }).click()
  await activate('Add a bin')
  await fill('Name', 'Salt crock')
  await choose('Holds', 'Salt')
  await press('Control+Enter')
  await expect(page.getByText('Saved Salt crock.')).toBeVisible()
  await activate('Salt crock')
  await activate('Top up')
  await choose('From', 'Costco')
  await fill('How much', '1 lb')
  await enter(page)
  await expect(page.getByText('Poured into Salt crock.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Costco Main St.*1 lb/ })).toBeVisible()
  await expectReadable(page)
  await activate('Mark emptied')
  await expect(page.getByText('The record still has 16 oz in it.', { exact: false })).toBeVisible()
  await activate('It was empty')
  // Its own Undo: on a slow machine the one of the message before stands there for a moment more.
  const emptied = page.getByRole('alert').filter({ hasText: 'Salt crock is marked emptied.' })
  await emptied.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Salt crock is not marked emptied any more.')).toBeVisible()
  await expectReadable(page)
  expect((await kitchen.api.bins.list({}))[0]?.content?.onHand.text).toBe('16 oz')
})

test('everything from a supplier is held, also what comes in later, until that is ended', async ({ page, kitchen }) => {
  await kitchen.open('/pantry')
  const { activate, fill, choose } = typist(page)
  await page.getByText('Holds', { exact: true }).click()
  await activate('Hold everything of a kind')
  await choose('From', 'Valley Farm')
  await fill('Why', 'recalled')
  await enter(page)
  await expect(page.getByRole('row', { name: /Everything from Valley Farm.*recalled/ })).toBeVisible()
  await expectReadable(page)
  await fill('A bag that came in, in one line', 'straw 8 lb valley')
  await enter(page)
  await expect(page.getByText('Received 8 lb of Strawberries from Valley Farm.')).toBeVisible()
  expect((await kitchen.api.pantry.lots({ limit: 1 })).rows[0]?.held).toBe(true)
  await page.getByRole('button', { name: 'End the hold: Everything from Valley Farm' }).click()
  await expect(page.getByText(/The hold is ended/)).toBeVisible()
  expect((await kitchen.api.pantry.lots({ limit: 1 })).rows[0]?.held).toBe(false)
})

test('many lots are counted in one pass by keyboard', async ({ page, kitchen }) => {
  await kitchen.open('/pantry/count')
  const { fill, press } = typist(page)
  await fill(/^Found of Garlic/, '20 oz')
  await fill(/^Found of Salt/, '0')
  await expectReadable(page)
  await press('Control+Enter')
  await expect(page.getByText('Counted 2 lots. 2 differed and are corrected.')).toBeVisible()
  const left = (await kitchen.api.pantry.ingredients({})).filter(({ name }) => name === 'Garlic' || name === 'Salt')
  expect(left.map(({ onHand }) => onHand.text)).toEqual(['20 oz', '0 oz'])
})

test('a count stays with its lot while other lots come in', async ({ page, kitchen }) => {
  const { api } = kitchen
  await kitchen.open('/pantry/count')
  const pectin = page.getByRole('textbox', { name: /^Found of Pectin/ })
  await pectin.fill('3 flats')
  const lines = [{ ingredient: 'Allspice', quantity: '8 oz' }]
  await api.pantry.receive({ requestId: newId(), supplier: 'Costco', receivedOn: '2026-03-09', lines })
  await expect(page.getByRole('textbox', { name: /^Found of Allspice/ })).toHaveValue('')
  await expect(pectin).toHaveValue('3 flats')
  await page.getByRole('button', { name: 'Save the counts' }).click()
  // What the core says of a lot is said beside it, though only what was counted was sent.
  await expect(page.getByRole('row').filter({ has: pectin }).getByLabel('1 flat of Pectin is')).toBeVisible()
  await pectin.fill('3 lb')
  await page.getByRole('button', { name: 'Save the counts' }).click()
  await expect(page.getByText('Counted 1 lot. 1 differed and is corrected.')).toBeVisible()
  const left = (await api.pantry.ingredients({})).filter(({ name }) => name === 'Allspice' || name === 'Pectin')
  expect(left.map(({ name, onHand }) => `${name}: ${onHand.text}`)).toEqual(['Allspice: 8 oz', 'Pectin: 48 oz'])
})

test.describe('in an empty kitchen', () => {
  test.use({ demo: false })

  test('of very many lots the first are drawn, and what is typed is counted wherever it stands', async ({
    page,
    kitchen,
  }) => {
    for (const supplier of ['Costco', 'Valley Farm', 'Sunny Acres'])
      await kitchen.api.pantry.receive({
        requestId: newId(),
        supplier,
        receivedOn: '2026-03-01',
        lines: Array.from({ length: 100 }, (_, at) => ({
          ingredient: 'Sugar',
          quantity: '1 lb',
          supplierLot: `${supplier} ${at}`,
        })),
      })
    await kitchen.open('/pantry/count')
    const found = page.getByRole('textbox', { name: /^Found of Sugar/ })
    await expect(page.getByText('200 of 300 are shown.')).toBeVisible()
    await expect(found).toHaveCount(200)

    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await expect(found).toHaveCount(300)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await expect(found).toHaveCount(200)

    const { fill, press } = typist(page)
    await fill('Only lots that say', 'sunny acres 7')
    await expect(found).toHaveCount(11)
    await fill(/^Found of Sugar, .*Sunny Acres 77$/, '0')
    await fill('Only lots that say', '')
    await expect(found).toHaveCount(200)
    await page.getByRole('button', { name: 'Show 100 more' }).click()
    await expect(found).toHaveCount(300)
    await press('Control+Enter')
    await expect(page.getByText('Counted 1 lot. 1 differed and is corrected.')).toBeVisible()
  })

  test('a supplier’s barcode asks once what it is, and then fills the line', async ({ page, kitchen }) => {
    await kitchen.open('/pantry/receive')
    await expect(page.getByLabel('Ingredient, line 1')).toBeVisible()
    const keys = await realKeys(page)
    const code = '(01)09506000134352(15)260630(10)A-99'
    await keys.type(`${code}\n`, 3)
    await expect(page.getByText(/New product number 09506000134352/)).toBeVisible()
    await expect(page.getByLabel('Ingredient, line 1')).toBeFocused()
    await expect(page.getByLabel('Supplier’s lot, line 1')).toHaveValue('A-99')
    await expect(page.getByLabel('Best by, line 1')).toHaveValue('2026-06-30')
    const { fill, press } = typist(page)
    await fill('Ingredient, line 1', 'Sugar')
    await fill('Quantity, line 1', '25 lb')
    await expectReadable(page)
    await press('Control+Enter')
    await expect(page.getByText('Received 1 lot')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Pantry', level: 1 })).toBeVisible()
    await page.waitForTimeout(200)
    await keys.type(`${code}\n`, 3)
    await expect(page.getByText('Line 1: 25 lb Sugar.')).toBeVisible()
    await expect(page.getByLabel('Quantity, line 1')).toHaveValue('25 lb')
  })

  test('the opening stock is written down with what anybody knows', async ({ page, kitchen }) => {
    await kitchen.open('/pantry/opening')
    const { fill, press } = typist(page)
    await fill('Ingredient, line 1', 'Flour')
    await fill('Quantity, line 1', '25 lb')
    await press('Control+Enter')
    await expect(page.getByText('1 lot in the opening stock.')).toBeVisible()
    expect((await kitchen.api.pantry.lots({})).rows).toMatchObject([{ item: 'Flour', supplier: null }])
  })
})
