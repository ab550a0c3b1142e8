import { settle } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { realKeys } from './realKeys.ts'

/** Milliseconds between the keys of a quick and a slow wedge scanner, and of a person who types 150 words a minute. */
const QUICK_SCANNER = 3
const SLOW_SCANNER = 25
const FAST_PERSON = 80

for (const [scanner, pace] of [
  ['a quick scanner', QUICK_SCANNER],
  ['a slow scanner', SLOW_SCANNER],
] as const) {
  test(`what ${scanner} sends opens from a screen without a field`, async ({ page, kitchen }) => {
    await kitchen.open('/directory')
    await expect(page.getByRole('heading', { name: 'Suppliers and places' })).toBeVisible()
    const keys = await realKeys(page)
    await keys.type('SJ-20260304-A-017\n', pace)
    await expect(page.getByRole('heading', { name: 'SJ-20260304-A-017' })).toBeVisible()
  })

  test(`what ${scanner} sends is taken out of the field that had the focus`, async ({ page, kitchen }) => {
    await kitchen.open('/pantry/receive')
    const keys = await realKeys(page)
    const from = page.getByLabel('Bought from')
    await from.fill('Valley Farm')
    await page.getByLabel('Quantity, line 1').focus()
    await keys.type('12 lb', FAST_PERSON)
    await keys.press('ArrowLeft', 200)
    await keys.type('PKT-99281\n', pace)
    await expect(page.getByLabel('Quantity, line 1')).toHaveValue('12 lb')
    await expect(page.getByRole('option', { name: /PKT-99281/ })).toBeVisible()
    await keys.press('Escape', 200)
    await expect(page.getByLabel('Quantity, line 1')).toBeFocused()
    await expect(from).toHaveValue('Valley Farm')
  })
}

test('a person who types fast and presses Enter is not taken for a scanner', async ({ page, kitchen }) => {
  await kitchen.open('/make/1')
  const keys = await realKeys(page)
  const made = page.getByLabel('Made', { exact: true })
  await made.fill('')
  await keys.type('1234\n', FAST_PERSON)
  await expect(made).toHaveValue('1234')
  await expect(page.getByLabel('Discarded')).toBeFocused()
})

test('digits typed just before a scan stay', async ({ page, kitchen }) => {
  await kitchen.open('/make/1')
  const keys = await realKeys(page)
  const made = page.getByLabel('Made', { exact: true })
  await made.fill('')
  await keys.type('34', FAST_PERSON)
  await keys.press('Shift', FAST_PERSON)
  await keys.type('HS-20260304-B\n', QUICK_SCANNER)
  await expect(made).toHaveValue('34')
})

test('a scan in the finder stays in the finder', async ({ page, kitchen }) => {
  await kitchen.open('/make/1')
  const keys = await realKeys(page)
  await expect(page.getByLabel('Made', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Find' })).toBeFocused()
  await keys.type('SJ-20260304-A-017\n', QUICK_SCANNER)
  await expect(page.getByRole('heading', { name: 'SJ-20260304-A-017' })).toBeVisible()
})

test('a batch page that is still opening leaves the finder to whoever is in it', async ({ page, kitchen }) => {
  // As on a slow laptop: the rows come after the hands have gone elsewhere.
  const { promise: later, resolve: come } = Promise.withResolvers<void>()
  await page.route('**/api/batches.propose', async (route) => {
    await later
    await route.continue()
  })
  const asked = page.waitForRequest('**/api/batches.propose')
  await kitchen.open('/make/1')
  await asked
  await page.keyboard.press('Control+k')
  const finder = page.getByRole('combobox', { name: 'Find' })
  await expect(finder).toBeFocused()
  come()
  await expect(page.getByLabel('Made', { exact: true })).toBeVisible()
  await settle(page)
  await (await realKeys(page)).type('SJ-20260304-A-017\n', QUICK_SCANNER)
  await expect(page.getByRole('heading', { name: 'SJ-20260304-A-017' })).toBeVisible()
})
