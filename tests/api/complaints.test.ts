import { afterEach, beforeEach, expect, test } from 'vitest'
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
  expect(await api.complaints.list({})).toMatchObject([{ lotNumber: 'SJ-20260310-A', outcome: 'Replaced' }])
})

test('a batch somebody complained about is not a good one to compare with', async () => {
  const { api } = kitchen
  const log = { what: 'Tastes off', heardOn: '2026-03-21' }
  await api.complaints.log({ requestId: newId(), batchId: await batchId('SJ-20260310-A'), ...log })
  const { comparedWith } = await api.complaints.answer({ batchId: await batchId('SJ-20260313-A') })
  expect(comparedWith).toEqual(['SJ-20260305-A', 'SJ-20260304-A'])
})

test('a complaint is about a unit that was made', async () => {
  const { api } = kitchen
  const log = { batchId: await batchId('SJ-20260310-A'), what: 'x', heardOn: '2026-03-21', serial: 37 }
  expect(await refusal(api.complaints.log({ requestId: newId(), ...log }))).toMatchObject({
    fields: { serial: /no unit 37: it made 36/ },
  })
})
