import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Edge, findEvidence, lotsBehind } from '../../shared/domain/evidence.ts'

/** Batches 0 to 11, each made with lots that were bought and with earlier batches; a batch’s own lot is 100 more than it. */
const genealogy: fc.Arbitrary<Edge[]> = fc
  .array(fc.record({ batchId: fc.integer({ min: 0, max: 11 }), from: fc.integer({ min: -4, max: 11 }) }), {
    maxLength: 40,
  })
  .map((uses) =>
    uses.flatMap(({ batchId, from }): Edge[] => {
      if (from < 0) return [{ batchId, lotId: 50 - from, madeBy: null }]
      return from < batchId ? [{ batchId, lotId: 100 + from, madeBy: from }] : []
    }),
  )
const batches = Array.from({ length: 12 }, (_, id) => id)

test('a lot is in a batch exactly when the lot reaches the batch', () => {
  fc.assert(
    fc.property(genealogy, (edges) => {
      const inside = lotsBehind(edges, batches)
      for (const lotId of new Set(edges.map((edge) => edge.lotId))) {
        const reached = findEvidence(edges, new Set([lotId]))
        expect(batches.filter((id) => inside.get(id)?.has(lotId))).toEqual(batches.filter((id) => reached.has(id)))
      }
    }),
  )
})

test('the lots of a batch itself come before those of what it was made with', () => {
  const edges = [
    { batchId: 1, lotId: 51, madeBy: null },
    { batchId: 2, lotId: 101, madeBy: 1 },
    { batchId: 2, lotId: 52, madeBy: null },
  ]
  expect([...(lotsBehind(edges, [2]).get(2) ?? [])]).toEqual([101, 52, 51])
  expect([...(lotsBehind(edges, [7]).get(7) ?? [])]).toEqual([])
})
