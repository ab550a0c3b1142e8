import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { expect, test } from './fixtures.ts'
import { typist } from './keyboard.ts'

test('records of a period are looked at, sorted, and saved; the binder has a key of its own', async ({
  page,
  kitchen,
}) => {
  const hands = typist(page)
  await kitchen.open('/records')
  await hands.fillDay('From', '2026-03-01')
  await hands.fillDay('To', '2026-03-31')
  const table = page.getByRole('table', { name: 'Production log' })
  await expect(table.getByRole('row')).toHaveCount(10)
  await page.setViewportSize({ width: 1366, height: 768 })
  expect(await table.evaluate((element) => element.scrollWidth <= (element.parentElement?.clientWidth ?? 0))).toBe(true)
  await hands.activate('Made')
  await hands.activate('Made')
  await expect(table.getByRole('row').nth(1)).toContainText('36')

  const download = page.waitForEvent('download')
  await hands.activate('Save Production as CSV')
  const csv = await readFile(await (await download).path(), 'utf8')
  expect(csv.split('\r\n')[1]).toContain('2026-03-01,HS-20260301-A,Hot sauce,36')

  const zip = page.waitForEvent('download')
  await hands.activate('Save the inspector’s binder as ZIP')
  expect(Object.keys(unzipSync(await readFile(await (await zip).path())))).toHaveLength(11)

  const binder = page.waitForEvent('download')
  await hands.press('F9')
  expect((await readFile(await (await binder).path())).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a state is chosen, and its cap stands beside the sales', async ({ page, kitchen }) => {
  await kitchen.open('/rules')
  await page.getByLabel('The kitchen is in').selectOption('Washington')
  await expect(page.getByText('Made in a Home Kitchen that has not been subject')).toBeVisible()
  await expect(page.getByText('$35,000.00 left (0 %)')).toBeVisible()
  await expect(page.getByText('Checked against').first()).toBeVisible()
  await expect(page.getByText(/complian/i)).toHaveCount(0)
})

test('a place shows what it got, takes a return and gives a slip', async ({ page, kitchen }) => {
  const coop = (await kitchen.api.directory.places({})).find(({ name }) => name === 'Good Earth Co-op')
  await kitchen.open(`/place/${coop?.id}`)
  await expect(page.getByRole('heading', { name: 'Good Earth Co-op', level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Something came back', exact: true }).click()
  await page.getByLabel('How many').fill('2')
  await page.getByLabel('Why').fill('lid popped')
  await page.getByLabel('What happens with them').selectOption('Destroyed')
  await page.getByRole('button', { name: 'Save the return' }).click()
  await expect(page.getByText('2 units came back from Good Earth Co-op.')).toBeVisible()
  const slip = page.waitForEvent('download')
  await page
    .getByRole('button', { name: /^Delivery slip/ })
    .first()
    .click()
  expect((await readFile(await (await slip).path())).subarray(0, 5).toString()).toBe('%PDF-')
})
