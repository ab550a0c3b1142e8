import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { newId } from '../support/kitchen.ts'
import { expect as expectAtOnce, test } from './fixtures.ts'
import { typist } from './keyboard.ts'

/* The editor of labels, by keyboard alone and by mouse. */

const expect = expectAtOnce.configure({ timeout: 20_000 })

const productFrame = /^Product name, /

function frame(page: Page, name: RegExp) {
  return page.getByRole('group', { name: /^The label, / }).getByRole('button', { name })
}

/** Where an element is, as its frame says it. */
async function placeOf(page: Page, name: RegExp): Promise<string> {
  const said = (await frame(page, name).getAttribute('aria-label')) ?? ''
  return /[\d.]+ × [\d.]+ mm at [\d.]+, [\d.]+/.exec(said)?.[0] ?? said
}

async function begin(page: Page, layout: RegExp): Promise<void> {
  const layouts = page.getByLabel('Layout', { exact: true })
  const wanted = layouts.locator('option').filter({ hasText: layout }).first()
  await layouts.selectOption({ label: (await wanted.textContent()) ?? '' })
  await page.getByRole('link', { name: 'Design a label' }).click()
  await expect(frame(page, productFrame)).toBeVisible()
}

test('a label is designed by keyboard alone, and saved as versions', async ({ page, kitchen }) => {
  await kitchen.open('/designs')
  await begin(page, /^Jar with a QR code/)
  const hands = typist(page)
  await hands.to(productFrame)
  const [, x = '', y = ''] = /at ([\d.]+), ([\d.]+)/.exec(await placeOf(page, productFrame)) ?? []
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+ArrowLeft')
  const to = `at ${round(Number(x) + 0.9)}, ${round(Number(y) - 0.5)}`
  await expect.poll(async () => await placeOf(page, productFrame)).toContain(to)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Says', { exact: true })).toBeFocused()
  await hands.fill('Width', '25,5')
  await hands.fill('Height', '7')
  await expect.poll(async () => await placeOf(page, productFrame)).toContain(`25.5 × 7 mm ${to}`)
  await hands.to(/^Product name, /)
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(async () => await placeOf(page, productFrame)).toContain(`26 × 7.5 mm ${to}`)

  // The name that is saved is asked beside its field.
  await hands.activate('The label itself: its name and size')
  await expect(page.getByLabel('Name of the label')).toBeFocused()
  await hands.fill('Name of the label', 'Our jar')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Saved Our jar, version 1/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Our jar' })).toBeVisible()
  const [kept] = await kitchen.api.designs.list({})
  expect(kept).toMatchObject({ name: 'Our jar', version: 1, purpose: 'unit' })

  await hands.to(/^Lot number, /)
  await page.keyboard.press('Delete')
  await expect(frame(page, /^Lot number, /)).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Saved Our jar, version 2/)).toBeVisible()
  await page.getByText('Versions', { exact: true }).click()
  await page.getByRole('button', { name: 'As then: version 1' }).click()
  await expect(frame(page, /^Lot number, /)).toBeVisible()
})

test('undo in the editor takes back what was drawn there, and nothing of the kitchen', async ({ page, kitchen }) => {
  const { api } = kitchen
  await kitchen.open('/designs')
  await begin(page, /^Jar with a QR code/)
  const before = await placeOf(page, productFrame)
  await api.pantry.receive({
    requestId: newId(),
    supplier: 'Costco',
    receivedOn: '2026-03-27',
    lines: [{ ingredient: 'Sugar', quantity: '10 lb' }],
  })
  const recorded = (await api.history.list({ limit: 1 })).rows[0]?.seq
  await frame(page, productFrame).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const after = await placeOf(page, productFrame)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => await placeOf(page, productFrame)).toBe(before)
  // Nothing is left to undo here; the delivery stands all the same.
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+y')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => await placeOf(page, productFrame)).toBe(after)
  expect((await api.history.list({ limit: 1 })).rows[0]?.seq).toBe(recorded)

  // What was typed into a field is one step, whatever its number of keys.
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Says', { exact: true })).toBeFocused()
  await typist(page).fill('From the left', '12.5')
  await expect.poll(async () => await placeOf(page, productFrame)).toContain('at 12.5,')
  await frame(page, productFrame).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => await placeOf(page, productFrame)).toBe(after)
})

test('the mouse moves, sizes, lines up; and what does not fit is said beside its element', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/designs')
  await begin(page, /^Jar with a QR code/)
  const code = /^QR code, /
  await frame(page, code).click()
  const from = await frame(page, code).boundingBox()
  if (!from) throw new Error('no frame')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 - 24, from.y + from.height / 2 - 16, { steps: 5 })
  await page.mouse.up()
  const place = /([\d.]+) × ([\d.]+) mm at ([\d.]+), ([\d.]+)/
  const [, , , x, y] = place.exec(await placeOf(page, code)) ?? []
  expect([Number(x) % 0.5, Number(y) % 0.5]).toEqual([0, 0])

  // Its corner, dragged in, makes it too small for what it holds.
  const corner = frame(page, code).locator('[data-handle="1 1"]')
  const at = await corner.boundingBox()
  if (!at) throw new Error('no corner')
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2)
  await page.mouse.down()
  await page.mouse.move(at.x - 110, at.y - 110, { steps: 5 })
  await page.mouse.up()
  const list = page.getByRole('list', { name: 'What is on the label' })
  await expect(list.getByRole('listitem').filter({ hasText: 'QR code' }).first()).toContainText(/Make its place larger/)
  await expect(frame(page, code)).toHaveAccessibleName(/cannot be printed so/)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(list.getByText(/Make its place larger/)).toHaveCount(0)

  await list.getByRole('checkbox', { name: 'Select Day made' }).check()
  await list.getByRole('checkbox', { name: 'Select Product name' }).check()
  await list.getByRole('checkbox', { name: 'Select QR code' }).uncheck()
  await page.getByRole('button', { name: 'Align right' }).click()
  const ends = async (name: RegExp) => {
    const [, width, , left] = place.exec(await placeOf(page, name)) ?? []
    return round(Number(width) + Number(left))
  }
  expect(await ends(/^Day made, /)).toBe(await ends(productFrame))

  // A printer that does not reach the edges.
  await kitchen.api.labels.savePrinter({
    requestId: newId(),
    name: 'Brother',
    transport: 'file',
    language: 'pdf',
    marginMm: 8,
  })
  await page.getByLabel('Printed by').selectOption('Brother')
  await expect(list.getByText(/reaches into the 8 mm at the edge/).first()).toBeVisible()
})

test('what is not saved survives a reload; a label goes off the list, comes back, and travels as a file', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/designs')
  await begin(page, /^Ingredient bag/)
  await page.getByLabel('Name of the label').fill('Our bags')
  await frame(page, productFrame).focus()
  await page.keyboard.press('ArrowRight')
  const moved = await placeOf(page, productFrame)
  await page.reload()
  await expect(page.getByText(/not saved is here again/)).toBeVisible()
  await expect(page.getByLabel('Name of the label')).toHaveValue('Our bags')
  expect(await placeOf(page, productFrame)).toBe(moved)
  await page.getByRole('button', { name: 'Add: Text' }).click()
  await page.getByLabel('Text', { exact: true }).fill('Keep dry ½')
  await expect(frame(page, /^“Keep dry ½”, /)).toBeVisible()
  await page.getByRole('button', { name: 'Save the label' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Our bags' })).toBeVisible()

  await page.getByRole('link', { name: 'All labels' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file: Our bags' }).click(),
  ])
  const file = await readFile(await download.path())
  expect(file.toString('utf8')).toContain('Keep dry ½')
  await page.getByRole('button', { name: 'Take off: Our bags' }).click()
  await expect(page.getByText(/^None yet/)).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('link', { name: 'Our bags', exact: true })).toBeVisible()
  await page.locator('input[type=file]').setInputFiles({
    name: download.suggestedFilename(),
    mimeType: 'application/json',
    buffer: file,
  })
  await expect(page.getByRole('link', { name: 'Our bags 2', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Duplicate Our bags', exact: true }).click()
  await expect(page.getByLabel('Name of the label')).toHaveValue('Our bags copy')
  await page.getByLabel('Name of the label').fill('OUR BAGS')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/There is a label called “OUR BAGS” already/).first()).toBeVisible()
})

function round(mm: number): number {
  return Math.round(mm * 100) / 100
}
