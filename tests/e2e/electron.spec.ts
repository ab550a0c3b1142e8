import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { createClient } from '../../shared/api/client.ts'
import type { Envelope } from '../../shared/api/errors.ts'
import { writeLabelFile } from '../../shared/api/labelFile.ts'
import { openElectronApp } from '../support/electron/openElectronApp.ts'
import { expect, test } from './fixtures.ts'

/*
 * The built app as Electron runs it, but for Electron's runtime: the built main in Node under a stub of the `electron`
 * module, the built preload and the built window in Chromium, every call through the preload and the sender check.
 */
let folder: string
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traceberry-electron-e2e-'))
})
test.afterEach(async () => await rm(folder, { recursive: true, force: true }))

test('the golden path clicked through the built main and preload', async ({ page }) => {
  const dataDir = path.join(folder, 'data')
  const env = { TZ: 'America/New_York' }
  const app = await openElectronApp(page, { dataDir, env })
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  expect(Object.keys(await page.evaluate(() => Reflect.get(window, 'traceberry') as object)).toSorted()).toEqual([
    'call',
    'subscribe',
  ])

  await receive(page, 'Valley Farm', '2026-03-02', 'Strawberries', '8 lb')
  await receive(page, 'Sunny Acres', '2026-03-09', 'Strawberries', '8 lb')
  await writeRecipe(page)
  await record(page, '2026-03-04', 'SJ-20260304-A')
  await record(page, '2026-03-10', 'SJ-20260310-A')

  await page.getByRole('navigation').getByRole('link', { name: 'Send out' }).click()
  await page.getByLabel('Where to').fill('Saturday farmers market')
  await page.getByLabel('Day').fill('2026-03-07')
  await page.getByLabel('Units of Strawberry jam that go').fill('24')
  await page.getByRole('button', { name: 'Send out' }).click()
  await expect(page.getByText('Sent 24 units to Saturday farmers market.')).toBeVisible()

  await page.getByRole('combobox', { name: /Find/ }).fill('SJ-20260304-A-017')
  await page.getByRole('option', { name: /SJ-20260304-A-017/ }).click()
  await expect(page.getByText('Saturday farmers market, Mar 7, 2026').first()).toBeVisible()

  await page.getByRole('navigation').getByRole('link', { name: 'Recall' }).click()
  await page.getByLabel('Ingredient').selectOption({ label: 'Strawberries' })
  await page.getByLabel('Supplier', { exact: true }).selectOption({ label: 'Valley Farm' })
  await page.getByLabel('Received from').fill('2026-02-28')
  await page.getByLabel('Received to').fill('2026-03-05')
  await expect(page.getByRole('region', { name: 'Affected', exact: true })).toContainText('SJ-20260304-A')
  await expect(page.getByRole('region', { name: 'Not affected' })).toContainText(
    'came from another supplier: Sunny Acres',
  )
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the report as PDF' }).click()
  const pdf = await readFile(await (await download).path())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByRole('navigation').getByRole('link', { name: 'More' }).click()
  await page.getByRole('link', { name: /^Data and backup/ }).click()
  await mkdir(path.join(folder, 'stick'))
  await app.chooseFolder(path.join(folder, 'stick'))
  await page.getByRole('button', { name: 'Add a folder or a stick' }).click()
  await expect(page.getByText(path.join(folder, 'stick')).first()).toBeVisible()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('button', { name: /^Restore the backup of/ })).toHaveCount(1)

  expect(await app.quit()).toBe(0)
  const again = await openElectronApp(page, { dataDir, env })
  await expect(page.getByText('SJ-20260310-A').first()).toBeVisible()
  expect(await again.quit()).toBe(0)
})

test('a newer version is found on a stick', async ({ page }) => {
  const app = await openElectronApp(page, { dataDir: path.join(folder, 'data') })
  await writeFile(
    path.join(folder, 'latest-linux.yml'),
    'version: 9.1.0\nfiles:\n  - url: traceberry_9.1.0.deb\n    sha512: AAAA\n    size: 4\n',
  )
  await page.getByRole('navigation').getByRole('link', { name: 'More' }).click()
  await page.getByRole('link', { name: /^Settings/ }).click()
  await expect(page.getByText('Updates are off.')).toBeVisible()
  await app.chooseFolder(folder)
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(page.getByText(`Version 9.1.0 is in ${folder}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Back up and install 9.1.0' }).click()
  await expect(page.getByText(`traceberry_9.1.0.deb is not in ${folder}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Turn updates off' }).click()
  await expect(page.getByText('Updates are off.')).toBeVisible()
  expect(await app.quit()).toBe(0)
})

test('every file comes with the content security policy, and nothing outside the window is served', async ({
  page,
}) => {
  const app = await openElectronApp(page, { dataDir: path.join(folder, 'data') })
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  const index = await app.fetch('/index.html')
  expect(index.status).toBe(200)
  expect(new Headers(index.headers).get('content-security-policy')).toContain("default-src 'none'")
  for (const outside of ['/../main/electron.js', '/%2e%2e/main/electron.js', '/..%5cmain/electron.js', '/nothing.js'])
    expect((await app.fetch(outside)).status).toBe(404)
  expect(await app.quit()).toBe(0)
})

test('a label’s file opened with the app is on the list of labels', async ({ page }) => {
  const dataDir = path.join(folder, 'data')
  const file = path.join(folder, 'Ours.traceberry-label')
  const first = await openElectronApp(page, { dataDir })
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  const api = createClient(async (op, input) => (await first.call(op, input)) as Envelope)
  const { design } = await api.designs.starter({ starter: 'jar' })
  await writeFile(file, writeLabelFile({ ...design, name: 'Ours' }))
  expect(await first.quit()).toBe(0)
  const app = await openElectronApp(page, { dataDir, args: [file] })
  await expect(page.getByText('Ours is on the list.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Designs of labels' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Ours' })).toHaveCount(1)
  expect(await app.quit()).toBe(0)
})

test('a record that is in use elsewhere shows what to do, and opens once it is free', async ({ page, context }) => {
  const dataDir = path.join(folder, 'data')
  const first = await openElectronApp(page, { dataDir })
  const other = await context.newPage()
  const second = await openElectronApp(other, { dataDir })
  await expect(other.getByText(/already has this record open: process \d+/).first()).toBeVisible()
  expect(await first.quit()).toBe(0)
  await other.getByRole('button', { name: 'Try again' }).click()
  await expect(other.getByRole('heading', { name: 'Today' })).toBeVisible()
  expect(await second.quit()).toBe(0)
})

async function receive(page: Page, supplier: string, day: string, ingredient: string, quantity: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Pantry' }).click()
  await page.getByRole('link', { name: 'Receive ingredients' }).first().click()
  await page.getByLabel('Bought from').fill(supplier)
  await page.getByLabel('Received on').fill(day)
  await page.getByLabel('Ingredient, line 1').fill(ingredient)
  await page.getByLabel('Quantity, line 1').fill(quantity)
  await page.getByRole('button', { name: 'Save the trip' }).click()
  await expect(page.getByText(`Received 1 lot from ${supplier}.`)).toBeVisible()
}

async function writeRecipe(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Make' }).click()
  await page.getByRole('link', { name: 'New product' }).click()
  await page.getByLabel('Name').fill('Strawberry jam')
  await page.getByLabel('Code').fill('SJ')
  await page.getByLabel('One unit is a').fill('jar')
  await page.getByLabel('One recipe makes').fill('36')
  await page.getByLabel('Ingredient, line 1').fill('Strawberries')
  await page.getByLabel('Quantity, line 1').fill('8 lb')
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByRole('heading', { name: 'Recipes and products' })).toBeVisible()
}

async function record(page: Page, day: string, number: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Make' }).click()
  await page.getByRole('link', { name: /^SJ/ }).first().click()
  await page.getByLabel('Made on').fill(day)
  await expect(page.getByText(number).first()).toBeVisible()
  await page.getByRole('button', { name: 'Save the batch' }).click()
  await expect(page.getByRole('heading', { name: number })).toBeVisible()
}
