import { readFile } from 'node:fs/promises'
import { receiveLot } from '../support/make.ts'
import { expect, test } from './fixtures.ts'

test('the graph of a jar by keyboard: G, along the lines, on to another thing, and back to the list', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/trace/batch/1/17')
  await expect(page.getByRole('tree').first()).toBeVisible()
  await page.keyboard.press('g')
  const graph = page.getByRole('group', { name: /^Graph of SJ-20260304-A/ })
  const asked = graph.getByRole('img', { name: /^Batch: SJ-20260304-A Strawberry jam/ })
  await expect(asked).toBeFocused()
  await expect(asked).toHaveAccessibleName(/This is what was asked about.*From: .*Strawberries \(8 lb\)/)
  await page.keyboard.press('ArrowLeft')
  const lot = graph.locator(':focus')
  await expect(lot).toHaveAccessibleName(/^Ingredient lot: .*To: Batch: SJ-20260304-A/)
  await page.keyboard.press('Home')
  await expect(asked).toBeFocused()
  await page.keyboard.press('ArrowRight')
  const first = await graph.locator(':focus').getAttribute('aria-label')
  await page.keyboard.press('ArrowDown')
  expect(await graph.locator(':focus').getAttribute('aria-label')).not.toBe(first)
  await graph.getByRole('link', { name: /^Ingredient lot: Strawberries, Valley Farm/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?view=graph#\/trace\/lot\/\d+/)
  await expect(page.getByRole('group', { name: 'Graph of Strawberries' }).locator(':focus')).toHaveAccessibleName(
    /This is what was asked about/,
  )
  await page.keyboard.press('g')
  await expect(page.getByRole('tree').first()).toBeVisible()
})

test('many alike are one with their count, unfold with Enter and fold with Backspace', async ({ page, kitchen }) => {
  const { api } = kitchen
  for (let lots = 0; lots < 8; lots += 1) await receiveLot(api, { quantity: '10 lb' })
  const supplier = (await api.directory.suppliers({})).find(({ name }) => name === 'Costco Main St')
  await kitchen.open(`/trace/supplier/${supplier?.id}?view=graph`)
  const group = page.getByRole('button', { name: /^\d+ ingredient lots/ })
  await group.focus()
  await page.keyboard.press('Enter')
  await expect(group).toBeHidden()
  const lot = page.locator('[data-key]:focus')
  await expect(lot).toHaveAccessibleName(/^Ingredient lot: /)
  const lots = page.getByRole('link', { name: /^Ingredient lot: / })
  const unfolded = await lots.count()
  expect(unfolded).toBeGreaterThan(7)
  await page.keyboard.press('ArrowDown')
  await expect(lot).toHaveAccessibleName(/^Ingredient lot: /)
  await page.keyboard.press('Backspace')
  await expect(group).toBeFocused()
  await expect(lots).toHaveCount(0)
  await page.keyboard.press(' ')
  await expect(lots).toHaveCount(unfolded)
})

test('zoom and moving by keys and by the wheel', async ({ page, kitchen }) => {
  await kitchen.open('/trace/batch/1?view=graph')
  const drawing = page.locator('fieldset svg > g')
  const graph = page.getByRole('group', { name: /^Graph of/ })
  await expect(graph.locator(':focus')).toBeVisible()
  const seen = async () => await drawing.getAttribute('transform')
  const steps = [await seen()]
  await page.keyboard.press('+')
  await expect.poll(seen).not.toBe(steps.at(-1))
  steps.push(await seen())
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(seen).not.toBe(steps.at(-1))
  steps.push(await seen())
  await graph.hover()
  await page.mouse.wheel(0, 120)
  await expect.poll(seen).not.toBe(steps.at(-1))
  steps.push(await seen())
  await page.keyboard.press('0')
  await expect.poll(seen).not.toBe(steps.at(-1))
})

test('no line crosses a quantity on the screen', async ({ page, kitchen }) => {
  await kitchen.open('/trace/batch/1?view=graph')
  const drawn = await page
    .locator('svg g[aria-hidden=true]')
    .filter({ hasText: '8 lb' })
    .first()
    .evaluate((lines) => [...lines.querySelectorAll('path, text')].map(({ tagName }) => tagName))
  expect(drawn).toContain('path')
  // What is drawn later lies above.
  expect(drawn.lastIndexOf('path')).toBeLessThan(drawn.indexOf('text'))
})

test('the graph is saved as a picture', async ({ page, kitchen }) => {
  await kitchen.open('/trace/batch/1?view=graph')
  for (const [format, begins] of [
    ['PNG', [0x89, 0x50, 0x4e, 0x47]],
    ['SVG', [...Buffer.from('<svg')]],
    ['PDF', [...Buffer.from('%PDF')]],
  ] as const) {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: `Save the graph as ${format}` }).click()
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(new RegExp(`^trace-batch-1-.*\\.${format.toLowerCase()}$`))
    const bytes = await readFile(await download.path())
    expect([...bytes.subarray(0, 4)]).toEqual(begins)
  }
})
