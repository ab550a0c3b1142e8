import { expectReadable } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { typist } from './keyboard.ts'

test('a saved batch is corrected with the keyboard; old and new stay on its page, and Ctrl+Z takes it back', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/batch/1')
  const me = typist(page)
  await me.activate('Correct')
  await me.fill('Why', 'miscounted')
  await me.fill('Made', '20')
  await me.press('Control+Enter')
  await expect(page.getByRole('form', { name: 'Correct SJ-20260304-A' }).getByRole('alert')).toContainText(
    '24 went to Saturday farmers market on Mar 7, 2026',
  )
  await me.fill('Made', '40')
  await expectReadable(page)
  await me.press('Control+Enter')
  const corrected = page.getByRole('region', { name: 'Corrected since it was saved' })
  await expect(corrected).toContainText('miscounted')
  await expect(corrected.locator('del')).toHaveText('36')
  await expect(corrected.locator('ins')).toHaveText('40')
  await expectReadable(page)

  await page.locator('main').focus()
  await me.press('Control+z')
  await expect(page.getByText(/^Undone: Corrected/)).toBeVisible()
  expect(await kitchen.api.batches.get({ batchId: 1 })).toMatchObject({ made: 36 })
})

test('facts that are missing are filled in one after the other', async ({ page, kitchen }) => {
  await kitchen.open('/')
  await page.getByRole('link', { name: /1 fact missing/ }).click()
  await expect(page.getByText('no received date')).toBeVisible()
  const me = typist(page)
  await me.fillDay('Received on', '2026-03-11')
  await me.fill('Why', 'found the receipt')
  await me.press('Control+Enter')
  await expect(page.getByText('Nothing is missing')).toBeVisible()
})

test('equipment is added, cleaned, and ticked on a batch', async ({ page, kitchen }) => {
  await kitchen.open('/equipment')
  const me = typist(page)
  await me.activate('Add equipment')
  await me.fill('Name', 'Copper kettle')
  await me.fill('Clean every (days)', '7')
  await me.press('Control+Enter')
  await expect(page.getByText('due', { exact: true })).toBeVisible()
  await me.activate('Cleaned: Copper kettle')
  await me.press('Control+Enter')
  await expect(page.getByText(/again by/)).toBeVisible()
  await expectReadable(page)
  const [jam] = await kitchen.api.products.list({})
  await kitchen.open(`/make/${jam?.id ?? 0}`)
  await expect(page.getByLabel('Copper kettle')).toBeVisible()
})
