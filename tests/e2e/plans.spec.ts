import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'
import { holdAnswers } from './holdAnswers.ts'
import { realKeys } from './realKeys.ts'

/** A person's pace, in milliseconds from key to key. */
const PACE = 70

test('a batch is planned by keys, begun from Today, and its plan is done with once it is saved', async ({
  page,
  kitchen,
}) => {
  const keys = await realKeys(page)
  await kitchen.open('/make')
  await page.getByRole('heading', { name: 'Make', exact: true }).waitFor()
  await keys.press('p', PACE)
  await page.getByRole('heading', { name: 'Plans' }).waitFor()
  await keys.press('n', PACE)
  await expect(page.getByLabel('What', { exact: true })).toBeFocused()
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Hot sauce' })
  await expect(page.getByLabel('Size in bottles')).not.toHaveValue('')
  await page.getByLabel('Size in bottles').fill('18')
  await page.getByLabel('Note').fill('for the fair')
  await keys.press('Control+Enter', PACE)
  await expect(page.getByText(/Hot sauce is planned for/)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Planned batches' })).toContainText('18 bottles')

  await kitchen.open('/')
  await page.getByRole('link', { name: /Hot sauce 18 bottles · for the fair today/ }).click()
  await expect(page.getByLabel('Made', { exact: true })).toHaveValue('18')
  await expect(page.getByLabel('Note')).toHaveValue('for the fair')
  const { id } = (await kitchen.api.plans.list({}))[0] ?? { id: 0 }
  await expect(page.getByLabel('Quantity of Red peppers, row 1')).toHaveValue(/lb$/)
  for (const lot of await page.getByRole('combobox', { name: /^Lot of / }).all()) {
    await lot.fill('not recorded')
    await lot.press('Enter')
  }
  await page.getByRole('button', { name: 'Save the batch' }).click()
  await expect(page.getByText(/^Saved HS-/)).toBeVisible()
  expect((await kitchen.api.plans.get({ planId: id })).batch?.lotNumber).toMatch(/^HS-/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/was taken back/)).toBeVisible()
  expect(await kitchen.api.plans.list({})).toMatchObject([{ id }])
})

test('a size that is typed while the product’s figures are on their way stays, after a reload too', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/plans')
  await page.getByRole('button', { name: 'Plan a batch' }).click()
  const held = await holdAnswers(page, 'plans.start')
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Hot sauce' })
  await page.getByLabel('Size', { exact: true }).fill('77')
  await held.answer()
  const size = page.getByLabel('Size in bottles')
  await expect(size).toHaveValue('77')
  await page.reload()
  await page.getByRole('button', { name: 'Plan a batch' }).click()
  await expect(page.getByLabel('Made by')).toBeVisible()
  await expect(size).toHaveValue('77')
  // Another product brings its own along.
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Strawberry jam' })
  await expect(page.getByLabel('Size in jars')).not.toHaveValue('77')
})

test('a plan is changed, taken off the list and put back', async ({ page, kitchen }) => {
  const { today } = await kitchen.api.system.state({})
  await kitchen.api.plans.save({ requestId: newId(), productId: 1, day: today, planned: 36 })
  await kitchen.open('/plans')
  await page.getByRole('button', { name: /^Change: / }).click()
  await page.getByLabel('Size in jars').fill('48')
  await page.getByRole('button', { name: 'Change the plan' }).click()
  const table = page.getByRole('table', { name: 'Planned batches' })
  await expect(table).toContainText('48 jars')
  await page.getByRole('button', { name: /^Cancel: / }).click()
  await expect(page.getByText('Nothing is planned')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(table).toContainText('48 jars')
})

test('the shopping list says what to buy, is copied as text, and what was bought is received from it', async ({
  page,
  kitchen,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { api } = kitchen
  const { today } = await api.system.state({})
  await api.plans.save({ requestId: newId(), productId: 1, day: today, planned: 360 })
  const keys = await realKeys(page)
  await kitchen.open('/plans')
  await page.getByRole('table', { name: 'Planned batches' }).waitFor()
  await keys.press('s', PACE)
  const table = page.getByRole('table', { name: /^To buy: / }).first()
  await expect(table).toBeVisible()
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByText('The list is copied as text.')).toBeVisible()
  const text = await page.evaluate(async () => await navigator.clipboard.readText())
  const { suppliers } = await api.plans.shopping({})
  const [first] = suppliers
  expect(text).toContain(`\n\n${first?.supplier ?? ''}`)
  for (const { ingredient, short } of first?.lines ?? [])
    expect(text).toContain(`- ${ingredient}: ${short?.text ?? ''}, by`)

  await page.getByRole('link', { name: `Receive what was bought: ${first?.supplier ?? ''}` }).click()
  await expect(page.getByLabel('Bought from')).toHaveValue(first?.supplier ?? '')
  await expect(page.getByLabel('Ingredient, line 1')).toHaveValue(first?.lines[0]?.ingredient ?? '')
  await expect(page.getByLabel('Quantity, line 1')).toHaveValue(first?.lines[0]?.short?.text ?? '')
  await page.getByRole('button', { name: 'Save the trip' }).click()
  await expect(page.getByText(/^Received /)).toBeVisible()
  const after = await api.plans.shopping({})
  expect(after.suppliers.map(({ supplierId }) => supplierId)).not.toContain(first?.supplierId)
})
