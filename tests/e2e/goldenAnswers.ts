import { expect, type Page } from '@playwright/test'

/** Asks a window that shows the demo kitchen for the answers of the golden story. */
export async function expectGoldenAnswers(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await page.getByRole('combobox', { name: /Find/ }).fill('SJ-20260304-A-017')
  await page.getByRole('option', { name: /SJ-20260304-A-017/ }).click()
  await expect(page.getByText('Saturday farmers market, Mar 7, 2026').first()).toBeVisible()

  await page.getByRole('navigation').getByRole('link', { name: 'Recall' }).click()
  await page.getByLabel('Ingredient').selectOption({ label: 'Strawberries' })
  await page.getByLabel('Supplier', { exact: true }).selectOption({ label: 'Valley Farm' })
  await page.getByLabel('Received from').fill('2026-02-28')
  await page.getByLabel('Received to').fill('2026-03-05')
  await expect(page.getByText('60 of 200 jars affected')).toBeAttached()
}
