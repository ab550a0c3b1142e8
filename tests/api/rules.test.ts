import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'

let kitchen: TestKitchen
beforeEach(async () => {
  kitchen = await openKitchen()
})
afterEach(async () => await kitchen.close())

const vermont: Omit<Parameters<Api['rules']['save']>[0], 'requestId'> = {
  state: 'VT',
  name: 'Vermont',
  statement: 'Made in a home kitchen not inspected by the Vermont Department of Health.',
  statementConfidence: 'law',
  lotOnLabel: 'no',
  dateOnLabel: 'no',
  capCents: 3_000_000,
  capBasis: 'all sales',
  capConfidence: 'secondary',
  elements: ['name and address'],
  source: 'healthvermont.gov/food',
  checked: '2026-03-20',
}

test('every state that comes with the app says what it was checked against and when, and never “compliant”', async () => {
  const all = await kitchen.api.rules.profiles({})
  expect(all.map(({ state }) => state)).toHaveLength(19)
  expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).toSorted())
  for (const rule of all) {
    expect(rule.checkedSentence).toMatch(/^Checked against .+ in Nov 2026\.$/)
    expect(rule.own).toBe(false)
    expect(JSON.stringify(rule)).not.toMatch(/complian/i)
  }
})

test('the words of the states are those of their laws', async () => {
  const { profile: washington } = await kitchen.api.rules.profile({ state: 'wa' })
  expect(washington).toMatchObject({
    statement: 'Made in a Home Kitchen that has not been subject to standard inspection criteria.',
    minTypePt: 11,
    capCents: 3_500_000,
    statementConfidence: 'law',
  })
  const { profile: colorado } = await kitchen.api.rules.profile({ state: 'CO' })
  expect(colorado).toMatchObject({ capCents: 1_000_000, capBasis: 'each product', dateOnLabel: 'yes' })
  const { profile: texas } = await kitchen.api.rules.profile({ state: 'TX' })
  expect(texas).toMatchObject({ lotOnLabel: 'some foods', capCents: 15_000_000, capConfidence: 'secondary' })
})

test('the kitchen chooses its state', async () => {
  const { api } = kitchen
  expect(await api.rules.profile({})).toEqual({ chosen: null, profile: null })
  await api.rules.choose({ requestId: newId(), state: 'oh' })
  expect(await api.rules.profile({})).toMatchObject({ chosen: 'OH', profile: { name: 'Ohio' } })
  await api.rules.choose({ requestId: newId(), state: null })
  expect(await api.rules.profile({})).toEqual({ chosen: null, profile: null })
})

test('a state that is not known can be written down', async () => {
  const { api } = kitchen
  await api.rules.choose({ requestId: newId(), state: 'VT' })
  expect(await api.rules.profile({})).toEqual({ chosen: 'VT', profile: null })
  await api.rules.save({ requestId: newId(), ...vermont })
  expect(await api.rules.profile({})).toMatchObject({
    profile: { own: true, checkedSentence: 'Checked against healthvermont.gov/food on Mar 20, 2026.' },
  })
})

test('own words replace those of the app until the person goes back; the record is whole', async () => {
  const { api } = kitchen
  await api.rules.save({ requestId: newId(), ...vermont, state: 'WA', name: 'Washington' })
  await api.rules.save({ requestId: newId(), ...vermont, state: 'WA', name: 'Washington', statement: 'Second words.' })
  expect((await api.rules.profile({ state: 'WA' })).profile).toMatchObject({ statement: 'Second words.', own: true })
  expect(await api.rules.profiles({})).toHaveLength(19)
  const { profile } = await api.rules.useShipped({ requestId: newId(), state: 'WA' })
  expect(profile).toMatchObject({ own: false, minTypePt: 11 })
  expect(await refusal(api.rules.useShipped({ requestId: newId(), state: 'WA' }))).toMatchObject({ code: 'not_found' })
  expect((await api.history.verify({})).problems).toEqual([])
})

test.each([
  ['no source', { source: '' }, 'source'],
  ['a state of three letters', { state: 'VER' }, 'state'],
  ['no day', { checked: 'last week' }, 'checked'],
])('a state with %s is refused at its field', async (_name, change, field) => {
  const refused = await refusal(kitchen.api.rules.save({ requestId: newId(), ...vermont, ...change }))
  expect(Object.keys(refused.fields ?? {})).toEqual([field])
})
