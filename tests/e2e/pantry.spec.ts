import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'
import { typist } from './keyboard.ts'

async function expectReadable(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}

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
