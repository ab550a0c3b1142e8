import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { recordGoldenStory } from '../../shared/testing/goldenStory.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

/** What a place without a name is refused with. */
const noName = async () =>
  (await refusal(kitchen.api.directory.savePlace({ requestId: newId(), name: '', kind: 'market' }))).fields?.['name']

test('what the core refuses is said in the language of the kitchen, which is kept', async () => {
  const { api } = kitchen
  expect((await api.system.state({})).language).toBe('en')
  expect(await kitchen.raw('kitchen.speak', { requestId: newId(), language: 'xx' })).toMatchObject({ ok: false })
  const english = await noName()
  await api.kitchen.speak({ requestId: newId(), language: 'es' })
  expect(await noName()).toMatch(/nombre/i)
  await kitchen.restart()
  expect((await kitchen.api.system.state({})).language).toBe('es')
  expect(await noName()).toMatch(/nombre/i)
  await kitchen.api.kitchen.speak({ requestId: newId(), language: 'en' })
  expect(await noName()).toBe(english)
})

test('paper stays in English', async () => {
  const { api } = kitchen
  await recordGoldenStory(api, newId)
  const ask = async () => await api.records.log({ log: 'production', from: '2026-03-01', to: '2026-03-31' })
  const before = await ask()
  await api.kitchen.speak({ requestId: newId(), language: 'es' })
  expect(await ask()).toEqual(before)
})
