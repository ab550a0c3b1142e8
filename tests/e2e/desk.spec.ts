import { newId } from '../support/kitchen.ts'
import { expectReadable } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { countingTypist, typist } from './keyboard.ts'

test('who is at the laptop is changed with a key and a digit, or a scanned card, and a PIN where there is one', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/people')
  const hands = typist(page)
  for (const name of ['Ana', 'Ben']) {
    await hands.activate('Add a person')
    await hands.fill('Name', name)
    await hands.press('Control+Enter')
    await expect(page.getByRole('rowheader', { name })).toBeVisible()
  }
  const who = page.getByRole('banner').getByRole('button')
  await expect(who).toHaveText(/Who is here\?/)

  await page.keyboard.press('F10')
  await expect(page.getByRole('region', { name: 'Who is at the laptop' })).toBeVisible()
  await expectReadable(page)
  await page.keyboard.press('1')
  await expect(page.getByText('Ana is at the laptop.')).toBeVisible()
  await expect(who).toHaveText(/Ana/)

  await hands.activate('Give a PIN to Ben')
  await expectReadable(page)
  await hands.fill('New PIN', '12')
  await hands.press('Control+Enter')
  await expect(page.getByText('A PIN has 4 to 12 digits.').first()).toBeVisible()
  await hands.fill('New PIN', '4711')
  await hands.press('Control+Enter')
  await expect(page.getByText('Ben has a PIN.')).toBeVisible()

  // A form being filled in stays as it is while another person comes.
  await kitchen.open('/pantry/receive')
  await page.getByLabel('Bought from').fill('Valley Farm')
  await (await countingTypist(page)).scan('P-2')
  await expect(page.getByLabel('PIN of Ben')).toBeFocused()
  // Ctrl+Enter, as keys this fast that end in Enter are a scanner’s.
  await page.keyboard.type('1111')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('That is not the PIN of Ben.').first()).toBeVisible()
  await expectReadable(page)
  await page.getByLabel('PIN of Ben').fill('4711')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Ben is at the laptop.')).toBeVisible()
  await expect(page.getByLabel('Bought from')).toHaveValue('Valley Farm')
  await expect(page.getByLabel('Bought from')).toBeFocused()
  await page.getByLabel('Ingredient, line 1').fill('Strawberries')
  await page.getByLabel('Quantity, line 1').fill('8 lb')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Received 1 lot from Valley Farm.')).toBeVisible()
  await kitchen.open('/history')
  const first = page.getByRole('row').nth(1)
  await expect(first).toContainText('Ben')
  await expect(first).toContainText('Received 1 lot from Valley Farm')

  // Escape leaves things as they are.
  await page.keyboard.press('F10')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Who is at the laptop' })).toHaveCount(0)
  await expect(who).toHaveText(/Ben/)
})

test('a forgotten PIN is taken away on the screen of people, with a reason', async ({ page, kitchen }) => {
  const { id } = await kitchen.api.crew.savePerson({ requestId: newId(), name: 'Ana', active: true })
  await kitchen.api.desk.setPin({ requestId: newId(), personId: id, pin: '4711' })
  await kitchen.open('/people')
  const hands = typist(page)
  await hands.activate('Change the PIN of Ana')
  await hands.activate('Ana has forgotten the PIN')
  await hands.fill('Why', 'after the holidays')
  await expectReadable(page)
  await hands.press('Control+Enter')
  await expect(page.getByText('The history says that it was taken away.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Give a PIN to Ana' })).toBeVisible()
})

test('inspector mode shows, saves reports, changes nothing, and is left with a PIN', async ({ page, kitchen }) => {
  const { api } = kitchen
  const { id } = await api.crew.savePerson({ requestId: newId(), name: 'Ana', active: true })
  await api.desk.setPin({ requestId: newId(), personId: id, pin: '4711' })
  await api.batches.discard({ requestId: newId(), batchId: 2, units: 1, reason: 'broken' })
  const last = await api.history.last({})
  await api.history.takeBack({ requestId: newId(), seq: last?.undo?.id ?? 0, reason: 'miscounted' })
  await kitchen.open('/more')
  const hands = typist(page)
  await hands.activate(/^An inspector is here/)
  await expectReadable(page)
  await hands.activate('Begin inspector mode')
  await expect(page.getByText('Inspector mode: nothing can be changed')).toBeVisible()

  const { lastHash, entries } = await api.history.verify({})
  await expect(page.getByText('The record is whole')).toBeVisible()
  await expect(page.getByText(lastHash)).toBeVisible()
  await expect(page.getByText(`${entries} entries, each linked to the one before`)).toBeVisible()
  await expect(page.getByRole('list', { name: /Corrections and voids/ })).toContainText(
    'Took back: Discarded 1 unit of SJ-',
  )
  await expectReadable(page)

  // Nothing of it offers to change anything, and what a script sends is refused as well.
  const acts = /^(?:Correct|Void|Discard|Hold|Print|Count|Receive|Undo|Take back|Add|New|Log a|Recall)(?: |$)/
  for (const [key, heading] of [
    ['F2', 'Batches'],
    ['F3', 'Reports and records'],
    ['F4', 'History'],
    ['F5', 'Trace'],
    ['F6', 'Recalls'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('button', { name: acts })).toHaveCount(0)
    if (key === 'F2' || key === 'F6') await expectReadable(page)
  }
  for (const path of ['/batch/1', '/lot/1', '/trace/batch/1/17', '/trace/lot/8', '/trace/supplier/1']) {
    await kitchen.open(path)
    await expect(page.locator('main h1')).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(page.getByRole('main').getByRole('button', { name: acts })).toHaveCount(0)
    await expect(page.locator('main form')).toHaveCount(0)
  }
  for (const path of ['/make/1', '/pantry/receive', '/settings', '/data', '/products/1']) {
    await kitchen.open(path)
    await expect(page.getByRole('heading', { name: 'Not in inspector mode' })).toBeVisible()
  }
  await expect(api.pantry.count({ requestId: newId(), lotId: 1, found: '1 lb', reason: 'x' })).rejects.toThrow(
    /^An inspector is looking/,
  )
  await page.keyboard.press('Control+z')
  expect((await api.history.verify({})).lastHash).toBe(lastHash)

  await page.keyboard.press('F3')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save Production as CSV' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find' }).fill('SJ-20260304-A-017')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'SJ-20260304-A-017' })).toBeVisible()

  await page.reload()
  await expect(page.getByText('Inspector mode: nothing can be changed')).toBeVisible()
  await page.keyboard.press('F10')
  await expect(page.getByLabel('Your PIN')).toBeFocused()
  await expectReadable(page)
  await page.keyboard.type('0000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('That is not the PIN of Ana.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Ask to leave without a PIN' }).click()
  await expect(page.getByText(/It was asked for\. From .+ on this screen lets you leave/)).toBeVisible()
  await page.getByLabel('Your PIN').fill('4711')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Inspector mode is over')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('button')).toHaveText(/Ana/)
})

test('inspector mode is left with one button where nobody has a PIN', async ({ page, kitchen }) => {
  await kitchen.open('/inspector')
  await page.getByRole('button', { name: 'Begin inspector mode' }).click()
  await expect(page.getByText('The record is whole')).toBeVisible()
  await page.keyboard.press('F10')
  await expectReadable(page)
  await page.getByRole('button', { name: 'Leave inspector mode' }).click()
  await expect(page.getByText('Inspector mode is over')).toBeVisible()
})
