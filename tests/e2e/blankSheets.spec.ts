import { readFile } from 'node:fs/promises'
import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'
import { realKeys } from './realKeys.ts'

/** Milliseconds from key to key: a person's pace, and a scanner's. */
const PACE = 70
const SCANNER = 4

test('a blank sheet is printed by keys, scanned, typed in once, and says so when it is scanned again', async ({
  page,
  kitchen,
}) => {
  const { api } = kitchen
  const { today } = await api.system.state({})
  const { planId } = await api.plans.save({ requestId: newId(), productId: 1, day: today, planned: 18, note: 'fair' })
  const keys = await realKeys(page)
  await kitchen.open('/make')
  await page.getByRole('heading', { name: 'Make', exact: true }).waitFor()
  await keys.press('b', PACE)
  await expect(page.getByLabel(/^Sheets of Strawberry jam, planned for /)).toBeFocused()
  const printed = page.waitForEvent('download')
  await keys.type('1', PACE)
  await expect(page.getByRole('button', { name: 'Save 1 sheet to print' })).toBeVisible()
  await keys.press('Control+Enter', PACE)
  const file = await printed
  expect(file.suggestedFilename()).toMatch(/^blank-sheet-[\d-]+\.(?:pdf|html)$/)
  expect((await readFile(await file.path())).byteLength).toBeGreaterThan(2000)
  await expect(page.getByText(/^Saved as blank-sheet-/)).toBeVisible()
  const [sheet] = await api.blankSheets.open({})
  const code = sheet?.code ?? ''
  await expect(page.getByRole('table', { name: 'Printed, not typed in' })).toContainText(code)

  // The recipe changes while the sheet lies in the kitchen.
  const { name, code: letters, unit, expectedYield, lines } = await api.products.get({ productId: 1 })
  const [berries, ...rest] = lines.map(({ ingredient, quantity }) => ({ ingredient, quantity }))
  const changed = [{ ingredient: berries?.ingredient ?? '', quantity: '80 lb' }, ...rest]
  const newer = { productId: 1, name, code: letters, unit, expectedYield, lines: changed }
  await api.products.save({ requestId: newId(), ...newer })

  // From anywhere: the page is as the sheet was printed.
  await kitchen.open('/directory')
  await page.getByRole('heading', { name: 'Suppliers and places' }).waitFor()
  await keys.type(`${code}\n`, SCANNER)
  await expect(page.getByRole('heading', { name: /Strawberry jam from sheet 1, recipe version 1/ })).toBeVisible()
  await expect(page.getByLabel('Made', { exact: true })).toHaveValue('18')
  await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Note')).toHaveValue('fair')
  await expect(page.getByLabel('Quantity of Strawberries, row 1')).toHaveValue('4 lb')
  for (const lot of await page.getByRole('combobox', { name: /^Lot of / }).all()) {
    await lot.fill('not recorded')
    await lot.press('Enter')
  }
  await keys.press('Control+Enter', PACE)
  await expect(page.getByText(/^Saved SJ-/)).toBeVisible()
  expect(await api.blankSheets.open({})).toEqual([])
  expect((await api.plans.get({ planId })).batch).not.toBeNull()

  await keys.type(`${code.toLowerCase()}\n`, SCANNER)
  await expect(page.getByRole('heading', { name: 'This sheet is typed in already' })).toBeVisible()
  await page.getByRole('link', { name: 'Record another batch from this sheet' }).click()
  await expect(page.getByRole('heading', { name: /typed in before as SJ-/ })).toBeVisible()
  await kitchen.open('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await keys.type(`${code}\n`, SCANNER)
  await page.getByRole('link', { name: /^Open SJ-/ }).press('Enter')
  await expect(page.getByRole('heading', { name: /^SJ-/ })).toBeVisible()

  // Taken back, the sheet is to be typed in again; a person without a scanner types its code into the finder.
  await api.batches.void({
    requestId: newId(),
    batchId: (await api.blankSheets.get({ sheetId: 1 })).batches[0]?.batchId ?? 0,
    reason: 'undone',
  })
  await keys.press('Control+k', PACE)
  await keys.type(`${code}\n`, PACE)
  await expect(page.getByRole('heading', { name: /Strawberry jam from sheet 1, recipe version 1$/ })).toBeVisible()
})

test('what was begun from a sheet goes on from it, and a foreign sheet is told with the way around', async ({
  page,
  kitchen,
}) => {
  const { api } = kitchen
  const { sheetIds } = await api.blankSheets.make({
    requestId: newId(),
    sheets: [{ productId: 1, planned: 12 }],
  })
  const { code } = await api.blankSheets.get({ sheetId: sheetIds[0] ?? 0 })
  await kitchen.open('/sheets')
  await page.getByRole('link', { name: `Type in: Strawberry jam, ${code}` }).click()
  await page.getByLabel('Made', { exact: true }).fill('11')
  await page.getByLabel('Note').fill('written by Ana')
  await page.getByLabel('Note').blur()
  await expect.poll(async () => (await api.drafts.list({})).length).toBe(1)
  const keys = await realKeys(page)
  await kitchen.open('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await keys.type(`${code}\n`, SCANNER)
  await expect(page.getByLabel('Note')).toHaveValue('written by Ana')
  await expect(page.getByLabel('Made', { exact: true })).toHaveValue('11')
  await expect(page.getByRole('heading', { name: /from sheet 1/ })).toBeVisible()

  await kitchen.open('/make')
  await page.getByRole('heading', { name: 'Make', exact: true }).waitFor()
  await keys.type('TB-SHEET-77-0000\n', SCANNER)
  await expect(page.getByRole('heading', { name: 'Its code is not in this record' })).toBeVisible()
})
