import type { Page } from '@playwright/test'
import type { Api } from '../../shared/api/contract.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { expect, test } from './fixtures.ts'
import { typist } from './keyboard.ts'
import { realKeys } from './realKeys.ts'

test.use({ demo: false })

/** A person’s pace, in milliseconds a key: slower than any scanner. */
const PACE = 90

/** A scanner’s pace. */
const SCANNER = 5

/*
 * A market day as a seller has it: three products loaded, some of each brought back, the money counted. Real key events;
 * a chord counts two.
 */
test('a market day takes at most forty key presses', async ({ page, kitchen }) => {
  const { api } = kitchen
  const { today } = await api.system.state({})
  await threeProducts(api, today)
  const before = (await api.shipping.list({})).rows.length

  const hands = await counted(page)
  await page.mouse.move(0, 0)
  await hands.press('F4')
  await expect(page.getByRole('heading', { name: 'Send out' })).toBeVisible()
  await expect(page.getByLabel('Where to')).toBeFocused()
  await hands.type('sat')
  await expect(page.getByRole('option', { name: 'Saturday farmers market' })).toBeVisible()
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await expect(page.getByLabel('Where to')).toHaveValue('Saturday farmers market')
  for (const _ of ['to the day', 'to the number', 'to the first product']) await hands.press('Enter')
  for (const units of ['12', '10', '6']) {
    await hands.type(units)
    await hands.press('Enter')
  }
  // The units that are proposed name their lots, and each leads to its batch.
  const proposed = page.getByRole('cell', { name: /001–012/ }).getByRole('link')
  await expect(proposed).toHaveAttribute('href', /#\/batch\/\d+$/)
  await hands.press('Control+Enter')
  await expect(page.getByText('Sent 28 units to Saturday farmers market.')).toBeVisible()

  await hands.press('F4')
  await expect(page.getByLabel('Where to')).toBeFocused()
  const sent = (await api.shipping.list({})).rows
  expect(sent).toHaveLength(before + 1)
  // The count of the newest market day is one step back from the form that has the focus.
  await expect(page.getByRole('button', { name: /^Count what came back from Saturday farmers market/ })).toBeVisible()
  await hands.press('F8')
  await expect(page.getByRole('form', { name: 'What came back from Saturday farmers market' })).toBeVisible()
  for (const back of ['2', '0', '1']) {
    await hands.type(back)
    await hands.press('Enter')
  }
  await hands.type('200')
  await hands.press('Control+Enter')
  await expect(page.getByText('Sold 25 of 28 units at Saturday farmers market.')).toBeVisible()

  const [day] = (await api.shipping.list({})).rows
  expect(day?.sentOn).toBe(today)
  expect(day?.lines.map(({ units, back }) => [units, back])).toEqual([
    [12, 2],
    [10, 0],
    [6, 1],
  ])
  expect(day?.returns).toMatchObject([{ units: 3, cashCents: 20_000 }])
  expect(hands.pressed(), 'key presses of the whole market day').toBeLessThanOrEqual(40)
  test.info().annotations.push({ type: 'key presses', description: String(hands.pressed()) })
})

test('a case that is scanned loads all its units, and once only', async ({ page, kitchen }) => {
  const { api } = kitchen
  const { today } = await api.system.state({})
  await threeProducts(api, today)
  const [lot] = await api.shipping.stock({})
  const { lotNumber = '', product = '' } = lot ?? {}
  const preview = await api.cards.preview({ thing: { kind: 'batchCases', id: lot?.batchId, perCase: 12 } })
  const [first, second] = preview.labels.map(({ code }) => code)

  await kitchen.open('/send')
  await expect(page.getByLabel('Where to')).toBeVisible()
  const keys = await realKeys(page)
  await keys.type(`${first}\n`, SCANNER)
  await expect(page.getByText(`${product}, a case of ${lotNumber} units 001–012: 12 now.`)).toBeVisible()
  await keys.type(`${first}\n`, SCANNER)
  await expect(page.getByText('001–012 went into the list before.')).toBeVisible()
  await keys.type(`${second}\n`, SCANNER)
  await expect(page.getByText(`units 013–024: 24 now.`)).toBeVisible()
  await page.getByRole('combobox', { name: 'Where to' }).fill('Saturday farmers market')
  await page.getByRole('combobox', { name: 'Where to' }).press('Control+Enter')
  await expect(page.getByText('Sent 24 units to Saturday farmers market.')).toBeVisible()
  const [shipment] = (await api.shipping.list({})).rows
  expect(shipment?.lines).toMatchObject([{ lotNumber, units: 24, serials: '001–024' }])
})

test('a case that comes back from a market or a store is counted by its label', async ({ page, kitchen }) => {
  const { api } = kitchen
  const { today } = await api.system.state({})
  await threeProducts(api, today)
  const [lot] = await api.shipping.stock({})
  const { lotId = 0, lotNumber = '', product = '' } = lot ?? {}
  const send = async (place: string, placeKind: 'market' | 'store', serials: string) =>
    await api.shipping.send({
      requestId: crypto.randomUUID(),
      place,
      placeKind,
      sentOn: today,
      lines: [{ lotId, units: 6, serials }],
    })
  await send('Saturday farmers market', 'market', '1-6')
  await send('Good Earth Co-op', 'store', '7-12')

  await kitchen.open('/send')
  await page.getByRole('button', { name: /^Count what came back from Saturday farmers market/ }).click()
  await expect(page.getByLabel(`${product} that came back`)).toBeFocused()
  const keys = await realKeys(page)
  await keys.type(`${lotNumber}-CASE-004-006\n`, SCANNER)
  await expect(page.getByText(`${product}, a case of ${lotNumber} units 004–006: 3 came back.`)).toBeVisible()
  await expect(page.getByText(`${lotNumber}: 004–006 scanned`)).toBeVisible()
  await keys.type(`${lotNumber}-CASE-006-008\n`, SCANNER)
  await expect(page.getByText('006 came back before.')).toBeVisible()
  await keys.type(`${lotNumber}-001\n`, SCANNER)
  await expect(page.getByLabel(`${product} that came back`)).toHaveValue('4')
  await page.getByLabel(`${product} that came back`).press('Control+Enter')
  await expect(page.getByText('Sold 2 of 6 units at Saturday farmers market.')).toBeVisible()

  const store = (await api.directory.places({})).find(({ name }) => name === 'Good Earth Co-op')
  await kitchen.open(`/place/${store?.id}`)
  await page.getByRole('button', { name: 'Something came back', exact: true }).click()
  await expect(page.getByLabel('How many')).toBeFocused()
  await keys.type(`${lotNumber}-CASE-010-012\n`, SCANNER)
  await expect(page.getByLabel('Their numbers')).toHaveValue('010–012')
  await expect(page.getByLabel('How many')).toHaveValue('3')
  await page.getByLabel('Why').fill('did not sell')
  await page.getByLabel('Why').press('Control+Enter')
  await expect(page.getByText('3 units came back from Good Earth Co-op.')).toBeVisible()
  const { units } = await api.batches.get({ batchId: lot?.batchId ?? 0 })
  expect(units.map(({ serials, where }) => [serials, where.split(',')[0]])).toEqual([
    ['001', 'on hand'],
    ['002–003', 'Saturday farmers market'],
    ['004–006', 'on hand'],
    ['007–009', 'Good Earth Co-op'],
    ['010–012', 'on hand'],
    ['013–024', 'on hand'],
  ])
})

test('what went on another day is chosen among what was good then', async ({ page, kitchen }) => {
  const { api } = kitchen
  const productId = await addProduct(api, { name: 'Bread', code: 'BR', unit: 'loaf', shelfLifeDays: 3 })
  await receiveLot(api, { receivedOn: '2026-03-04' })
  await makeBatch(api, productId, { madeOn: '2026-03-04' })
  await kitchen.open('/send')
  const past = page.getByText('past its best-by date, Mar 7, 2026', { exact: true })
  await expect(past).toBeVisible()
  await page.getByLabel('Where to').fill('Saturday farmers market')
  const day = page.getByLabel('Day', { exact: true })
  await day.fill('2026-03-03')
  await expect(page.getByText('made later, on Mar 4, 2026', { exact: true })).toBeVisible()
  await day.fill('2026-03-07')
  await page.getByLabel('Units of Bread that go').fill('6')
  await page.getByRole('button', { name: 'Send out' }).click()
  await expect(page.getByText('Sent 6 units to Saturday farmers market.')).toBeVisible()
  await expect(past).toBeVisible()

  // A count that no longer may go is said and stays in sight; so do units of a lot, which are not left out unsaid.
  await day.fill('2026-03-07')
  const loaves = page.getByLabel('Units of Bread that go')
  await loaves.fill('2')
  await day.fill('2026-03-09')
  await page.getByRole('button', { name: 'Send out' }).click()
  await expect(page.getByText('Only 0 are on hand.')).toBeVisible()
  await day.fill('2026-03-07')
  await page.getByRole('button', { name: /^Say which go/ }).click()
  await day.fill('2026-03-09')
  await page.getByRole('button', { name: 'Send out' }).click()
  await expect(page.getByText('These stay here. Empty this field.')).toBeVisible()
  await page.getByLabel('Units of BR-20260304-A that go', { exact: true }).fill('')
  await day.fill('2026-03-03')
  await typist(page).choose('What for', 'To be destroyed')
  await expect(page.getByText('0 loaves')).toBeVisible()
})

/** Jam, sauce and granola made today, and a market they were sold at before. */
async function threeProducts(api: Api, today: string): Promise<void> {
  const id = () => crypto.randomUUID()
  await api.pantry.receive({
    requestId: id(),
    supplier: 'Costco',
    receivedOn: today,
    lines: [{ ingredient: 'Sugar', quantity: '50 lb' }],
  })
  for (const [name, code] of [
    ['Apple jam', 'AJ'],
    ['Hot sauce', 'HS'],
    ['Granola', 'GR'],
  ] as const) {
    const lines = [{ ingredient: 'Sugar', quantity: '1 lb' }]
    const product = { name, code, unit: 'jar', expectedYield: 24, lines }
    const { productId } = await api.products.save({ requestId: id(), ...product })
    const { lines: proposed } = await api.batches.propose({ productId, madeOn: today })
    const uses = proposed.flatMap(({ itemId, uses: lots }) =>
      lots.map(({ lotId, quantity }) => ({ itemId, lotId, quantity })),
    )
    await api.batches.record({ requestId: id(), productId, madeOn: today, made: 24, uses })
  }
  await api.directory.savePlace({ requestId: id(), name: 'Saturday farmers market', kind: 'market' })
}

/** Presses keys and counts them; each key of a chord counts. */
async function counted(page: Page) {
  const keys = await realKeys(page)
  let pressed = 0
  return {
    pressed: () => pressed,
    async press(chord: string): Promise<void> {
      pressed += chord.split('+').length
      await keys.press(chord, PACE)
    },
    async type(text: string): Promise<void> {
      pressed += text.length
      await keys.type(text, PACE)
    },
  }
}
