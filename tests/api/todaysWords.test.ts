import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
let sugar: number
let productId: number
beforeEach(async () => {
  kitchen = await openKitchen()
  sugar = (await receiveLot(kitchen.api, { quantity: '100 lb' })).itemId
  productId = await addProduct(kitchen.api)
})
afterEach(async () => {
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

async function say(contains: string[]): Promise<void> {
  await kitchen.api.facts.save({ requestId: newId(), itemId: sugar, contains })
}

/** Saves labels with ingredients as a PDF. */
async function printLabels(lotId: number, more: { serials?: string; reason?: string } = {}) {
  const { api } = kitchen
  const { id: printerId } = await api.labels
    .savePrinter({
      requestId: newId(),
      name: 'PDF',
      transport: 'file',
      language: 'pdf',
      labelWidthMm: 100,
      labelHeightMm: 60,
    })
    .catch(async () => (await api.labels.printers({}))[0] ?? { id: 0 })
  const printed = await api.labels.print({ requestId: newId(), lotId, printerId, layout: 'full-qr', ...more })
  await vi.waitFor(async () => expect((await api.labels.jobs({}))[0]?.state).toBe('sent'), { timeout: 10_000 })
  return printed
}

async function sentence(lotId: number): Promise<string | null> {
  return (await kitchen.api.products.labelText({ lotId })).mismatch
}

test('of which nobody had said what is in it, a batch prints once that is said and its words are taken', async () => {
  const { api } = kitchen
  const { batchId, lotId } = await makeBatch(api, productId)
  expect((await refusal(printLabels(lotId))).message).toMatch(/Nobody has said what is in Sugar/)
  await say([])
  expect((await refusal(printLabels(lotId))).message).toMatch(/Nobody has said what is in Sugar/)
  const { kept, today } = await api.facts.today({ batchId })
  expect([kept.unchecked, today.unchecked]).toEqual([['Sugar'], []])
  await api.facts.takeToday({ requestId: newId(), batchId })
  expect(await printLabels(lotId)).toMatchObject({ serials: '001–010' })
})

test('with an allergen that became known, they are printed with it, and say which jars have the old words', async () => {
  const { api } = kitchen
  await say([])
  const { batchId, lotId, lotNumber } = await makeBatch(api, productId)
  await printLabels(lotId, { serials: '1-6' })
  await api.shipping.send({
    requestId: newId(),
    place: 'Market',
    sentOn: '2026-03-05',
    lines: [{ lotId, units: 2, serials: '1-2' }],
  })
  await say(['soy'])
  expect(await sentence(lotId)).toMatch(/contains Soy \(Sugar from Costco Main St\)/)
  await refusal(printLabels(lotId))
  expect(await api.facts.takeToday({ requestId: newId(), batchId })).toMatchObject({
    lotNumber,
    containsLine: 'Contains: Soy.',
    printAgain: '003–006',
  })
  expect(await sentence(lotId)).toBeNull()
  expect((await api.labels.preview({ lotId, serial: 1 })).old).toEqual({ here: '003–006', out: '001–002' })
  // Jars with old labels stay on the list until they have new ones.
  expect((await api.outcomes.oldAllergens({}))[0]?.sentence).toBe(
    `003–006 of ${lotNumber} have labels with other allergens than are known now. Print these again.`,
  )
  await printLabels(lotId, { serials: '3-6', reason: 'Other allergens' })
  expect((await api.labels.preview({ lotId, serial: 1 })).old).toEqual({ here: '', out: '001–002' })
  expect(await api.outcomes.oldAllergens({})).toEqual([])
})

test('are right for a batch whose recipe has other allergens now, until that changes once more', async () => {
  const { api } = kitchen
  await say([])
  const { batchId, lotId } = await makeBatch(api, productId)
  const { itemId: milk } = await receiveLot(api, { ingredient: 'Milk' })
  const recipe = async (lines: { ingredient: string; quantity: string }[]) => {
    await api.products.save({ requestId: newId(), productId, name: 'Syrup', code: 'SY', unit: 'jar', expectedYield: 10, lines }) // prettier-ignore
  }
  await api.facts.save({ requestId: newId(), itemId: milk, contains: ['milk'] })
  await recipe([
    { ingredient: 'Sugar', quantity: '1 lb' },
    { ingredient: 'Milk', quantity: '1 lb' },
  ])
  expect(await sentence(lotId)).toMatch(/^The recipe now has Milk/)
  const { containsLine } = await api.facts.takeToday({ requestId: newId(), batchId })
  expect([containsLine, await sentence(lotId)]).toEqual([null, null])
  await api.facts.save({ requestId: newId(), itemId: milk, contains: ['milk:goat'] })
  expect(await sentence(lotId)).toMatch(/^The recipe now has Goat milk/)
})

test('go back to what they were by one undo', async () => {
  const { api } = kitchen
  await say([])
  const { batchId, lotId } = await makeBatch(api, productId)
  await say(['soy'])
  await api.facts.takeToday({ requestId: newId(), batchId })
  const last = await api.history.last({})
  expect(last).toMatchObject({ what: expect.stringMatching(/^Took what is known today as the words/), undo: { op: 'history.takeBack' } }) // prettier-ignore
  await api.history.takeBack({ requestId: newId(), seq: last?.seq ?? 0, reason: 'undone' })
  expect(await sentence(lotId)).toMatch(/contains Soy/)
})

test('of what it was made with are settled first', async () => {
  const { api } = kitchen
  await say([])
  const syrup = await makeBatch(api, productId)
  const jelly = await addProduct(api, { name: 'Jelly', code: 'JE', lines: [{ ingredient: 'Syrup', quantity: '1 jar' }] }) // prettier-ignore
  const { batchId } = await makeBatch(api, jelly, { madeOn: '2026-03-05' })
  await say(['soy'])
  const refused = await refusal(api.facts.takeToday({ requestId: newId(), batchId }))
  expect(refused.message).toMatch(/was made with SY-20260304-A \(Syrup\), whose own label is stopped/)
  await api.facts.takeToday({ requestId: newId(), batchId: syrup.batchId })
  expect(await api.facts.takeToday({ requestId: newId(), batchId })).toMatchObject({ containsLine: 'Contains: Soy.' })
})
