import { newId } from '../support/kitchen.ts'
import { startFakePrinter } from '../support/fakePrinter.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { expectReadable } from './axe.ts'
import { expect as expectAtOnce, test } from './fixtures.ts'

const expect = expectAtOnce.configure({ timeout: 20_000 })

test.use({ demo: false })

/* From a label that is right, through an allergen that became known, to jars labelled again. */
test('a product keeps its label and printer; stopped labels take today’s words and are printed again', async ({
  page,
  kitchen,
}) => {
  const { api } = kitchen
  const printer = await startFakePrinter()
  const { itemId } = await receiveLot(api, { quantity: '100 lb' })
  const say = async (contains: string[]) => await api.facts.save({ requestId: newId(), itemId, contains })
  await say([])
  const productId = await addProduct(api)
  const { batchId, lotNumber } = await makeBatch(api, productId)
  const roll = { labelWidthMm: 100, labelHeightMm: 60 }
  await api.labels.savePrinter({
    requestId: newId(),
    name: 'Counter',
    address: printer.host,
    port: printer.port,
    ...roll,
  })

  await kitchen.open(`/batch/${batchId}/labels`)
  const label = page.getByLabel('Label', { exact: true })
  await label.selectOption({ label: 'With ingredients and statement, QR code' })
  await page.getByRole('button', { name: 'Make this the usual label of Syrup' }).click()
  await expect(page.getByText('This is the usual label of Syrup, on Counter.')).toBeVisible()
  await page.getByRole('button', { name: 'Print the labels' }).click()
  await expect(page.getByText(`10 labels of ${lotNumber} on the way to the printer: 001–010.`)).toBeVisible()
  await expect.poll(() => printer.formats.length).toBe(10)

  await say(['soy'])
  const words = page.getByRole('region', { name: 'The words of these labels' })
  await expect(words).toContainText('No Contains line.')
  await expect(words).toContainText('Contains: Soy.')
  await expect(page.getByRole('button', { name: 'Print the labels' })).toBeDisabled()
  await expectReadable(page)
  await words.getByRole('button', { name: 'Take today’s words' }).click()
  await expect(page.getByText(/say what is known today\. Print 001–010 again: theirs do not\./)).toBeVisible()

  const old = page.getByRole('alert').filter({ hasText: 'Jars with other allergens on their labels' })
  await old.getByRole('button', { name: 'Fill in 001–010' }).click()
  await expect(page.getByLabel('Units', { exact: true })).toHaveValue('001–010')
  await expect(page.getByLabel('Units', { exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Print 10 labels' }).click()
  await expect.poll(() => printer.formats.length).toBe(20)
  await expect(old).toBeHidden()

  // The next batch has the product’s label chosen beforehand.
  const next = await makeBatch(api, productId, { madeOn: '2026-03-05' })
  await kitchen.open(`/batch/${next.batchId}/labels`)
  await expect(label).toHaveValue('full-qr')
  await printer.close()
})
