import { afterEach, beforeEach, expect, test } from 'vitest'
import { crewCard, readCard } from '../../shared/domain/crewCard.ts'
import { correct } from '../support/correct.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch } from '../support/make.ts'

let kitchen: TestKitchen
let api: TestKitchen['api']
beforeEach(async () => {
  kitchen = await openKitchen()
  ;({ api } = kitchen)
})
afterEach(async () => {
  expect((await api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

async function addPerson(name: string): Promise<number> {
  return (await api.crew.savePerson({ requestId: newId(), name, active: true })).id
}

async function addEquipment(name: string, plan: { cleanEveryDays?: number; calibrateEveryDays?: number } = {}) {
  const kind = plan.calibrateEveryDays ? ('instrument' as const) : ('equipment' as const)
  return (await api.crew.saveEquipment({ requestId: newId(), name, kind, active: true, ...plan })).id
}

test('who made a batch and with what is kept, proposed for the next one, and corrected', async () => {
  const productId = await addProduct(api)
  const [ana, ben] = [await addPerson('Ana'), await addPerson('Ben')]
  const kettle = await addEquipment('Copper kettle')
  expect(await api.crew.used({ productId })).toEqual({ personIds: [], equipmentIds: [] })
  const { batchId } = await makeBatch(api, productId, { uses: [], personIds: [ana], equipmentIds: [kettle] })
  expect(await api.batches.get({ batchId })).toMatchObject({ people: ['Ana'], equipment: ['Copper kettle'] })
  expect(await api.crew.used({ productId })).toEqual({ personIds: [ana], equipmentIds: [kettle] })
  await correct(api, batchId, { personIds: [ana, ben], equipmentIds: [] })
  expect(await api.batches.get({ batchId })).toMatchObject({ people: ['Ana', 'Ben'], equipment: [] })
  const [last] = await api.corrections.list({ batchId })
  expect(last?.changes).toEqual([
    { fact: 'people', old: 'Ana', new: 'Ana, Ben' },
    { fact: 'equipment', old: 'Copper kettle', new: null },
  ])
  const undo = await api.history.last({})
  await api.history.takeBack({ requestId: newId(), seq: undo?.undo?.id ?? 0, reason: 'undone' })
  expect(await api.batches.get({ batchId })).toMatchObject({ people: ['Ana'], equipment: ['Copper kettle'] })
  await correct(api, batchId, { personIds: [ana, ben] })
  expect((await api.crew.people({})).map(({ name, card, batches }) => [name, card, batches])).toEqual([
    ['Ana', 'P-1', 1],
    ['Ben', 'P-2', 1],
  ])
  const stranger = await refusal(makeBatch(api, productId, { uses: [], personIds: [99] }))
  expect(Object.keys(stranger.fields ?? {})).toEqual(['personIds'])
})

test('what is due by a plan is due until it is done', async () => {
  await addEquipment('Copper kettle', { cleanEveryDays: 7 })
  const meter = await addEquipment('pH meter', { cleanEveryDays: 1, calibrateEveryDays: 30 })
  const due = async () =>
    (await api.crew.equipment({})).map(({ name, cleanDue, calibrationDue }) => [name, cleanDue, calibrationDue])
  expect(await due()).toEqual([
    ['Copper kettle', '2026-03-28', null],
    ['pH meter', '2026-03-28', '2026-03-28'],
  ])
  const done = { requestId: newId(), equipmentId: meter, day: '2026-03-20' }
  await api.crew.calibrate({ ...done, standard: 'pH 4.01 buffer', reading: '4.03' })
  await api.crew.clean({ ...done, requestId: newId(), personId: await addPerson('Ana'), method: 'rinsed' })
  expect((await due())[1]).toEqual(['pH meter', '2026-03-21', '2026-04-19'])
  expect((await api.crew.log({ equipmentId: meter })).map(({ kind, person, what }) => [kind, person, what])).toEqual([
    ['cleaned', 'Ana', 'rinsed'],
    ['calibrated', null, 'pH 4.01 buffer: 4.03'],
  ])
  const late = await refusal(api.crew.clean({ ...done, requestId: newId(), day: '2026-03-29', method: 'x' }))
  expect(Object.keys(late.fields ?? {})).toEqual(['day'])
})

test('a name is there once, and whoever leaves stays on old batches', async () => {
  const ana = await addPerson('Ana')
  expect((await refusal(addPerson('ana'))).fields?.['name']).toContain('there already')
  const { batchId } = await makeBatch(api, await addProduct(api), { uses: [], personIds: [ana] })
  await api.crew.savePerson({ requestId: newId(), personId: ana, name: 'Ana', active: false })
  expect((await api.batches.get({ batchId })).people).toEqual(['Ana'])
  expect((await api.history.list({})).rows[0]?.what).toBe('Saved the person Ana')
})

test.each([
  ['P-3', { kind: 'person', id: 3 }],
  ['e7', { kind: 'equipment', id: 7 }],
  ['SJ-0001', null],
  ['P-', null],
])('a card that says %s is read', (text, card) => {
  expect(readCard(text)).toEqual(card)
})

test('what a card says is read back as it was written', () => {
  for (const kind of ['person', 'equipment'] as const) expect(readCard(crewCard(kind, 12))).toEqual({ kind, id: 12 })
})
