import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { startFakePrinter } from '../support/fakePrinter.ts'
import { expect, test } from './fixtures.ts'
import { type Typist, typist } from './keyboard.ts'
import { realKeys } from './realKeys.ts'

test.use({ demo: false })

/*
 * The golden story typed by hand: an empty kitchen, every word through the screens, no pointer. March 2026 as the
 * product's design tells it, with one jam more whose berries have no date.
 */
test('the golden story, typed with the keyboard', async ({ page, kitchen }) => {
  test.setTimeout(300_000)
  const hands = typist(page)
  await writeRecipe(page, hands)

  await shop(page, hands, 'Costco Main St', '2026-02-15', [
    ['Sugar', '50 lb', ''],
    ['Lemon juice', '32 oz', ''],
  ])
  await shop(page, hands, 'Amazon', '2026-02-20', [['Pectin', '1 lb', 'PKT-99281']])
  await shop(page, hands, 'Valley Farm', '2026-03-02', [['Strawberries', '16 lb', '']])
  await shop(page, hands, 'Sunny Acres', '2026-03-09', [['Strawberries', '8 lb', '']])
  await shop(page, hands, 'Valley Farm', '', [['Strawberries', '8 lb', '']])
  await shop(page, hands, 'Sunny Acres', '2026-03-18', [['Strawberries', '8 lb', '']])
  await shop(page, hands, 'Green Gate', '2026-03-25', [['Strawberries', '8 lb', '']])

  await cook(page, hands, '2026-03-04', 'SJ-20260304-A', '36')
  await cook(page, hands, '2026-03-05', 'SJ-20260305-A', '24')
  await cook(page, hands, '2026-03-10', 'SJ-20260310-A', '36')
  await cook(page, hands, '2026-03-13', 'SJ-20260313-A', '36')
  await cook(page, hands, '2026-03-20', 'SJ-20260320-A', '36')
  await cook(page, hands, '2026-03-27', 'SJ-20260327-A', '32')

  await sendOut(page, hands, 'Saturday farmers market', '2026-03-07', '24')
  await sendOut(page, hands, 'Good Earth Co-op', '2026-03-09', '12')

  await test.step('jar 017 went to the market', async () => {
    await hands.press('Control+k')
    await page.keyboard.type('sj0304a017')
    await page.keyboard.press('Control+A')
    // At a person’s pace: keys sent as fast as the machine can, with a pause in them, are half a scan.
    await (await realKeys(page)).type('your jam SJ-20260304-A-017 tastes off\n', 60)
    await expect(page.getByRole('heading', { name: 'SJ-20260304-A-017' })).toBeVisible()
    await expect(page.getByText('Saturday farmers market, Mar 7, 2026').first()).toBeVisible()
    await expect(page.getByText('known by range, not by scan')).toBeVisible()
    await expect(page.getByRole('tree').first().getByRole('treeitem')).toHaveCount(4)
  })

  await test.step('Valley Farm recalls strawberries', async () => {
    await hands.press('F6')
    await hands.choose('Ingredient or product', 'Strawberries')
    await hands.choose('Supplier', 'Valley Farm')
    await hands.fillDay('Received from', '2026-02-28')
    await hands.fillDay('Received to', '2026-03-05')
    await expect(
      page.getByRole('region', { name: 'Affected', exact: true }).getByRole('link', { name: /^SJ-/ }),
    ).toHaveText(['SJ-20260304-A', 'SJ-20260305-A'])
    await expect(page.getByRole('region', { name: 'Not affected' })).toContainText(
      'Strawberries came from another supplier: Sunny Acres',
    )
    await expect(page.getByRole('region', { name: 'Cannot tell' })).toContainText('SJ-20260313-A')
    await expect(page.getByRole('region', { name: 'Cannot tell' })).toContainText('36 jars')
    await expect(page.getByText('60 of 200 jars affected')).toBeAttached()
  })

  await test.step('the report is saved as PDF, HTML and CSV', async () => {
    for (const [name, begins] of [
      ['PDF', '%PDF-'],
      ['HTML', '<!doctype html>'],
      ['CSV', '\ufeffcolumn,'],
    ] as const) {
      const download = page.waitForEvent('download')
      await hands.activate(`Save the report as ${name}`)
      const file = await (await download).path()
      expect((await readFile(file, 'utf8')).slice(0, begins.length)).toBe(begins)
    }
  })

  await test.step('labels are printed, each once', async () => {
    await using printer = await startFakePrinter()
    await hands.press('F7')
    await hands.activate(/^Labels and printers/)
    await expect(page.getByRole('heading', { name: 'Labels and printers' })).toBeVisible()
    await hands.activate('Add a printer')
    await hands.fill('Name', 'Counter printer')
    await hands.fill('Address', '127.0.0.1')
    await hands.fill('Port', String(printer.port))
    await hands.press('Control+Enter')
    await expect(page.getByText('127.0.0.1', { exact: false }).first()).toBeVisible()
    await hands.press('F2')
    await hands.activate('SJ-20260305-A')
    await hands.activate('Print labels')
    await expect(page.getByRole('form', { name: 'Print labels' })).toBeVisible()
    await hands.press('Control+Enter')
    await expect.poll(() => printer.formats.length).toBe(24)
  })

  await test.step('a backup is made and restored', async () => {
    await hands.press('F7')
    await hands.activate(/^Data and backup/)
    await hands.activate('Back up now')
    await expect(page.getByRole('button', { name: /^Restore/ }).first()).toBeVisible()
    await cook(page, hands, '2026-03-14', 'SJ-20260314-A', '36', ['Lot not recorded'])
    await hands.press('F7')
    await hands.activate(/^Data and backup/)
    await hands.activate(/^Restore the backup of/)
    await hands.activate('Restore this backup')
    await expect.poll(async () => (await kitchen.api.batches.list({})).rows.length).toBe(6)
    await hands.press('F2')
    await hands.activate(/^SJStrawberry jam/)
    await hands.fillDay('Made on', '2026-03-14')
    // The number printed after the backup is not given out again.
    await expect(page.getByText('SJ-20260314-B')).toBeVisible()
  })
})

async function writeRecipe(page: Page, hands: Typist): Promise<void> {
  await test.step('write the recipe', async () => {
    await hands.activate('New product')
    await expect(page.getByRole('heading', { name: 'New product' })).toBeVisible()
    await hands.fill('Name', 'Strawberry jam')
    await hands.fill('Code', 'SJ')
    await hands.fill('One unit is a', 'jar')
    await hands.fill('One recipe makes', '36')
    await hands.fill('Keeps for (days)', '365')
    const lines = [
      ['Strawberries', '8 lb'],
      ['Sugar', '4 lb'],
      ['Pectin', '2 oz'],
      ['Lemon juice', '1 oz'],
    ] as const
    for (const [at, [ingredient, quantity]] of lines.entries()) {
      if ((await page.getByLabel(`Ingredient, line ${at + 1}`).count()) === 0) await hands.activate(/^Add /)
      await hands.fill(`Ingredient, line ${at + 1}`, ingredient)
      await hands.fill(`Quantity, line ${at + 1}`, quantity)
    }
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Recipes and products' })).toBeVisible()
  })
}

async function shop(
  page: Page,
  hands: Typist,
  supplier: string,
  day: string,
  lines: readonly (readonly [string, string, string])[],
): Promise<void> {
  await test.step(`shop at ${supplier}`, async () => {
    await hands.press('F3')
    await hands.activate('Receive ingredients')
    await hands.fill('Bought from', supplier)
    await hands.press('Escape')
    await hands.to('Received on')
    if (day === '') await clearDay(hands)
    else await hands.fillDay('Received on', day)
    for (const [at, [ingredient, quantity, lot]] of lines.entries()) {
      if (at > 0) await hands.activate('Add a line')
      await hands.fill(`Ingredient, line ${at + 1}`, ingredient)
      await hands.fill(`Quantity, line ${at + 1}`, quantity)
      if (lot !== '') await hands.fill(`Supplier’s lot, line ${at + 1}`, lot)
    }
    await hands.press('Control+Enter')
    await expect(page.getByText(`from ${supplier}.`).last()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Pantry', level: 1 })).toBeVisible()
  })
}

async function clearDay(hands: Typist): Promise<void> {
  for (const key of ['Delete', 'ArrowRight', 'Delete', 'ArrowRight', 'Delete']) await hands.press(key)
}

async function cook(
  page: Page,
  hands: Typist,
  day: string,
  number: string,
  made: string,
  lots: readonly string[] = [],
): Promise<void> {
  await test.step(`make ${number}`, async () => {
    await hands.press('F2')
    await hands.activate(/^SJStrawberry jam/)
    await hands.fillDay('Made on', day)
    await expect(page.getByText(number).first()).toBeVisible()
    for (const [at, lot] of lots.entries()) {
      await hands.fill(`Lot of Strawberries, row ${at + 1}`, lot)
      await hands.press('Tab')
    }
    await hands.fill('Made', made)
    await hands.press('Control+Enter')
    await expect(page.getByRole('heading', { name: number })).toBeVisible()
  })
}

async function sendOut(page: Page, hands: Typist, place: string, day: string, units: string): Promise<void> {
  await test.step(`send ${units} to ${place}`, async () => {
    await hands.press('F4')
    await hands.fill('Where to', place)
    await hands.press('Escape')
    await hands.fillDay('Day', day)
    await hands.fill('Units of Strawberry jam that go', units)
    await hands.press('Control+Enter')
    await expect(page.getByText(`Sent ${units} units to ${place}.`)).toBeVisible()
  })
}
