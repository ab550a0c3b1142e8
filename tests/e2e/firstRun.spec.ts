import { newId } from '../support/kitchen.ts'
import { expectReadable } from './axe.ts'
import { expect, test } from './fixtures.ts'

/* An empty app: three ways to begin. */
test.use({ demo: false })

test('an empty app offers three ways, and asks once where the kitchen is', async ({ page, kitchen }) => {
  await kitchen.open('/')
  for (const way of ['Start now', 'Bring a spreadsheet', 'Look around first'])
    await expect(page.getByRole('region', { name: way })).toBeVisible()
  await expectReadable(page)
  // New York’s clock is kept by many states: nothing is guessed.
  const where = page.getByLabel('Where is your kitchen?')
  await expect(where).toHaveValue('')
  await expect(page.getByRole('button', { name: 'It is here' })).toBeDisabled()
  await where.selectOption({ label: 'New York' })
  await page.getByRole('button', { name: 'It is here' }).click()
  await expect(page.getByText('is where your kitchen is.')).toBeVisible()
  expect(await kitchen.api.rules.profile({})).toMatchObject({ chosen: 'NY' })
  await page.reload()
  await expect(page.getByText('is where your kitchen is.')).toBeVisible()
  await expect(where).toBeHidden()
  await page.getByRole('region', { name: 'Bring a spreadsheet' }).getByRole('link', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Import/ })).toBeVisible()
})

test('a zone that gives the state away is guessed, and nothing is written before it is said', async ({
  page,
  kitchen,
}) => {
  const { name, address, phone, email, lotFormat } = await kitchen.api.kitchen.get({})
  await kitchen.api.kitchen.save({
    requestId: newId(),
    name: name || 'Lake Kitchen',
    address,
    phone,
    email,
    lotFormat,
    zone: 'America/Detroit',
  })
  await kitchen.open('/')
  await expect(page.getByLabel('Where is your kitchen?')).toHaveValue('MI')
  expect(await kitchen.api.rules.profile({})).toMatchObject({ chosen: null })
})
