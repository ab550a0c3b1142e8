import type { Page } from '@playwright/test'
import { newId } from '../support/kitchen.ts'
import { addProduct, receiveLot } from '../support/make.ts'
import { settle } from './axe.ts'
import { expect, test } from './fixtures.ts'

const windows = [
  [1024, 600],
  [1366, 768],
] as const

/** Long forms, and the button that ends each. */
const forms = [
  ['/make/1', 'Save the batch'],
  ['/products/1', 'Save product'],
  ['/pantry/receive', 'Save the trip'],
  ['/pantry/count', 'Save the counts'],
  ['/send', 'Send out'],
  ['/settings', 'Save settings'],
] as const

test('what ends a form stays in sight, and lies over no field that has the focus', async ({ page, kitchen }) => {
  test.setTimeout(300_000)
  for (const name of ['Copper kettle', 'Deck oven', 'pH meter', 'Scale', 'Sheet pans', 'Stand mixer', 'Stock pot'])
    await kitchen.api.crew.saveEquipment({ requestId: newId(), name, kind: 'equipment', active: true })
  for (const [width, height] of windows) {
    await page.setViewportSize({ width, height })
    for (const [place, save] of forms) {
      await kitchen.open(place)
      const button = page.getByRole('main').getByRole('button', { name: save, exact: true })
      await expect(button, `${place} at ${width}`).toBeInViewport({ ratio: 1 })
      await settle(page)
      await page.locator('main form').first().locator('input:not([type=hidden]), select').first().focus()
      for (let at = 0; at < 40; at += 1) {
        const over = await overFocus(page)
        expect.soft(over, `${place} at ${width}, after ${at} times Tab`).toBe('')
        if (over !== '') break
        await page.keyboard.press('Tab')
      }
    }
  }
})

test('the button of one card among others stays in its card', async ({ page, kitchen }) => {
  await kitchen.open('/data')
  const form = page.getByRole('form', { name: 'When backups are made' })
  const bar = form.getByRole('button', { name: 'Save', exact: true })
  await expect(bar).toBeVisible()
  await page.evaluate(() => scrollTo(0, 0))
  const [last, button] = [await form.getByLabel('Months').boundingBox(), await bar.boundingBox()]
  expect(button?.y).toBeGreaterThan((last?.y ?? 0) + (last?.height ?? 0))
})

test('what is done to a kettle is one row of buttons', async ({ page, kitchen }) => {
  for (const kind of ['equipment', 'instrument'] as const)
    await kitchen.api.crew.saveEquipment({ requestId: newId(), name: `A ${kind}`, kind, active: true })
  await page.setViewportSize({ width: 1366, height: 768 })
  await kitchen.open('/equipment')
  const row = page.getByRole('row').filter({ hasText: 'A instrument' })
  const buttons = row.locator('.mantine-Button-root')
  await expect(buttons).toHaveCount(5)
  const tops = await buttons.evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().top)))
  expect(new Set(tops).size).toBe(1)
})

test('a lot is read whole on the batch page, also a long one', async ({ page, kitchen }) => {
  await receiveLot(kitchen.api, {
    ingredient: 'Sour cherries',
    supplier: 'Hillside Orchard Cooperative',
    receivedOn: '2026-03-20',
    supplierLot: 'CHR-2026-0117-B',
  })
  const lines = [{ ingredient: 'Sour cherries', quantity: '4 oz' }]
  const productId = await addProduct(kitchen.api, { name: 'Cherry jam', code: 'CJ', lines })
  await kitchen.open(`/make/${productId}`)
  const field = page.getByRole('combobox', { name: 'Lot of Sour cherries, row 1' })
  await expect(field).toHaveValue(/CHR-2026-0117-B/)
  const told = page.locator('span[aria-hidden=true]').filter({ hasText: 'lot CHR-2026-0117-B' })
  await expect(told).toBeVisible()
  const hidden = await told
    .locator('> span')
    .evaluate((it) => [it.scrollHeight - it.clientHeight, it.scrollWidth - it.clientWidth])
  expect(hidden).toEqual([0, 0])
  // What is typed is in the field itself, and nothing is written over it.
  await field.click()
  await expect(told).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(told).toBeVisible()
})

test('in a low window the answer to a notice stays at its foot', async ({ page, kitchen }) => {
  await page.setViewportSize({ width: 1024, height: 600 })
  await kitchen.open('/recall')
  await page.getByLabel('The notice, pasted or in your words').fill('Valley Farm recalls strawberries sold 2/28–3/5')
  const answer = page.getByRole('region', { name: 'The answer' })
  await expect(answer).toBeInViewport({ ratio: 1 })
  await page.getByLabel('Reason').focus()
  expect(await overFocus(page)).toBe('')
})

test('a report is saved from one row of buttons, however wide the window', async ({ page, kitchen }) => {
  for (const [width, height] of [...windows, [1920, 1080]] as const) {
    await page.setViewportSize({ width, height })
    await kitchen.open('/recall')
    await page.getByLabel('The notice, pasted or in your words').fill('Valley Farm recalls strawberries sold 2/28–3/5')
    const buttons = page.getByRole('button', { name: /^Save the report as/ })
    await expect(buttons).toHaveCount(4)
    const tops = await buttons.evaluateAll((all) => all.map((it) => Math.round(it.getBoundingClientRect().top)))
    expect(new Set(tops).size, `at ${width}`).toBe(1)
  }
})

test('what is sent, where and when stands in one row in a small window too', async ({ page, kitchen }) => {
  await page.setViewportSize({ width: 1024, height: 600 })
  await kitchen.open('/send')
  const labels = ['What for', 'Where to', 'Day', 'Order or delivery number']
  const tops = await Promise.all(
    labels.map(async (name) => (await page.getByLabel(name, { exact: true }).first().boundingBox())?.y ?? 0),
  )
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(2)
})

test('whom nobody wrote down how to reach is a dash, with a way to add it', async ({ page, kitchen }) => {
  await kitchen.api.directory.saveSupplier({ requestId: newId(), name: 'Corner shop' })
  await kitchen.open('/directory')
  const row = page.getByRole('listitem').filter({ hasText: 'Corner shop' })
  await expect(row.getByText('—')).toBeVisible()
  await row.getByRole('button', { name: 'Add a contact of Corner shop' }).click()
  await page.getByLabel('Telephone').fill('(802) 555-0199')
  await page.getByRole('button', { name: 'Save supplier' }).click()
  await expect(row).toContainText('(802) 555-0199')
  await expect(row.getByRole('button', { name: 'Change Corner shop' })).toBeVisible()
})

/** What lies over the middle of what has the focus; nothing where it is seen itself. */
async function overFocus(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || !focused.closest('main')) return ''
    const box = focused.getBoundingClientRect()
    if (box.width < 2 || box.height < 2) return ''
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 40)]
    const seen = document.elementFromPoint(x, y)
    if (seen && (focused.contains(seen) || seen.contains(focused) || focused.parentElement?.contains(seen))) return ''
    return `${focused.outerHTML.slice(0, 120)} is under ${seen?.outerHTML.slice(0, 120) ?? 'the edge of the window'}`
  })
}
