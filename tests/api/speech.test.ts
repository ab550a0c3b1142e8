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
  const [strawberries] = (await api.pantry.ingredients({})).filter(({ name }) => name === 'Strawberries')
  const asked = { itemId: strawberries?.id ?? 0, receivedFrom: '2026-02-28', receivedTo: '2026-03-05' }
  const reasons = async () => (await api.recall.scope(asked)).notAffected.flatMap(({ because }) => because)
  const papers = async () => ({
    report: await textOf(api.recall.report({ ...asked, format: 'html', reason: '' })),
    graph: await textOf(
      api.trace.picture({ node: { kind: 'batch', id: 1 }, serial: null, period: null, format: 'svg', opened: [] }),
    ),
    log: await api.records.log({ log: 'production', from: '2026-03-01', to: '2026-03-31' }),
  })
  const [said, printed] = [await reasons(), await papers()]
  await api.kitchen.speak({ requestId: newId(), language: 'es' })
  // The same sentences, on the screen and on paper.
  expect(await reasons()).not.toEqual(said)
  expect(await papers()).toEqual(printed)
})

/** A file as text, without the hash of the history, which every command changes. */
async function textOf(file: Promise<{ readonly base64: string }>): Promise<string> {
  return Buffer.from((await file).base64, 'base64')
    .toString()
    .replaceAll(/[0-9a-f]{64}/g, 'HASH')
}
