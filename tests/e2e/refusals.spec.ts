import type { Locator } from '@playwright/test'
import { startFakePrinter } from '../support/fakePrinter.ts'
import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'

test.describe('what is refused says why beside its field, and nothing typed is lost', () => {
  test('an unknown unit', async ({ page, kitchen }) => {
    await kitchen.open('/pantry/receive')
    await page.getByLabel('Bought from').fill('Valley Farm')
    await page.getByLabel('Ingredient, line 1').fill('Strawberries')
    await page.getByLabel('Quantity, line 1').fill('8 blobs')
    await page.getByRole('button', { name: 'Save the trip' }).click()
    await expect(page.getByText('“blobs” is not a unit Traceberry knows.').first()).toBeVisible()
    await expect(page.getByLabel('Quantity, line 1')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('Bought from')).toHaveValue('Valley Farm')
    await page.getByLabel('Quantity, line 1').fill('8 cups')
    await page.getByRole('button', { name: 'Save the trip' }).click()
    await expect(page.getByText('Strawberries is kept by weight (in lb)').first()).toBeVisible()
    await page.getByLabel('Quantity, line 1').fill('8 lb')
    await page.getByRole('button', { name: 'Save the trip' }).click()
    await expect(page.getByText('Received 1 lot from Valley Farm.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByText('The trip was taken back.')).toBeVisible()
  })

  test('more than is there; the way out is one tick', async ({ page, kitchen }) => {
    await kitchen.open('/make/1')
    await page.getByLabel('Made on').fill('2026-03-28')
    await expect(page.getByText('SJ-20260328-A').first()).toBeVisible()
    await expect(page.getByLabel('Quantity of Strawberries, row 1')).toHaveValue('1 lb')
    await page.getByLabel('Quantity of Strawberries, row 1').fill('2 lb')
    for (const lot of await page.getByRole('combobox', { name: /^Lot of / }).all())
      if ((await lot.inputValue()) === '') await chooseUnknown(lot)
    await page.getByRole('button', { name: 'Save the batch' }).click()
    await expect(page.getByText(/has 1 lb left: 1 lb short/).first()).toBeVisible()
    await page.getByLabel('There was more in it than recorded: count it up').check()
    await page.getByRole('button', { name: 'Save the batch' }).click()
    await expect(page.getByRole('heading', { name: 'SJ-20260328-A' })).toBeVisible()
  })

  test('a repeated lot number', async ({ page, kitchen }) => {
    await kitchen.open('/make/1')
    await page.getByLabel('Other number').fill('sj-20260304-a')
    await expect(page.getByRole('combobox', { name: /^Lot of / }).first()).toBeVisible()
    for (const lot of await page.getByRole('combobox', { name: /^Lot of / }).all()) await chooseUnknown(lot)
    await page.getByRole('button', { name: 'Save the batch' }).click()
    await expect(page.getByText(/was issued before and is never used twice/).first()).toBeVisible()
    await expect(page.getByLabel('Other number')).toHaveValue('sj-20260304-a')
  })

  test('a shortage that nobody has said anything about', async ({ page, kitchen }) => {
    await kitchen.open('/make/1')
    await page.getByRole('button', { name: 'Save the batch' }).click()
    await expect(page.getByText('Choose the lot, or “lot not recorded”.').first()).toBeVisible()
    expect((await kitchen.api.batches.list({ limit: 1 })).rows[0]?.lotNumber).toBe('SJ-20260327-A')
  })

  test('a printer that does not answer', async ({ page, kitchen }) => {
    await using printer = await startFakePrinter({ kind: 'refusing' })
    await kitchen.api.labels.savePrinter({
      requestId: newId(),
      name: 'Counter',
      address: '127.0.0.1',
      port: printer.port,
    })
    await kitchen.open('/batch/2/labels')
    await page.getByRole('button', { name: /^Print / }).click()
    await expect(page.getByText(/refused the connection\. Check the port/).first()).toBeVisible()
    await kitchen.open('/')
    await expect(page.getByRole('link', { name: 'Labels of SJ-20260305-A waiting' })).toBeVisible()
  })

  test('a batch that something depends on cannot be voided', async ({ page, kitchen }) => {
    await kitchen.open('/batch/1')
    await page.getByRole('button', { name: 'Void' }).click()
    await page.getByLabel('Why').fill('never happened')
    await page.getByRole('button', { name: 'Void the batch' }).click()
    await expect(
      page.getByText(/cannot be voided because of the shipment of 24 to Saturday farmers market/),
    ).toBeVisible()
    await expect(page.getByLabel('Why')).toHaveValue('never happened')
  })
})

async function chooseUnknown(lot: Locator): Promise<void> {
  await lot.fill('not recorded')
  await lot.press('Enter')
  await expect(lot).toHaveValue('Lot not recorded')
}
