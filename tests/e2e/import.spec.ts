import { expect, test } from './fixtures.ts'

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
