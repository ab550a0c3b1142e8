import type { Page } from '@playwright/test'
import { expectReadable } from './axe.ts'
import { expect, test } from './fixtures.ts'

test('a battery that is nearly empty is said on every screen, until the laptop is plugged in', async ({
  page,
  kitchen,
}) => {
  await page.addInitScript(() => {
    const battery = Object.assign(new EventTarget(), { charging: false, level: 0.4 })
    Object.assign(window, { battery })
    Object.defineProperty(navigator, 'getBattery', { value: async () => await Promise.resolve(battery) })
  })
  await page.goto(kitchen.origin)
  const mark = page.getByText(/^Battery/)
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible()
  await expect(mark).toHaveCount(0)

  await now(page, { level: 0.08 })
  await expect(mark).toHaveText('Battery 8 %')
  await expect(page.getByText(/^The battery is nearly empty/)).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Pantry' }).click()
  await expect(page.getByRole('heading', { name: 'Pantry' })).toBeVisible()
  await expect(mark).toHaveText('Battery 8 %')
  await expectReadable(page)

  await now(page, { charging: true })
  await expect(mark).toHaveCount(0)
})

async function now(page: Page, facts: { readonly charging?: boolean; readonly level?: number }): Promise<void> {
  await page.evaluate((changed) => {
    const battery = Object.assign(Reflect.get(window, 'battery') as EventTarget, changed)
    for (const change of ['chargingchange', 'levelchange']) battery.dispatchEvent(new Event(change))
  }, facts)
}
