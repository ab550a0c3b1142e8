import { LISTED_AT_FIRST } from '../../../shared/api/recall.ts'
import type { Figure } from '../figure.ts'
import type { BenchKitchen } from '../kitchens/kitchenOf.ts'
import type { Landmarks } from '../kitchens/tenYears.ts'
import { medianOf, p95Of, sideBySide } from '../timing.ts'

/** What a question is held against. */
export const SQL_ALONE = 'the same SQL, prepared, nothing around it'

/** What people ask a record of ten years, through the door, against the SQL alone. */
export async function readingFigures(bench: BenchKitchen<Landmarks>, rounds: number): Promise<Figure[]> {
  const { api } = bench.kitchen
  const { marks } = bench
  const of = { itemId: marks.itemId, supplierId: marks.supplierId }
  const heavy = heaviestLots(bench)
  const answerOf = (lotNumber: string) => async () => {
    const [found] = await api.trace.find({ text: lotNumber })
    const batchId = found?.id ?? 0
    await Promise.all([
      api.batches.get({ batchId }),
      api.trace.open({ node: { kind: 'batch', id: batchId } }),
      api.trace.children({ node: { kind: 'batch', id: batchId }, direction: 'forward' }),
      api.trace.children({ node: { kind: 'batch', id: batchId }, direction: 'backward' }),
    ])
  }
  const works: readonly (readonly [work: string, bar: Figure['bar'], run: () => Promise<unknown>])[] = [
    ['A typed code to its whole answer', { ms: 300 }, answerOf(marks.lotNumber)],
    ...[1, 2, 6, marks.lotNumber.length].map(
      (keys) =>
        [
          `Suggestions after ${keys} ${keys === 1 ? 'key' : 'keys'}`,
          { ms: 50 },
          async () => await api.trace.find({ text: marks.lotNumber.slice(0, keys) }),
        ] as const,
    ),
    [
      'Suggestions for a part of a supplier’s lot',
      { ms: 50 },
      async () => await api.trace.find({ text: marks.supplierLot.slice(0, 4) }),
    ],
    [
      'Suggestions without a code (“strawberry, market, last week”)',
      { ms: 50 },
      async () => await api.trace.find({ text: 'strawberry market last week' }),
    ],
    [
      'Trace of one jar',
      { ms: 1 },
      async () => await api.trace.open({ node: { kind: 'batch', id: marks.batchId }, serial: 17 }),
    ],
    [
      'Trace of the ten heaviest lots, as a list',
      { times: 2 },
      async () => {
        for (const id of heavy) await api.trace.list({ node: { kind: 'lot', id }, direction: 'forward', limit: 5000 })
      },
    ],
    [
      'Recall scope, one day of one supplier',
      { times: 1.5 },
      async () =>
        await api.recall.scope({
          ...of,
          receivedFrom: marks.receivedOn,
          receivedTo: marks.receivedOn,
          most: LISTED_AT_FIRST,
        }),
    ],
    [
      'Recall scope, ten years of one supplier',
      { ms: 1000 },
      async () =>
        await api.recall.scope({ ...of, receivedFrom: '2016-01-01', receivedTo: '2026-12-31', most: LISTED_AT_FIRST }),
    ],
    [`List of batches, 50 of ${count(marks.batches)}`, { times: 3 }, async () => await api.batches.list({ limit: 50 })],
    ['List of shipments, 50', { times: 3 }, async () => await api.shipping.list({ limit: 50 })],
    [
      `List of lots, 50 of ${count(marks.lots)}`,
      { times: 3 },
      async () => await api.pantry.lots({ includeEmpty: true, limit: 50 }),
    ],
    [
      'The batch page, filled',
      { ms: 50 },
      async () => await api.batches.propose({ productId: await productOf(bench), madeOn: '2026-03-28' }),
    ],
  ]
  const figures: Figure[] = []
  for (const [work, bar, run] of works) {
    const times = await sideBySide(rounds, run, await bench.floorOf(run))
    const floor = { what: SQL_ALONE, median: medianOf(times.other) }
    figures.push({ work, median: medianOf(times.one), p95: p95Of(times.one), floor, bar })
  }
  return figures
}

const count = (number: number) => number.toLocaleString('en')

async function productOf({ kitchen, marks }: BenchKitchen<Landmarks>): Promise<number> {
  return (await kitchen.api.batches.get({ batchId: marks.batchId })).productId
}

/** Lots that went into the most batches through any number of levels, of those bought in one year. */
export function heaviestLots({ raw }: BenchKitchen<unknown>): number[] {
  return raw
    .prepare<[], { id: number }>(
      `SELECT edge.lot_id AS id FROM edge JOIN lot ON lot.id = edge.lot_id WHERE lot.batch_id IS NULL
       GROUP BY edge.lot_id ORDER BY count(*) * 1000
         + (SELECT count(*) FROM edge AS next WHERE next.made_by IN (SELECT batch_id FROM edge AS e WHERE e.lot_id = edge.lot_id)) DESC
       LIMIT 10`,
    )
    .all()
    .map(({ id }) => id)
}
