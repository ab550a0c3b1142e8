import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBatch } from '../support/make.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen({ demo: true })
})
afterEach(async () => await kitchen.close())

async function batchId(text: string): Promise<number> {
  return (await kitchen.api.trace.find({ text }))[0]?.id ?? 0
}

test('the answer page says what was different, what others said, and where the units are', async () => {
  const { api } = kitchen
  const id = await batchId('SJ-20260310-A')
  const log = { batchId: id, what: 'Tastes off', who: 'Maria', heardOn: '2026-03-21' }
  const { complaintId } = await api.complaints.log({ requestId: newId(), ...log, serial: 17 })
  const answer = await api.complaints.answer({ batchId: id, serial: 17 })
  expect(answer.comparedWith).toEqual(['SJ-20260305-A', 'SJ-20260304-A'])
  expect(answer.differences).toContain('Strawberries came from Sunny Acres, the others from Valley Farm.')
  expect(answer.complaints).toMatchObject([{ what: 'Tastes off', serial: 17, outcome: null }])
  expect(answer.reply).toMatch(/SJ-20260310-A-017[\s\S]*made on Mar 10, 2026[\s\S]*Maple Hill Kitchen/)
  expect(answer.units).toEqual({ made: 36, here: 12, held: 0, sent: 24, discarded: 0, unaccounted: 0 })
  await api.complaints.settle({ requestId: newId(), complaintId, outcome: 'Replaced' })
  expect((await api.complaints.list({})).rows).toMatchObject([{ lotNumber: 'SJ-20260310-A', outcome: 'Replaced' }])
})

test('a batch somebody complained about is not a good one to compare with', async () => {
  const { api } = kitchen
  const log = { what: 'Tastes off', heardOn: '2026-03-21' }
  await api.complaints.log({ requestId: newId(), batchId: await batchId('SJ-20260310-A'), ...log })
  const { comparedWith } = await api.complaints.answer({ batchId: await batchId('SJ-20260313-A') })
  expect(comparedWith).toEqual(['SJ-20260305-A', 'SJ-20260304-A'])
})

test('what was written down later but made before is one to compare with, and what was made later is not', async () => {
  const { api } = kitchen
  const asked = await batchId('SJ-20260310-A')
  const { productId } = await api.batches.get({ batchId: asked })
  await makeBatch(api, productId, { madeOn: '2026-03-09', lotNumber: 'SJ-LATE', uses: [] })
  await makeBatch(api, productId, { madeOn: '2026-03-21', lotNumber: 'SJ-AFTER', uses: [] })
  const { comparedWith } = await api.complaints.answer({ batchId: asked })
  expect(comparedWith).toEqual(['SJ-LATE', 'SJ-20260305-A', 'SJ-20260304-A'])
})

test('a complaint is about a unit that was made', async () => {
  const { api } = kitchen
  const log = { batchId: await batchId('SJ-20260310-A'), what: 'x', heardOn: '2026-03-21', serial: 37 }
  expect(await refusal(api.complaints.log({ requestId: newId(), ...log }))).toMatchObject({
    fields: { serial: /no unit 37: it made 36/ },
  })
})

const heard = { what: 'Tastes off', who: 'Maria', heardOn: '2026-03-21' }

test('a jar without a code is looked for by product, place and day, and linked later', async () => {
  const { api } = kitchen
  const { complaintId } = await api.complaints.log({ requestId: newId(), ...heard })
  expect((await api.complaints.list({})).rows).toMatchObject([{ batchId: null, lotNumber: null, age: 7 }])
  const found = await api.complaints.shortlist({ text: 'strawberry jam, Saturday farmers market, March 7' })
  expect(found.map(({ lotNumber }) => lotNumber)).toEqual(['SJ-20260304-A'])
  const batch = found[0]?.batchId ?? 0
  const link = { complaintId, batchId: batch }
  expect(await refusal(api.complaints.link({ requestId: newId(), ...link, serial: 99 }))).toMatchObject({
    fields: { serial: expect.stringMatching(/no unit 99/) as string },
  })
  await api.complaints.link({ requestId: newId(), ...link, serial: 17 })
  expect(await api.complaints.get({ complaintId })).toMatchObject({
    lotNumber: 'SJ-20260304-A',
    serial: 17,
    reply: expect.stringMatching(/SJ-20260304-A-017/) as string,
    history: [{ what: 'Written down' }, { what: 'It is about SJ-20260304-A-017' }],
  })
  const answer = await api.complaints.answer({ batchId: batch })
  expect(answer.complaints).toMatchObject([{ id: complaintId, serial: 17 }])
})

test('the inbox has open complaints first, the oldest first, and what was done about each stays', async () => {
  const { api } = kitchen
  const id = await batchId('SJ-20260304-A')
  const log = async (what: string, heardOn: string) =>
    (await api.complaints.log({ requestId: newId(), ...heard, batchId: id, what, heardOn })).complaintId
  const late = await log('late', '2026-03-25')
  const early = await log('early', '2026-03-20')
  const done = await log('done', '2026-03-18')
  const about = { requestId: newId(), complaintId: early }
  await api.complaints.grade({ ...about, symptom: 'Mould', severity: 'ill' })
  await api.complaints.note({ ...about, requestId: newId(), text: 'Asked for a photo' })
  await api.complaints.replied({ ...about, requestId: newId(), text: 'Sorry' })
  await api.complaints.settle({ requestId: newId(), complaintId: done, outcome: 'Refunded' })
  const order = async () => (await api.complaints.list({})).rows.map(({ what }) => what)
  expect(await order()).toEqual(['early', 'late', 'done'])
  expect(await api.complaints.open({})).toEqual({ count: 2, ill: 1, oldest: '2026-03-20' })
  expect((await api.complaints.get({ complaintId: early })).history.map(({ what }) => what)).toEqual([
    'Written down',
    'Mould, somebody fell ill',
    'Asked for a photo',
    'Replied: Sorry',
  ])
  await api.complaints.reopen({ requestId: newId(), complaintId: done, reason: 'Still unhappy' })
  expect(await order()).toEqual(['done', 'early', 'late'])
  expect(await refusal(api.complaints.reopen({ requestId: newId(), complaintId: late, reason: 'x' }))).toMatchObject({
    code: 'conflict',
  })
  await api.complaints.settle({ requestId: newId(), complaintId: done, outcome: 'Replaced' })
  expect((await api.complaints.list({ only: 'open' })).rows).toHaveLength(2)
  expect((await api.history.verify({})).problems).toEqual([])
})

test('page by page the list is the same, wherever a page ends', async () => {
  const { api } = kitchen
  const id = await batchId('SJ-20260304-A')
  // Several on one day, open and closed: the page may end between them.
  for (const [heardOn, isClosed] of [
    ['2026-03-20', false],
    ['2026-03-20', false],
    ['2026-03-21', false],
    ['2026-03-20', true],
    ['2026-03-20', true],
    ['2026-03-20', true],
    ['2026-03-18', true],
  ] as const) {
    const { complaintId } = await api.complaints.log({ requestId: newId(), ...heard, batchId: id, heardOn })
    if (isClosed) await api.complaints.settle({ requestId: newId(), complaintId, outcome: 'Refunded' })
  }
  const whole = (await api.complaints.list({})).rows.map((row) => row.id)
  expect(whole).toHaveLength(7)
  for (const limit of [1, 2, 3]) {
    const paged: number[] = []
    for (let after: string | null | undefined = undefined; after !== null;) {
      const { rows, next }: Awaited<ReturnType<typeof api.complaints.list>> = await api.complaints.list({
        limit,
        after,
      })
      paged.push(...rows.map((row) => row.id))
      after = next
    }
    expect(paged).toEqual(whole)
  }
})

test('a replacement is a shipment like any other, and leaves the shelf', async () => {
  const { api } = kitchen
  const id = await batchId('SJ-20260304-A')
  const { complaintId } = await api.complaints.log({ requestId: newId(), ...heard, batchId: id, serial: 17 })
  const [offer] = (await api.complaints.get({ complaintId })).replacements
  const replace = { complaintId, lotId: offer?.lotId ?? 0, place: 'Maria', sentOn: '2026-03-28' }
  expect(await refusal(api.complaints.replace({ requestId: newId(), ...replace, units: 500 }))).toMatchObject({
    fields: { units: expect.stringMatching(/Only/) as string },
  })
  const { shipmentId } = await api.complaints.replace({ requestId: newId(), ...replace, units: 1 })
  const { history, replacements } = await api.complaints.get({ complaintId })
  expect(history.at(-1)).toMatchObject({ what: 'Sent a replacement to Maria', shipmentId })
  expect(replacements[0]?.onHand).toBe((offer?.onHand ?? 0) - 1)
  await api.shipping.void({ requestId: newId(), shipmentId, reason: 'She came by' })
  expect((await api.complaints.get({ complaintId })).history.at(-1)?.what).toBe(
    'Sent a replacement to Maria (taken back)',
  )
})

test('logging and closing are undone from anywhere', async () => {
  const { api } = kitchen
  const { complaintId } = await api.complaints.log({ requestId: newId(), ...heard })
  await api.complaints.settle({ requestId: newId(), complaintId, outcome: 'Refunded' })
  const settled = await api.history.last({})
  expect(settled?.undo).toEqual({ op: 'complaints.reopen', id: complaintId })
  await api.complaints.reopen({ requestId: newId(), complaintId, reason: 'undone' })
  const logged = await api.history.last({})
  expect(logged?.undo).toEqual({ op: 'complaints.withdraw', id: complaintId })
  await api.complaints.withdraw({ requestId: newId(), complaintId, reason: 'undone' })
  expect((await api.complaints.list({})).rows).toEqual([])
  expect((await api.history.last({}))?.undo?.op).not.toBe('complaints.withdraw')
})
