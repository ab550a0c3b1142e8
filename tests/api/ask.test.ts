import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeAll(async () => {
  kitchen = await openKitchen({ demo: true })
  await receiveLot(kitchen.api, { ingredient: 'Pectin', quantity: '1 lb', supplierLot: 'LOT-77410' })
})
afterAll(async () => await kitchen.close())

async function labels(text: string): Promise<string[]> {
  return (await kitchen.api.trace.find({ text })).map(({ label }) => label)
}

describe('a code is found in any spelling', () => {
  test.each([
    ['sj0304a17', 'SJ-20260304-A-017'],
    ['SJ-20260304-A-017', 'SJ-20260304-A-017'],
    ['sj 2026 0304 a 017', 'SJ-20260304-A-017'],
    ['SJ260304A17', 'SJ-20260304-A-017'],
    ['2026-03-04-SJ', 'SJ-20260304-A Strawberry jam'],
    ['Hi! your jam tastes off, the lid says SJ-20260304-A-017. Help?', 'SJ-20260304-A-017'],
    ['(10)SJ-20260304-A(21)017', 'SJ-20260304-A-017'],
    ['https://id.example.com/01/09506000134352/10/SJ-20260304-A/21/017', 'SJ-20260304-A-017'],
    ['PKT-99281', 'Pectin'],
  ])('%s', async (text, label) => {
    expect((await labels(text))[0]).toBe(label)
  })

  test.each([
    ['SJ-2O2603O4-A', 'SJ-20260304-A Strawberry jam', 'read again'],
    ['5J-20260304-A', 'SJ-20260304-A Strawberry jam', 'read again'],
    ['SJ-20260340-A', 'SJ-20260304-A Strawberry jam', 'digits exchanged'],
    ['PKT-99218', 'Pectin', 'digits exchanged'],
    ['L0T-77410', 'Pectin', 'read again'],
  ])('%s is almost one, and says so', async (text, label, note) => {
    const [first] = await kitchen.api.trace.find({ text })
    expect(first?.label).toBe(label)
    expect(first?.detail).toContain(`almost what you typed (${note})`)
  })

  test('what is exactly there hides what is almost there', async () => {
    expect(await labels('SJ-20260304-A')).toEqual(['SJ-20260304-A Strawberry jam'])
  })
})

describe('without a code, at most three batches', () => {
  test.each([
    [
      'strawberry jam, market, last week',
      ['SJ-20260313-A Strawberry jam', 'SJ-20260310-A Strawberry jam'],
      '2026-03-18',
    ],
    ['the jam from last Saturday at the market', ['SJ-20260304-A Strawberry jam'], '2026-03-11'],
    ['hot sauce from the Weekend market', ['HS-20260301-A Hot sauce'], '2026-03-28'],
    ['strawberry jam sold on March 9', ['SJ-20260305-A Strawberry jam', 'SJ-20260304-A Strawberry jam'], '2026-03-28'],
    ['strawberry jam made in march', 3, '2026-04-02'],
  ] as const)('“%s”', async (text, expected, today) => {
    kitchen.setNow(`${today}T15:00:00.000Z`)
    const found = await labels(text)
    expect(typeof expected === 'number' ? found.length : found).toEqual(expected)
  })
})
