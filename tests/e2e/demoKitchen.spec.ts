import { expect, test } from './fixtures.ts'

test.use({ demo: false })

/** A year is recorded while somebody waits; the machine that tests may do other things as well. */
const made = 120_000

test('from an empty kitchen to the demo and back: the own kitchen is as it was', async ({ page, kitchen }) => {
  test.setTimeout(300_000)
  await kitchen.open('/')
  await page.getByRole('button', { name: 'Look at the demo kitchen' }).click()
  await expect(page.getByText('The demo kitchen is being made')).toBeVisible()
  await expect(page.getByText('Demo kitchen', { exact: true })).toBeVisible({ timeout: made })
  expect(new URL(page.url()).origin).not.toBe(kitchen.origin)

  const finder = page.getByRole('combobox', { name: 'Find' })
  await finder.pressSequentially('strawberry thumbprints', { delay: 70 })
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.goto(`${new URL(page.url()).origin}/#/trace/batch/100`)
  await expect(page.getByRole('tree').first()).toBeVisible({ timeout: 30_000 })

  await page.keyboard.press('Alt+b')
  await expect(page.getByRole('heading', { name: 'Start now' })).toBeVisible({ timeout: 30_000 })
  expect(new URL(page.url()).origin).toBe(kitchen.origin)
  await expect(page.getByText('Demo kitchen', { exact: true })).toBeHidden()
  expect(await kitchen.api.products.list({})).toEqual([])
  expect((await kitchen.api.system.state({})).demo).toBe(false)
})

test('a start that takes its time says so, in place of a blank page', async ({ page, kitchen }) => {
  await kitchen.open('/')
  await expect(page.getByRole('heading', { name: 'Start now' })).toBeVisible()
  await page.route('**/api/system.state', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4000))
    await route.continue()
  })
  await page.reload()
  await expect(page.getByText('The kitchen is being opened')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Start now' })).toBeVisible()
  await expect(page.getByText('The kitchen is being opened')).toBeHidden()
})
