import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { correct } from '../support/correct.ts'
import { receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
beforeAll(async () => {
  kitchen = await openKitchen({ demo: true })
  await nameTheCrew()
  await receiveLot(kitchen.api, { ingredient: 'Pectin', quantity: '1 lb', supplierLot: 'LOT-77410' })
})
afterAll(async () => await kitchen.close())

/** Ana made two batches of the story, one of them with the steam kettle. */
async function nameTheCrew(): Promise<void> {
  const { api } = kitchen
  const ana = await api.crew.savePerson({ requestId: newId(), name: 'Ana Ruiz', active: true })
  const asked = { requestId: newId(), name: 'Steam kettle', kind: 'equipment', active: true } as const
  const kettle = await api.crew.saveEquipment(asked)
  for (const [number, equipmentIds] of [
    ['SJ-20260304-A', []],
    ['SJ-20260310-A', [kettle.id]],
  ] as const) {
    const [found] = await api.trace.find({ text: number })
    await correct(api, found?.id ?? 0, { personIds: [ana.id], equipmentIds: [...equipmentIds] })
  }
}

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

describe('what stands for many is found by its name and is where a trace starts', () => {
  test.each([
    ['ana', 'person', ['SJ-20260310-A Strawberry jam', 'SJ-20260304-A Strawberry jam']],
    ['kettle', 'equipment', ['SJ-20260310-A Strawberry jam']],
    ['hot sauce', 'product', ['HS-20260304-B Hot sauce', 'HS-20260304-A Hot sauce', 'HS-20260301-A Hot sauce']],
    ['pectin', 'ingredient', ['Pectin', 'Pectin']],
  ] as const)('%s is a %s', async (text, kind, expected) => {
    const found = (await kitchen.api.trace.find({ text })).find((each) => each.kind === kind)
    const rows = found && (await kitchen.api.trace.children({ node: found.node, direction: 'forward' }))
    expect(rows?.map(({ label }) => label)).toEqual(expected)
  })

  test('within a period, both days included', async () => {
    const [{ node } = { node: { kind: 'person' as const, id: 0 } }] = await kitchen.api.trace.find({ text: 'ana' })
    const made = async (from: string, to: string) =>
      (await kitchen.api.trace.list({ node, direction: 'forward', period: { from, to } })).batches
    expect([await made('2026-03-04', '2026-03-10'), await made('2026-03-05', '2026-03-10')]).toEqual([2, 1])
    expect([await made('2026-03-05', '2026-03-09'), await made('2026-03-10', '2026-03-10')]).toEqual([0, 1])
  })

  test('a place: every delivery, and what was in it', async () => {
    const found = (await kitchen.api.trace.find({ text: 'good earth' })).find(({ kind }) => kind === 'place')
    const { rows } = await kitchen.api.trace.list({
      node: found?.node ?? { kind: 'place', id: 0 },
      direction: 'backward',
    })
    expect(rows.filter(({ level }) => level <= 2).map(({ level, label }) => `${level} ${label}`)).toEqual([
      '0 Good Earth Co-op',
      '1 Mar 23, 2026',
      '2 SJ-20260320-A Strawberry jam',
      '2 HS-20260304-A Hot sauce',
      '1 Mar 9, 2026',
      '2 SJ-20260304-A Strawberry jam',
      '2 SJ-20260305-A Strawberry jam',
    ])
  })

  test('an order is found by its number', async () => {
    expect((await kitchen.api.trace.find({ text: '1847' }))[0]).toMatchObject({
      kind: 'shipment',
      label: 'Online orders',
      detail: 'sent Mar 3, 2026, order #1847',
    })
  })

  test('a day alone is what was made and sent on it', async () => {
    kitchen.setNow('2026-03-10T15:00:00.000Z')
    const found = await kitchen.api.trace.find({ text: 'yesterday' })
    expect(found.map(({ kind, label }) => [kind, label])).toEqual([['shipment', 'Good Earth Co-op']])
  })
})

test('a name of something else does not keep two names from having something in common', async () => {
  const own = await openKitchen({ demo: true })
  const [ana, jam] = ['Ana Ruiz', 'Jamal']
  const person = await own.api.crew.savePerson({ requestId: newId(), name: ana, active: true })
  await own.api.crew.savePerson({ requestId: newId(), name: jam, active: true })
  await own.api.crew.saveEquipment({ requestId: newId(), name: 'Jam kettle', kind: 'equipment', active: true })
  await own.api.directory.savePlace({ requestId: newId(), name: 'Anaconda Jam Fair', kind: 'market' })
  const [batch] = await own.api.trace.find({ text: 'SJ-20260304-A' })
  await correct(own.api, batch?.id ?? 0, { personIds: [person.id] })
  const found = await own.api.trace.find({ text: 'ana jam' })
  await own.close()
  expect(found.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'batch SJ-20260304-A Strawberry jam',
    'place Anaconda Jam Fair',
  ])
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
    ['Ana, in march', ['SJ-20260310-A Strawberry jam', 'SJ-20260304-A Strawberry jam'], '2026-04-02'],
    ['the steam kettle on March 10', ['SJ-20260310-A Strawberry jam'], '2026-04-02'],
    // Each place had a batch of somebody else too, and the market one made without the kettle.
    ['Ana, Good Earth Co-op, on March 9', ['SJ-20260304-A Strawberry jam'], '2026-04-02'],
    ['the steam kettle, farmers market, on March 14', ['SJ-20260310-A Strawberry jam'], '2026-04-02'],
    ['ana straw', ['SJ-20260310-A Strawberry jam', 'SJ-20260304-A Strawberry jam'], '2026-04-02'],
  ] as const)('“%s”', async (text, expected, today) => {
    kitchen.setNow(`${today}T15:00:00.000Z`)
    const found = await labels(text)
    expect(typeof expected === 'number' ? found.length : found).toEqual(expected)
  })
})
