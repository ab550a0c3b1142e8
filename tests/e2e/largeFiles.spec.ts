import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { expect, test } from './fixtures.ts'

/** Holds what comes of a file back until it is let go, as ten years of records would. */
async function holdPieces(page: Page): Promise<{ letGo(): void }> {
  const held = Promise.withResolvers<void>()
  await page.route('**/api/files.next', async (route) => {
    await held.promise
    await route.continue()
  })
  return { letGo: held.resolve }
}

test('everything in tables says how far it is, goes on while other screens are used, and is saved', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/import')
  const { letGo } = await holdPieces(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save everything as XLSX', exact: true }).click()
  const words = page.getByText(/^Copying the record: \d+ %\. You can go on working\.$/)
  await expect(words).toBeVisible()
  await expect(page.getByRole('progressbar', { name: /^Saving everything: \d+ %$/ })).toBeAttached()
  await expect(page.getByRole('button', { name: 'Save everything as ZIP', exact: true })).toBeDisabled()

  // Another screen works, a screen reader still hears of it there, and nothing is lost.
  await page.keyboard.press('F3')
  await expect(page.getByRole('heading', { name: 'Pantry', level: 1 })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Saving everything: 0 %' })).toBeAttached()
  await page.goBack()
  await expect(words).toBeVisible()

  await page.keyboard.press('F3')
  letGo()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^traceberry-record-.*\.xlsx$/)
  expect(await readXlsxFile(await readFile(await file.path()))).toHaveLength(10)
  await expect(page.getByText('Saved as traceberry-record')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Pantry', level: 1 })).toBeVisible()
  expect(existsSync(path.join(kitchen.folder, 'data/files.part'))).toBe(false)
})

test('the traceability spreadsheet is cancelled: no file, nothing left of it, and it can be saved again', async ({
  page,
  kitchen,
}) => {
  let downloads = 0
  page.on('download', () => (downloads += 1))
  await kitchen.open('/records')
  const { letGo } = await holdPieces(page)
  const save = page.getByRole('button', { name: 'Save the traceability spreadsheet as XLSX', exact: true })
  await save.click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  letGo()
  await expect(page.getByText('Cancelled: no file was saved.')).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(save).toBeFocused()
  expect(existsSync(path.join(kitchen.folder, 'data/files.part'))).toBe(false)
  expect(downloads).toBe(0)

  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/^fsma-204-/)
})
