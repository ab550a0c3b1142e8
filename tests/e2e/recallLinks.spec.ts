import { expectReadable } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { holdAnswers } from './holdAnswers.ts'

test('from a recall every lot and place leads to its trace, and a place without a contact to its page', async ({
  page,
  kitchen,
}) => {
  const { api } = kitchen
  const batch = (await api.batches.list({ limit: 50 })).rows.find(({ lotNumber }) => lotNumber === 'SJ-20260305-A')
  const { lots } = await api.batches.get({ batchId: batch?.id ?? 0 })
  await api.shipping.send({
    requestId: crypto.randomUUID(),
    place: 'Corner Deli',
    placeKind: 'store',
    sentOn: '2026-03-09',
    lines: [{ lotId: lots[0]?.lotId ?? 0, units: 2 }],
  })
  await kitchen.open('/recall')
  await page.getByLabel('The notice, pasted or in your words').fill('Valley Farm recalls strawberries sold 2/28–3/5')
  const went = page.getByRole('table', { name: 'Where they went' })
  const missing = { name: 'Nobody wrote down whom to call at Corner Deli: write it down' }
  await expect(went.getByRole('link', missing)).toHaveAttribute('href', /#\/place\/\d+$/)
  await expect(went.getByRole('link', { name: 'SJ-20260305-A' }).first()).toHaveAttribute(
    'href',
    `#/trace/batch/${batch?.id}`,
  )
  await expectReadable(page)
  await page.keyboard.press('Control+Enter')
  const deli = page.getByRole('region', { name: 'Corner Deli' })
  await expect(deli.getByRole('link', { name: 'SJ-20260305-A' })).toHaveAttribute('href', /#\/trace\/lot\/\d+$/)
  await expectReadable(page)
  await deli.getByRole('link', missing).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Corner Deli' })).toBeVisible()
})

test('what is typed while a notice is being read stays, and the next notice is read whole', async ({
  page,
  kitchen,
}) => {
  const held = await holdAnswers(page, 'recall.read')
  await kitchen.open('/recall')
  const notice = page.getByLabel('The notice, pasted or in your words')
  const lots = page.getByLabel('Supplier’s lots')
  const reason = page.getByLabel('Reason', { exact: true })
  const asked = page.waitForRequest('**/api/recall.read')
  await notice.fill('Valley Farm recalls strawberries sold 2/28–3/5')
  await asked
  await lots.fill('A-99')
  await reason.fill('glass')
  await held.answer()
  await expect(page.getByLabel('Received from')).toHaveValue('2026-02-28')
  await expect(lots).toHaveValue('A-99')
  await expect(reason).toHaveValue('glass')
  await notice.fill('Valley Farm recalls strawberries sold 3/1–3/5')
  await expect(page.getByLabel('Received from')).toHaveValue('2026-03-01')
  await expect(lots).toHaveValue('')
})

test('what is affected and still here goes on hold with one button, ingredients too', async ({ page, kitchen }) => {
  const { api } = kitchen
  await kitchen.open('/recall')
  await page.getByLabel('The notice, pasted or in your words').fill('Valley Farm recalls strawberries sold 2/28–3/5')
  await expect(page.getByText('1 batch and 1 ingredient lot')).toBeVisible()
  await page.getByRole('button', { name: 'Hold what is left' }).click()
  await expect(page.getByText('Nothing affected is left that could be used or sent.')).toBeVisible()
  const batch = (await api.batches.list({ limit: 50 })).rows.find(({ lotNumber }) => lotNumber === 'SJ-20260305-A')
  const { lots } = await api.batches.get({ batchId: batch?.id ?? 0 })
  expect((await api.pantry.lot({ lotId: lots[0]?.lotId ?? 0 })).lot.held).toBe(true)
  const { rows } = await api.pantry.lots({ limit: 50 })
  expect(rows.filter((lot) => lot.item === 'Strawberries' && lot.supplier === 'Valley Farm' && lot.held)).toHaveLength(
    1,
  )
})

test('nothing is held by the answer to what was asked before', async ({ page, kitchen }) => {
  await kitchen.open('/recall')
  await page.getByLabel('The notice, pasted or in your words').fill('Valley Farm recalls strawberries sold 2/28–3/5')
  const hold = page.getByRole('button', { name: 'Hold what is left' })
  await expect(hold).toBeEnabled()
  const held = await holdAnswers(page, 'recall.scope')
  await page.getByLabel('Ingredient or product').selectOption('Salt')
  await expect(page.getByText('not yet for what is being typed')).toBeVisible()
  await expect(hold).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Start the recall' })).toBeDisabled()
  await held.answer()
  await expect(page.getByText('not yet for what is being typed')).toBeHidden()
})
