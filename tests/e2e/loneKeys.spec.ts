import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'
import { countingTypist } from './keyboard.ts'

/* Single keys of a screen, beside scanners, which send the same keys, and beside each other. */
test('a scanned code is not taken for the keys of the screen that is open', async ({ page, kitchen }) => {
  const { api } = kitchen
  const hands = await countingTypist(page)
  const [batch] = (await api.batches.list({ limit: 1 })).rows
  await kitchen.open(`/batch/${batch?.id}`)
  await expect(page.getByRole('button', { name: /Best ever/ })).toBeVisible()
  // B is “best ever” here, and H would hold the batch on its answer page.
  await hands.scan('HS-20260304-B')
  await expect(page.getByRole('heading', { name: /HS-20260304-B/ })).toBeVisible()
  expect(await api.outcomes.best({ productId: batch?.productId ?? 0 })).toMatchObject({ batchId: null })
  await kitchen.open(`/trace/batch/${batch?.id}`)
  await expect(page.getByRole('button', { name: /Hold/ }).first()).toBeVisible()
  await hands.scan('HS-20260301-A')
  await expect(page.getByRole('heading', { name: /HS-20260301-A/ })).toBeVisible()
  const lots = (await api.batches.get({ batchId: batch?.id ?? 0 })).lots
  expect(lots.map(({ held }) => held)).not.toContain(true)

  // The same keys by hand do what they say.
  await kitchen.open(`/batch/${batch?.id}`)
  await expect(page.getByRole('button', { name: /Best ever/ })).toBeVisible()
  await hands.press('b')
  await expect(page.getByText(/Remembered as the best ever/)).toBeVisible()
})

test('a digit that says who is at the laptop opens no batch page, and a card scanned there is one person', async ({
  page,
  kitchen,
}) => {
  for (const name of ['Ana', 'Ben', 'Chloé'])
    await kitchen.api.crew.savePerson({ requestId: newId(), name, active: true })
  const hands = await countingTypist(page)
  await kitchen.open('/')
  await expect(page.getByRole('link', { name: /Same again/ }).first()).toBeVisible()
  const who = page.getByRole('banner').getByRole('button').first()
  await page.keyboard.press('F10')
  await expect(page.getByRole('region', { name: 'Who is at the laptop' })).toBeVisible()
  await hands.press('1')
  await expect(who).toHaveText(/Ana/)
  await page.waitForTimeout(200)
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await page.keyboard.press('F10')
  await expect(page.getByRole('region', { name: 'Who is at the laptop' })).toBeVisible()
  await hands.scan('P-3')
  await expect(who).toHaveText(/Chloé/)
  await page.waitForTimeout(200)
  const entries = (await kitchen.api.history.list({})).rows.filter(({ what }) => /is at the laptop/.test(what))
  expect(entries.map(({ what }) => what)).toEqual(['Chloé is at the laptop', 'Ana is at the laptop'])
})

test('a screen is not begun like the one before it', async ({ page, kitchen }) => {
  await kitchen.open('/')
  await page
    .getByRole('link', { name: /Same again/ })
    .first()
    .click()
  await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
  expect(new URL(page.url()).search).toMatch(/^\?like=\d+$/)
  await page.keyboard.press('F2')
  await expect(page.getByRole('heading', { level: 1, name: 'Make' })).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
})

test('a batch marked as failed by its key is kept as a draft, and the reason before comes back', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/')
  await page
    .getByRole('link', { name: /Same again/ })
    .first()
    .click()
  await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
  await page.getByLabel('Discarded', { exact: true }).fill('1')
  await page.getByLabel('Why discarded').selectOption('broken')
  const hands = await countingTypist(page)
  await hands.press('Alt+x')
  await hands.press('Alt+x')
  await expect(page.getByLabel('Discarded', { exact: true })).toHaveValue('1')
  await expect(page.getByLabel('Why discarded')).toHaveValue('broken')
  await hands.press('Alt+x')
  await page.keyboard.press('F1')
  await page.getByRole('link', { name: /not saved/ }).click()
  await expect(page.getByLabel('Discarded', { exact: true })).toHaveValue('32')
})
