import type { Page } from '@playwright/test'
import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'
import { realKeys } from './realKeys.ts'

/** Does what is asked, and loses the answer on its way back. */
async function loseOneAnswer(page: Page, op: string, done = true): Promise<void> {
  await page.route(
    `**/api/${op}`,
    async (route) => {
      if (done) await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
}

/** Does what is asked at once, and keeps the first answer back. @returns what lets it through */
async function holdOneAnswer(page: Page, op: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(
    `**/api/${op}`,
    async (route) => {
      const response = await route.fetch()
      await promise
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  return resolve
}

/** The browser’s own words for a call that failed. */
function forgiveLostCalls(complaints: string[]): void {
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/net::ERR_/.test(text)))
}

test.describe('a save whose answer is lost', () => {
  test.beforeEach(async ({ page, kitchen }) => {
    await kitchen.open('/pantry/receive')
    await page.getByLabel('Bought from').fill('Valley Farm')
    await page.getByLabel('Ingredient, line 1').fill('Strawberries')
    await page.getByLabel('Quantity, line 1').fill('8 lb')
  })
  test.afterEach(({ complaints }) => forgiveLostCalls(complaints))

  test('and that is changed and saved again says that it was recorded, then records the next', async ({
    page,
    kitchen,
  }) => {
    const lots = async () => (await kitchen.api.pantry.lots({ limit: 100 })).rows.length
    const before = await lots()
    const save = page.getByRole('button', { name: 'Save the trip' })
    await loseOneAnswer(page, 'pantry.receive')
    await save.click()
    await expect(page.getByText(/is not answering/).first()).toBeVisible()
    await page.getByLabel('Note').fill('by the back door')
    await save.click()
    await expect(page.getByText(/was recorded after all, as it was then\. Look at it/).first()).toBeVisible()
    expect(await lots()).toBe(before + 1)
    await expect(page.getByLabel('Note')).toHaveValue('by the back door')
    await save.click()
    await expect(page.getByText('Received 1 lot from Valley Farm.')).toBeVisible()
    expect(await lots()).toBe(before + 2)
  })

  test('and that is saved again as it was is recorded once', async ({ page, kitchen }) => {
    const lots = async () => (await kitchen.api.pantry.lots({ limit: 100 })).rows.length
    const before = await lots()
    const save = page.getByRole('button', { name: 'Save the trip' })
    await loseOneAnswer(page, 'pantry.receive')
    await save.click()
    await expect(page.getByText(/is not answering/).first()).toBeVisible()
    await save.click()
    await expect(page.getByText('Received 1 lot from Valley Farm.')).toBeVisible()
    expect(await lots()).toBe(before + 1)
  })

  test('and that never arrived is saved at once when it was changed', async ({ page }) => {
    const save = page.getByRole('button', { name: 'Save the trip' })
    await loseOneAnswer(page, 'pantry.receive', false)
    await save.click()
    await expect(page.getByText(/is not answering/).first()).toBeVisible()
    await page.getByLabel('Note').fill('by the back door')
    await save.click()
    await expect(page.getByText('Received 1 lot from Valley Farm.')).toBeVisible()
  })
})

test('a second choice while the first is on its way is a command of its own', async ({ page, kitchen }) => {
  await kitchen.open('/rules')
  const state = page.getByLabel('The kitchen is in')
  const answer = await holdOneAnswer(page, 'rules.choose')
  await state.selectOption('AZ')
  await expect.poll(async () => (await kitchen.api.rules.profile({})).chosen).toBe('AZ')
  await state.selectOption('CA')
  await expect.poll(async () => (await kitchen.api.rules.profile({})).chosen).toBe('CA')
  answer()
  await expect(state).toHaveValue('CA')
  await expect(page.getByText(/request id/)).toHaveCount(0)
})

test('a photo whose answer is lost and that is chosen again is kept once', async ({ page, kitchen, complaints }) => {
  const { liveId } = await kitchen.api.live.start({ requestId: newId(), productId: 1 })
  await kitchen.open(`/make/1?live=${liveId}`)
  const png = await page.evaluate(() => document.createElement('canvas').toDataURL('image/png').split(',')[1] ?? '')
  const photo = { name: 'pot.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') }
  await loseOneAnswer(page, 'journal.addPhoto')
  await page.locator('input[type=file]').setInputFiles(photo)
  await expect(page.getByText(/is not answering/).first()).toBeVisible()
  await page.locator('input[type=file]').setInputFiles(photo)
  await expect(page.getByText('The photo is kept with the batch.')).toBeVisible()
  expect(await kitchen.api.journal.list({ of: { kind: 'live', id: liveId } })).toHaveLength(1)
  forgiveLostCalls(complaints)
})

test.describe('one line after another', () => {
  test('typed at the stove while the first is on its way stays, and is written down next', async ({
    page,
    kitchen,
    complaints,
  }) => {
    const { liveId } = await kitchen.api.live.start({ requestId: newId(), productId: 1 })
    const noted = async () =>
      (await kitchen.api.journal.list({ of: { kind: 'live', id: liveId } })).map(({ name, text }) => name || text)
    await kitchen.open(`/make/1?live=${liveId}`)
    const line = page.getByLabel('Reading or note')
    const answer = await holdOneAnswer(page, 'journal.addReading')
    await line.fill('t 105')
    await line.press('Enter')
    await expect.poll(noted).toHaveLength(1)
    await line.fill('ph 3.2')
    await line.press('Enter')
    answer()
    await expect(page.getByRole('button', { name: 'Write down' })).toBeEnabled()
    await expect(line).toHaveValue('ph 3.2')
    await line.press('Enter')
    await expect(line).toHaveValue('')
    expect(await noted()).toHaveLength(2)

    await loseOneAnswer(page, 'journal.addNote')
    await line.fill('stirred')
    await line.press('Enter')
    await expect(page.getByText(/is not answering/).first()).toBeVisible()
    await line.press('Enter')
    await expect(line).toHaveValue('')
    expect(await noted()).toHaveLength(3)
    forgiveLostCalls(complaints)
  })

  test('of bags that came in stays while the first is on its way', async ({ page, kitchen }) => {
    await kitchen.open('/pantry')
    const line = page.getByLabel('A bag that came in, in one line')
    const answer = await holdOneAnswer(page, 'pantry.receive')
    await line.fill('straw 8 lb valley')
    await page.getByRole('button', { name: 'Receive', exact: true }).click()
    await expect.poll(async () => (await kitchen.api.pantry.lots({ limit: 1 })).rows[0]?.received).toBe('8 lb')
    await line.fill('straw 9 lb valley')
    await line.press('Enter')
    answer()
    await expect(page.getByText('Received 8 lb of Strawberries from Valley Farm.')).toBeVisible()
    await expect(line).toHaveValue('straw 9 lb valley')
    await page.getByRole('button', { name: 'Receive', exact: true }).click()
    await expect(page.getByText('Received 9 lb of Strawberries from Valley Farm.')).toBeVisible()
    await expect(line).toHaveValue('')
  })
})

test.describe('what fails is said, and may be tried again:', () => {
  test.afterEach(({ complaints }) => forgiveLostCalls(complaints))

  test('doing again by key, which does it once', async ({ page, kitchen }) => {
    const { api } = kitchen
    await api.pantry.receive({
      requestId: newId(),
      receivedOn: '2026-03-04',
      lines: [{ ingredient: 'Quinces', quantity: '3 lb' }],
    })
    const quinces = async () =>
      (await api.pantry.lots({ limit: 100 })).rows.filter(({ item }) => item === 'Quinces').length
    await kitchen.open('/')
    await expect(page.getByRole('link', { name: /Strawberry jam/ }).first()).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByText(/^Undone: .+Ctrl\+Y does it again/)).toBeVisible()
    await loseOneAnswer(page, 'pantry.receive')
    await page.keyboard.press('Control+y')
    await expect(page.getByText(/is not answering/)).toBeVisible()
    await page.keyboard.press('Control+y')
    await expect(page.getByText(/^Done again: /)).toBeVisible()
    expect(await quinces()).toBe(1)
    await page.keyboard.press('Control+y')
    await expect(page.getByText('There is nothing to do again.')).toBeVisible()
  })

  test('a scan of a bag that comes in', async ({ page, kitchen }) => {
    await kitchen.open('/pantry/receive')
    const keys = await realKeys(page)
    await loseOneAnswer(page, 'pantry.readBarcode')
    await page.getByLabel('Bought from').focus()
    await keys.type('(01)09506000134352(10)A-99\n', 3)
    await expect(page.getByText(/is not answering/)).toBeVisible()
    await keys.type('(01)09506000134352(10)A-99\n', 3)
    await expect(page.getByLabel('Supplier’s lot, line 1')).toHaveValue('A-99')
  })

  test('more of a long list', async ({ page, kitchen }) => {
    await kitchen.api.pantry.receive({
      requestId: newId(),
      receivedOn: '2026-03-04',
      lines: Array.from({ length: 100 }, (_, line) => ({ ingredient: 'Quinces', quantity: `${line + 1} lb` })),
    })
    await kitchen.open('/pantry')
    await page.getByRole('radiogroup', { name: 'Show' }).getByText('Lots').click()
    const more = page.getByRole('button', { name: 'Show more' })
    await expect(more).toBeVisible()
    const lost = '**/api/pantry.lots'
    await page.route(lost, async (route) => {
      const { after } = route.request().postDataJSON() as { readonly after: string | null }
      await (after === null ? route.continue() : route.abort())
    })
    await more.click()
    await expect(page.getByText(/is not answering/)).toBeVisible()
    await page.unroute(lost)
    await more.click()
    await expect(more).toHaveCount(0)
  })
})
