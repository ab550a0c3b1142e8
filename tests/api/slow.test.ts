import { expect, test } from 'vitest'
import { SLOW_MS, tellingSlow } from '../../main/api/slow.ts'
import type { Envelope } from '../../shared/api/errors.ts'

const done: Envelope = { ok: true, value: null }

test('an operation that takes long is told with its name and its milliseconds, and answered all the same', async () => {
  let at = 0
  const told: unknown[] = []
  const dispatch = tellingSlow(
    async (op) => {
      at += op === 'recall.scope' ? SLOW_MS + 1.4 : SLOW_MS
      return await Promise.resolve(done)
    },
    (op, ms) => told.push([op, ms]),
    () => at,
  )
  expect(await dispatch('recall.scope', { supplierLot: 'secret' })).toBe(done)
  expect(await dispatch('batches.list', {})).toBe(done)
  expect(told).toEqual([['recall.scope', 301]])
})
