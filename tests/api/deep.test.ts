import { expect, test } from 'vitest'
import { correct } from '../support/correct.ts'
import { newId, openKitchen, refusal } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

/** Long enough for any machine that works: only absurdity is measured here. */
const ABSURD_MS = 20_000

test('a chain of fifty batches is traced, corrected and voided like one', { timeout: 120_000 }, async () => {
  const kitchen = await openKitchen()
  const { api } = kitchen
  const sugar = await receiveLot(api, { quantity: '10 lb' })
  let before = { itemId: sugar.itemId, lotId: sugar.lotId, quantity: '1 lb' }
  const made: { batchId: number; lotId: number; lotNumber: string }[] = []
  for (let level = 0; level < 50; level += 1) {
    const itemId = await addProduct(api, {
      name: `Level ${level}`,
      code: `L${level}`,
      lines: [{ ingredient: 'Sugar', quantity: '1 oz' }],
    })
    const batch = await makeBatch(api, itemId, { made: 3, uses: [before] })
    made.push(batch)
    before = { itemId, lotId: batch.lotId, quantity: '1 jar' }
  }
  const started = performance.now()
  const [first, last] = [made[0], made.at(-1)]
  if (!first || !last) throw new Error('nothing was made')
  const back = await api.trace.list({ node: { kind: 'batch', id: last.batchId }, direction: 'backward', limit: 200 })
  expect(back).toMatchObject({ batches: 50, lots: 1 })
  const ahead = await api.trace.list({ node: { kind: 'lot', id: sugar.lotId }, direction: 'forward', limit: 200 })
  expect(ahead).toMatchObject({ batches: 50 })
  const cycle = await refusal(correct(api, first.batchId, { uses: [{ ...before, quantity: '1 jar' }] }))
  expect(cycle.blockers).toHaveLength(50)
  const jam = await correct(api, first.batchId, { figures: { made: 5 } })
  expect(jam.changes).toHaveLength(1)
  expect(
    (await refusal(api.batches.void({ requestId: newId(), batchId: first.batchId, reason: 'x' }))).blockers,
  ).toEqual([`batch ${made[1]?.lotNumber}`])
  for (const { batchId } of made.toReversed()) await api.batches.void({ requestId: newId(), batchId, reason: 'x' })
  expect((await api.pantry.lot({ lotId: sugar.lotId })).lot.onHand.text).toBe('10 lb')
  expect(performance.now() - started).toBeLessThan(ABSURD_MS)
  expect((await api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

test('twenty diamonds on one another are as deep as they are, not a million ways', { timeout: 120_000 }, async () => {
  const kitchen = await openKitchen()
  const { api } = kitchen
  const sugar = await receiveLot(api, { quantity: '10 lb' })
  let below = [{ itemId: sugar.itemId, lotId: sugar.lotId, quantity: '1 oz' }]
  let top = 0
  for (let level = 0; level < 20; level += 1) {
    const sides = []
    for (const side of ['A', 'B']) {
      const itemId = await addProduct(api, {
        name: `${side}${level}`,
        code: `${side}${level}`,
        lines: [{ ingredient: 'Sugar', quantity: '1 oz' }],
      })
      const { lotId } = await makeBatch(api, itemId, { made: 2, uses: below })
      sides.push({ itemId, lotId, quantity: '1 jar' })
    }
    const itemId = await addProduct(api, {
      name: `T${level}`,
      code: `T${level}`,
      lines: [{ ingredient: 'Sugar', quantity: '1 oz' }],
    })
    const batch = await makeBatch(api, itemId, { made: 4, uses: sides })
    top = batch.batchId
    below = [{ itemId, lotId: batch.lotId, quantity: '1 jar' }]
  }
  const started = performance.now()
  const back = await api.trace.list({ node: { kind: 'batch', id: top }, direction: 'backward', limit: 200 })
  expect(back).toMatchObject({ batches: 60, lots: 1 })
  const ahead = await api.trace.list({ node: { kind: 'lot', id: sugar.lotId }, direction: 'forward', limit: 200 })
  expect(ahead.batches).toBe(60)
  await correct(api, 1, { note: 'at the bottom' })
  expect(performance.now() - started).toBeLessThan(ABSURD_MS)
  await kitchen.close()
})
