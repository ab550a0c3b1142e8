import type { Locator, Page } from '@playwright/test'
import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'

/*
 * The batch page where the door answers late or not at all: what is recorded is what is on the page, once.
 */
const JAM = 1

test.beforeEach(async ({ kitchen }) => {
  const lines = ['Strawberries', 'Sugar'].map((ingredient) => ({ ingredient, quantity: '12 lb' }))
  const delivery = { supplier: 'Valley Farm', receivedOn: '2026-03-02', lines }
  await kitchen.api.pantry.receive({ requestId: newId(), ...delivery })
})

/** Holds every call of an operation until the returned function is called. */
async function hold(page: Page, operation: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  await page.route(`**/api/${operation}`, async (route) => {
    await promise
    await route.continue()
  })
  return () => resolve(undefined)
}

/** Takes out the browser’s own words for a call that failed. */
function withoutFailedCalls(complaints: string[]): void {
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/net::ERR_/.test(text)))
}

test.describe('a save that comes before the proposal', () => {
  test('waits for the rows of a page that opens', async ({ page, kitchen }) => {
    const letGo = await hold(page, 'batches.propose')
    await kitchen.open(`/make/${JAM}`)
    await expect(page.getByRole('button', { name: 'Save the batch' })).toBeVisible()
    const before = (await kitchen.api.batches.list({})).rows.length
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(300)
    expect((await kitchen.api.batches.list({})).rows).toHaveLength(before)
    letGo()
    await expect(page.getByText(/^Saved SJ-/)).toBeVisible()
    const { rows } = await kitchen.api.batches.list({})
    expect(rows).toHaveLength(before + 1)
    const { uses } = await kitchen.api.batches.get({ batchId: rows[0]?.id ?? 0 })
    expect(uses.length).toBeGreaterThan(0)
  })

  test('waits for the amounts of a size just chosen', async ({ page, kitchen }) => {
    await kitchen.open(`/make/${JAM}`)
    const made = page.getByLabel('Made', { exact: true })
    await expect(made).toHaveValue('36')
    const quantity = page.getByLabel(/^Quantity of .+, row 1$/)
    const full = await quantity.inputValue()
    const letGo = await hold(page, 'batches.propose')
    await page.getByText('×½ 18').click()
    // Whoever goes into a row meanwhile gets the amounts of the size as well.
    await quantity.focus()
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(300)
    letGo()
    await expect(page.getByText(/^Saved SJ-/)).toBeVisible()
    const [batch] = (await kitchen.api.batches.list({ limit: 1 })).rows
    expect(batch?.made).toBe(18)
    const { uses } = await kitchen.api.batches.get({ batchId: batch?.id ?? 0 })
    expect(uses[0]?.quantity).not.toBe(full)
  })

  test('is held up once where no proposal comes, and not again', async ({ page, kitchen, complaints }) => {
    await page.route('**/api/batches.propose', async (route) => await route.abort())
    await kitchen.open(`/make/${JAM}`)
    await page.getByRole('button', { name: 'Save the batch' }).click()
    await expect(page.getByText(/^What goes in was not worked out: /)).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/^Saved SJ-/)).toBeVisible()
    withoutFailedCalls(complaints)
  })
})

test.describe('a batch that is started', () => {
  test('takes one number, however often the key is pressed', async ({ page, kitchen }) => {
    const before = (await kitchen.api.live.list({})).length
    await kitchen.open(`/make/${JAM}`)
    await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
    const letGo = await hold(page, 'drafts.keep')
    const kept = page.waitForRequest('**/api/drafts.keep')
    await page.keyboard.press('F9')
    await kept
    await page.keyboard.press('F9')
    await page.waitForTimeout(300)
    letGo()
    await expect(page.getByText('in progress since')).toBeVisible()
    expect(await kitchen.api.live.list({})).toHaveLength(before + 1)
  })

  test('is gone on with where what was typed could not be kept', async ({ page, kitchen, complaints }) => {
    const before = (await kitchen.api.live.list({})).length
    await kitchen.open(`/make/${JAM}`)
    await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
    await page.route('**/api/drafts.keep', async (route) => await route.abort(), { times: 1 })
    await page.getByRole('button', { name: 'Start now' }).click()
    await expect(page.getByText(/is started\. What was typed is not kept: /)).toBeVisible()
    await expect(page.getByText('in progress since')).toBeVisible()
    expect(await kitchen.api.live.list({})).toHaveLength(before + 1)
    withoutFailedCalls(complaints)
  })
})

test.describe('what is typed', () => {
  test('is kept again where keeping it failed', async ({ page, kitchen, complaints }) => {
    await kitchen.open(`/make/${JAM}`)
    const made = page.getByLabel('Made', { exact: true })
    await expect(made).toBeFocused()
    await page.route('**/api/drafts.keep', async (route) => await route.abort(), { times: 1 })
    await made.fill('31')
    await expect(page.getByText(/^What you type is not kept: /)).toBeVisible()
    await expect(page.getByText(/^What you type is not kept: /)).toHaveCount(0)
    await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click()
    await page.getByRole('link', { name: /Strawberry jam, not saved/ }).click()
    await expect(made).toHaveValue('31')
    withoutFailedCalls(complaints)
  })

  test('is kept on leaving where keeping it failed', async ({ page, kitchen, complaints }) => {
    await kitchen.open(`/make/${JAM}`)
    const made = page.getByLabel('Made', { exact: true })
    await expect(made).toBeFocused()
    await page.route('**/api/drafts.keep', async (route) => await route.abort(), { times: 1 })
    await made.fill('31')
    await expect(page.getByText(/^What you type is not kept: /)).toBeVisible()
    await page.getByRole('navigation').getByRole('link', { name: 'Today' }).click()
    await expect(page.getByRole('link', { name: /Strawberry jam, not saved/ })).toBeVisible()
    withoutFailedCalls(complaints)
  })

  test('leaves no draft where it is kept after the batch is saved', async ({ page, kitchen }) => {
    await kitchen.open(`/make/${JAM}`)
    await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
    const letGo = await hold(page, 'drafts.keep')
    const kept = page.waitForRequest('**/api/drafts.keep')
    await page.getByLabel('Note').fill('set slow')
    const late = await kept
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/^Saved SJ-/)).toBeVisible()
    letGo()
    await late.response()
    expect(await kitchen.api.drafts.list({})).toEqual([])
  })

  test('leaves no draft where it is typed while the batch is saved', async ({ page, kitchen }) => {
    await kitchen.open(`/make/${JAM}`)
    await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
    const letGo = await hold(page, 'batches.record')
    const saved = page.waitForRequest('**/api/batches.record')
    await page.keyboard.press('Control+Enter')
    await saved
    const kept = page.waitForResponse('**/api/drafts.keep')
    await page.getByLabel('Note').fill('set slow')
    await kept
    letGo()
    await expect(page.getByText(/^Saved SJ-/)).toBeVisible()
    expect(await kitchen.api.drafts.list({})).toEqual([])
  })
})

test.describe('the rows of ingredients', () => {
  test('stay as they were changed while the lots of an amount were looked up', async ({ page, kitchen }) => {
    await kitchen.open(`/make/${JAM}`)
    await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
    const rows = page.getByLabel(/^Quantity of /)
    const before = await rows.count()
    const berries = page.getByLabel('Quantity of Strawberries, row 1')
    const { letGo, answered } = await leaveHeld(page, berries, '13 lb')
    await berries.fill('9 lb')
    letGo()
    await answered()
    await expect(berries).toHaveValue('9 lb')
    await expect(berries).toBeFocused()
    await expect(rows).toHaveCount(before)

    const again = await leaveHeld(page, berries, '13 lb')
    await page.getByRole('button', { name: 'Remove Strawberries, row 1' }).click()
    again.letGo()
    await again.answered()
    await expect(rows).toHaveCount(before - 1)
    await expect(page.getByLabel(/^Quantity of Strawberries/)).toHaveCount(0)
  })

  test('leave the focus where it is when an amount spills into another lot', async ({ page, kitchen }) => {
    await kitchen.open(`/make/${JAM}`)
    await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
    const { letGo } = await leaveHeld(page, page.getByLabel('Quantity of Strawberries, row 1'), '13 lb')
    await page.getByLabel('Quantity of Sugar, row 2').fill('3')
    letGo()
    const sugar = page.getByLabel('Quantity of Sugar, row 3')
    await expect(sugar).toBeFocused()
    await page.keyboard.type('.5 lb')
    await expect(sugar).toHaveValue('3.5 lb')
    await expect(page.getByLabel('Quantity of Strawberries, row 1')).toHaveValue('12 lb')
    await expect(page.getByLabel('Quantity of Strawberries, row 2')).toHaveValue('1 lb')
  })

  for (const [what, role, name, typed] of [
    ['an amount', 'textbox', 'Quantity of Strawberries, row 1', '7.5 lb'],
    ['a lot', 'combobox', 'Lot of Strawberries, row 1', 'val'],
  ] as const)
    test(`keep ${what} being typed when the stock changes`, async ({ page, kitchen }) => {
      await kitchen.open(`/make/${JAM}`)
      await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
      const field = page.getByRole(role, { name })
      await field.fill(typed)
      const asked = page.waitForResponse('**/api/batches.propose')
      // Older than what is on the page: it would be taken first.
      const lines = ['Strawberries', 'Sugar'].map((ingredient) => ({ ingredient, quantity: '5 lb' }))
      const delivery = { supplier: 'Valley Farm', receivedOn: '2026-02-02', lines }
      await kitchen.api.pantry.receive({ requestId: newId(), ...delivery })
      await asked
      await page.waitForTimeout(200)
      await expect(field).toBeFocused()
      await expect(field).toHaveValue(typed)
    })
})

/** Types an amount and leaves it, with its lots still to be answered. */
async function leaveHeld(page: Page, quantity: Locator, amount: string) {
  const letGo = await hold(page, 'batches.allocate')
  const asked = page.waitForRequest('**/api/batches.allocate')
  await quantity.fill(amount)
  await quantity.blur()
  const request = await asked
  const answered = async () => {
    await request.response()
    await page.waitForTimeout(200)
  }
  return { letGo, answered }
}
