import { newId } from '../support/kitchen.ts'
import { expectReadable } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { countingTypist } from './keyboard.ts'

test('what was typed before the start goes on with the batch, and is not a second page', async ({ page, kitchen }) => {
  const { api } = kitchen
  await kitchen.open('/make/1')
  await page.getByLabel('Note').fill('windfalls')
  await page.getByLabel('Note').blur()
  await expect.poll(async () => (await api.drafts.list({})).length).toBe(1)
  await page.getByRole('button', { name: 'Start now' }).click()
  await expect(page.getByText(/is started\./)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('windfalls')
  const [started] = await api.live.list({})
  expect((await api.drafts.list({})).map(({ liveId }) => liveId)).toEqual([started?.id])
})

test('two batches at once: started, read, photographed, one finished as failed', async ({ page, kitchen }) => {
  const { api } = kitchen
  await kitchen.open('/')
  await page
    .getByRole('link', { name: /Hot sauce/ })
    .first()
    .click()
  await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
  const hands = await countingTypist(page)
  await hands.type('29')
  await hands.press('F9')
  await expect(page.getByText(/is started\./)).toBeVisible()
  const [sauce] = await api.live.list({})
  expect(sauce?.lotNumber).toMatch(/^HS-\d{8}-A$/)
  await expect(page.getByLabel('Made', { exact: true })).toHaveValue('29')
  await api.live.start({ requestId: newId(), productId: 1 })

  const line = page.getByLabel('Reading or note')
  await line.focus()
  await hands.type('t 105c')
  await expect(page.getByText('Temperature 105 °C', { exact: true })).toBeVisible()
  await hands.press('Enter')
  await expect(line).toHaveValue('')
  await hands.type('ph 3.2')
  await hands.press('Enter')
  await expect(page.getByText('pH 3.2')).toBeVisible()
  await line.fill('the new kettle')
  await line.press('Enter')
  await expect(page.getByText('the new kettle')).toBeVisible()
  const png = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pot.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') })
  await expect(page.getByRole('img', { name: 'A photo of the batch' })).toBeVisible()
  await expectReadable(page)

  await kitchen.open('/')
  await expect(page.getByRole('link', { name: /^HS-\d{8}-A Hot sauce/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^SJ-\d{8}-A Strawberry jam/ }).first()).toBeVisible()
  await page.getByRole('link', { name: /^HS-\d{8}-A Hot sauce/ }).click()
  await expect(page.getByText('pH 3.2')).toBeVisible()
  await page.getByLabel('Discarded', { exact: true }).fill('29')
  await page.getByLabel('Why discarded').selectOption('overcooked')
  await expect(page.getByRole('combobox', { name: /^Lot of / }).first()).toBeVisible()
  for (const lot of await page.getByRole('combobox', { name: /^Lot of / }).all()) {
    await lot.fill('not recorded')
    await lot.press('Enter')
  }
  await page.getByRole('button', { name: 'Save the batch' }).click()
  await expect(page.getByRole('heading', { name: sauce?.lotNumber ?? '' })).toBeVisible()
  await expect(page.getByText('failed', { exact: true })).toBeVisible()
  await expect(page.getByText('the new kettle')).toBeVisible()
  await page.getByLabel('Reading or note').fill('w 230 g')
  await page.getByLabel('Reading or note').press('Enter')
  await expect(page.getByText('Weight 230 g')).toBeVisible()
  expect(await api.live.list({})).toHaveLength(1)
})

test('a batch that is not made after all is stopped with a reason', async ({ page, kitchen }) => {
  const { liveId, lotNumber } = await kitchen.api.live.start({ requestId: newId(), productId: 1 })
  await kitchen.open('/make')
  await page.getByRole('link', { name: new RegExp(lotNumber) }).click()
  await page.getByRole('button', { name: 'Not made after all' }).click()
  await page.getByLabel('Why', { exact: true }).fill('no gas')
  await page.getByRole('button', { name: 'Stop the batch' }).click()
  await expect(page.getByText(`${lotNumber} was stopped.`)).toBeVisible()
  expect(await kitchen.api.live.get({ liveId })).toMatchObject({ stopReason: 'no gas' })
})
