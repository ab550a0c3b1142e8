import type { Page } from '@playwright/test'
import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'
import { holdAnswers } from './holdAnswers.ts'

const bought = 'Date,Vendor,Item,Qty\n3/20/2026,Hill Dairy,Butter,4 lb\nsoon,Hill Dairy,Cream,2 qt\n'

test('a spreadsheet is brought, a row is mended in place, all is imported and taken back', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/import')
  await page.getByLabel('Spreadsheet files').setInputFiles({ name: 'bought.csv', mimeType: 'text/csv', buffer: Buffer.from(bought) }) // prettier-ignore
  await expect(page.getByRole('heading', { name: 'Import of bought.csv', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Mend row 3' }).click()
  await page.getByRole('textbox', { name: 'Date' }).fill('3/21/2026')
  await page.getByRole('button', { name: 'Save row' }).click()
  await page.getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(page.getByText('2 records are imported.')).toBeVisible()
  await expect(page.getByText('2 rows in: 2 imported, 0 waiting, 0 refused.')).toBeVisible()
  await page.getByRole('button', { name: 'Take this import back' }).click()
  await page.getByRole('button', { name: 'Yes, take all of it back' }).click()
  await expect(page.getByText('2 records are taken back.')).toBeVisible()
})

test('how days and numbers are read is asked once, and can be changed after', async ({ page, kitchen }) => {
  const unclear = 'Date,Vendor,Item,Qty\n3/4/2026,Hill Dairy,Butter,4 lb\n'
  await kitchen.open('/import')
  await page.getByLabel('Spreadsheet files').setInputFiles({ name: 'days.csv', mimeType: 'text/csv', buffer: Buffer.from(unclear) }) // prettier-ignore
  await page.getByLabel('What day is 3/4/2026?').selectOption('Apr 3, 2026')
  await page.getByLabel('Days are written').selectOption('Month first: 3/4 is March 4')
  await expect(page.getByLabel('Days are written')).toHaveValue('month first')
  await expect(page.getByLabel('Decimal sign')).toHaveValue('')
  await page.getByRole('button', { name: 'Import 1 row' }).click()
  await expect(page.getByText('1 row in: 1 imported, 0 waiting, 0 refused.')).toBeVisible()
  const [newest] = (await kitchen.api.pantry.lots({ includeEmpty: true, limit: 1 })).rows
  expect(newest).toMatchObject({ receivedOn: '2026-03-04' })
})

test('a second choice leaves the first as it was chosen, while the answer to it is still on its way', async ({
  page,
  kitchen,
}) => {
  const { api } = kitchen
  const unclear = 'Date,Vendor,Item,Qty\n3/4/2026,Hill Dairy,Butter,4 lb\n'
  await kitchen.open('/import')
  await page.getByLabel('Spreadsheet files').setInputFiles({ name: 'days.csv', mimeType: 'text/csv', buffer: Buffer.from(unclear) }) // prettier-ignore
  await page.getByLabel('What day is 3/4/2026?').selectOption('Apr 3, 2026')
  const days = page.getByLabel('Days are written')
  const sign = page.getByLabel('Decimal sign')
  await expect(days).toHaveValue('day first')
  await page.getByText('Columns', { exact: true }).click()
  await expect(page.getByLabel('Vendor')).toBeVisible()
  const held = await holdAnswers(page, 'imports.get')
  await days.selectOption('month first')
  await expect(days).toBeEnabled()
  await expect(days).toHaveValue('month first')
  await sign.selectOption('comma')
  await expect(sign).toBeEnabled()
  await page.getByLabel('Vendor').selectOption('Leave it out')
  await expect(page.getByLabel('Vendor')).toBeEnabled()
  await page.getByLabel('Qty').selectOption('Leave it out')
  await expect(page.getByLabel('Qty')).toBeEnabled()
  const [desk] = await api.imports.list({})
  const sheet = (await api.imports.get({ importId: desk?.id ?? 0 })).sheets[0]
  expect(sheet?.settings).toMatchObject({ dateOrder: 'month first', decimal: 'comma' })
  expect(sheet?.columns.map(({ use }) => use.kind)).toEqual(['field', 'none', 'field', 'none'])
  await held.answer()
  await expect(page.getByText('2 of 4 recognised')).toBeVisible()
  await expect(days).toHaveValue('month first')
  // What another window chooses after that is shown.
  await api.imports.change({
    requestId: newId(),
    sheetId: sheet?.id ?? 0,
    settings: { dateOrder: 'day first', decimal: 'comma', missingLots: 'unknown', place: '', placeKind: 'market' },
  })
  await expect(days).toHaveValue('day first')
})

test.describe('thousands of rows', () => {
  test.use({ demo: false })

  /** Purchases of one supplier, each row another. */
  const shopping = (rows: number, edited = '') =>
    `Date,Vendor,Item,Qty\n${edited}${Array.from({ length: rows }, (_, at) => `2026-03-02,Hill Dairy,Butter,${at + 2} lb\n`).join('')}`

  async function bring(page: Page, name: string, text: string): Promise<void> {
    await page.getByLabel('Spreadsheet files').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    await expect(page.getByRole('heading', { name: `Import of ${name}`, level: 1 })).toBeVisible()
  }

  test('an import shows how far it is, answers meanwhile, stops where it is told to, goes on, and is taken back as one', async ({
    page,
    kitchen,
  }) => {
    await kitchen.open('/import')
    await bring(page, 'shopping.csv', shopping(5000))
    await page.getByRole('button', { name: 'Import 5,000 rows' }).click()
    const running = page.getByText(/^Importing: [\d,]+ of 5,000 records, \d+ %$/)
    await expect(running).toBeVisible()
    const early = await running.innerText()
    await expect(running).not.toHaveText(early)

    // The window answers: rows are filtered, and what is being imported cannot be read otherwise meanwhile.
    await expect(page.getByLabel('Decimal sign')).toBeDisabled()
    await page.getByRole('button', { name: /^Imported / }).click()
    await expect(page.getByRole('table', { name: 'Rows' }).getByText('Imported').first()).toBeVisible()
    await expect(page.getByRole('progressbar', { name: /^Importing, \d+ %$/ })).toBeVisible()

    await page.getByRole('button', { name: 'Stop here' }).click()
    const stopped = page.getByText(/^Stopped: [\d,]+ records are imported and stay, [\d,]+ wait\.$/)
    await expect(stopped).toBeVisible()
    const [stay = 0, wait = 0] = (await stopped.innerText()).match(/\d[\d,]*(?= )/g)?.map((each) => Number(each.replaceAll(',', ''))) ?? [] // prettier-ignore
    expect(stay + wait).toBe(5000)
    expect(Math.min(stay, wait)).toBeGreaterThan(0)
    const words = (count: number) => count.toLocaleString('en-US')
    await expect(
      page.getByText(`5,000 rows in: ${words(stay)} imported, ${words(wait)} waiting, 0 refused.`),
    ).toBeVisible()
    await expect(page.getByText(`What is imported stays. ${words(wait)} rows can be imported now.`)).toBeVisible()
    expect((await kitchen.api.pantry.ingredients({}))[0]?.lots).toBe(stay)

    await page.reload()
    await page.getByRole('button', { name: `Import ${words(wait)} rows` }).click()
    await expect(page.getByText('5,000 rows in: 5,000 imported, 0 waiting, 0 refused.')).toBeVisible({
      timeout: 60_000,
    })
    await expect(page.getByText('All of it is imported.')).toBeVisible()
    expect((await kitchen.api.pantry.ingredients({}))[0]?.lots).toBe(5000)

    // A double click asks, and does not take back.
    await page.getByRole('button', { name: 'Take this import back' }).dblclick()
    await expect(page.getByText('5,000 rows in: 5,000 imported, 0 waiting, 0 refused.')).toBeVisible()
    await page.getByRole('button', { name: 'Yes, take all of it back' }).click()
    await expect(page.getByText(/^Taking back: [\d,]+ of 5,000 records, \d+ %$/)).toBeVisible()
    await expect(page.getByText('5,000 records are taken back.')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('Taken back: nothing of it counts any more')).toBeVisible()
    expect((await kitchen.api.pantry.lots({})).rows).toEqual([])
  })

  test('the same file again adds nothing, and an edited one only what changed', async ({ page, kitchen }) => {
    await kitchen.open('/import')
    await bring(page, 'shopping.csv', shopping(300))
    await page.getByRole('button', { name: 'Import 300 rows' }).click()
    await expect(page.getByText('300 rows in: 300 imported, 0 waiting, 0 refused.')).toBeVisible()

    await kitchen.open('/import')
    await bring(page, 'shopping (1).csv', shopping(300))
    await expect(page.getByText('300 rows in: 0 imported, 0 waiting, 300 refused.')).toBeVisible()
    await expect(page.getByText('There is nothing new in it.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0)
    await page.getByRole('button', { name: 'End this import' }).click()
    await expect(page.getByRole('heading', { name: 'Import', level: 1, exact: true })).toBeVisible()

    await bring(
      page,
      'shopping (2).csv',
      shopping(300, '2026-03-03,Hill Dairy,Cream,1 qt\n').replace(',7 lb', ',7.5 lb'),
    )
    await expect(page.getByText('301 rows in: 0 imported, 2 waiting, 299 refused.')).toBeVisible()
    await page.getByRole('button', { name: 'Import 2 rows' }).click()
    await expect(page.getByText('301 rows in: 2 imported, 0 waiting, 299 refused.')).toBeVisible()
    const stock = (await kitchen.api.pantry.ingredients({})).map(({ name, lots }) => [name, lots])
    expect(stock).toEqual([
      ['Butter', 300],
      ['Cream', 1],
    ])
  })
})
