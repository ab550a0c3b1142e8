import { expect, test } from './fixtures.ts'

test('a kitchen chooses Spanish, which screens, refusals and the next start speak, and comes back', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/settings')
  await page.getByRole('radiogroup', { name: 'Language · Idioma' }).getByText('Español').click()
  await expect(page.getByRole('heading', { name: 'Ajustes', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  const places = page.getByRole('navigation')
  await expect(places.getByRole('link', { name: 'Despensa' })).toBeVisible()

  await places.getByRole('link', { name: 'Despensa' }).click()
  await page.getByRole('link', { name: 'Recibir ingredientes' }).first().click()
  await page.getByRole('button', { name: /^Guardar/ }).click()
  await expect(page.getByText(/falta/i).first()).toBeVisible()
  await expect(page.getByText(/is missing/)).toHaveCount(0)

  await page.reload()
  await expect(places.getByRole('link', { name: 'Hoy' })).toBeVisible()
  await kitchen.open('/trace/batch/1/17')
  await expect(page.getByText(/7 mar 2026/).first()).toBeVisible()

  // What is counted in is said as well, and an amount that is typed shows what was understood.
  await kitchen.open('/records')
  await page.getByLabel('Desde', { exact: true }).fill('2026-03-01')
  await page.getByLabel('Hasta', { exact: true }).fill('2026-03-31')
  const made = page.getByRole('table', { name: 'Registro de producción' })
  await expect(made.getByRole('cell', { name: 'frasco', exact: true }).first()).toBeVisible()
  await expect(made.getByRole('cell', { name: 'jar', exact: true })).toHaveCount(0)
  await kitchen.open('/pantry/receive')
  const price = page.getByLabel('Precio en dólares, línea 1')
  await price.fill('1,200')
  await price.blur()
  await expect(price).toHaveValue('1200.00')

  await kitchen.open('/settings')
  await page.getByRole('radiogroup', { name: 'Language · Idioma' }).getByText('English').click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
