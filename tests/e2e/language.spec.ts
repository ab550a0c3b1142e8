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

  await kitchen.open('/settings')
  await page.getByRole('radiogroup', { name: 'Language · Idioma' }).getByText('English').click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
