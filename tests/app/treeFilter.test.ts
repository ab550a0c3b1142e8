import { expect, test } from 'vitest'
import type { TraceRow } from '../../shared/api/trace.ts'
import { allOpen, belowOf, linesOf, type ListRow } from '../../renderer/trace/growth.ts'
import { distinct, filterLines, noFilter, type TreeFilter } from '../../renderer/trace/treeFilter.ts'

const plain: TraceRow = {
  node: null,
  what: 'batch',
  label: '',
  detail: '',
  quantity: '',
  day: null,
  basis: null,
  held: false,
  here: false,
  others: 0,
  opens: false,
}
const batch = (id: number, row: Partial<TraceRow>): TraceRow => ({
  ...plain,
  node: { kind: 'batch', id },
  label: `Batch ${id}`,
  ...row,
})

/** One batch from two, both from the same lot, whose day nobody knows; and an unknown lot. */
const top = [
  batch(1, { opens: true, day: '2026-03-01', basis: 'confirmed' }),
  batch(2, { opens: true, day: '2026-03-09' }),
]
const lot: TraceRow = {
  ...plain,
  node: { kind: 'lot', id: 8 },
  what: 'lot',
  label: 'Sugar',
  basis: 'assumed',
  here: true,
}
const unknown: TraceRow = { ...plain, what: 'unknown lot', label: 'Pectin', basis: 'unknown' }
const below = new Map([
  ['batch 1', [lot, unknown]],
  ['batch 2', [lot]],
])

function shown(filter: Partial<TreeFilter>): string[] {
  const places = new Map<string, number>()
  const lines = linesOf({ top, below, places, open: allOpen({ top, below, places }) })
  return filterLines(lines, { ...noFilter, ...filter }).map(
    ({ row, level, at, of, isWay }) => `${level} ${row.label} ${at}/${of}${isWay ? ' way' : ''}`,
  )
}

test.each<[Partial<TreeFilter>, string[]]>([
  [{}, ['1 Batch 1 1/2', '2 Sugar 1/2', '2 Pectin 2/2', '1 Batch 2 2/2', '2 Sugar 1/1']],
  [{ kind: 'lots' }, ['1 Batch 1 1/2 way', '2 Sugar 1/2', '2 Pectin 2/2', '1 Batch 2 2/2 way', '2 Sugar 1/1']],
  [{ known: 'unknown' }, ['1 Batch 1 1/1 way', '2 Pectin 1/1']],
  [{ known: 'confirmed' }, ['1 Batch 1 1/1']],
  [{ here: true }, ['1 Batch 1 1/2 way', '2 Sugar 1/1', '1 Batch 2 2/2 way', '2 Sugar 1/1']],
  [{ kind: 'batches', from: '2026-03-09', to: '2026-03-09' }, ['1 Batch 2 1/1']],
  [{ from: '2026-03-02', words: 'sug' }, ['1 Batch 1 1/2 way', '2 Sugar 1/1', '1 Batch 2 2/2 way', '2 Sugar 1/1']],
  [{ kind: 'places' }, []],
])('%j', (filter, expected) => {
  expect(shown(filter)).toEqual(expected)
})

test('a lot reached by two ways is on two lines and counted once', () => {
  const lines = linesOf({ top, below, places: new Map(), open: new Set([1, 2, 3]) })
  expect(distinct([...lines, { row: lot }, { row: lot }])).toEqual({ lots: 1, batches: 2 })
})

test('ten thousand lines are opened and filtered, each once', () => {
  const rows: ListRow[] = Array.from({ length: 10_000 }, (_, at) => ({
    ...batch(at + 1, { opens: at % 5 === 0, day: '2026-03-01', here: at % 7 === 0 }),
    level: at % 5 === 0 ? 1 : 2,
    seenAbove: false,
  }))
  const places = new Map<string, number>()
  const known = belowOf(rows, true)
  const first = rows.filter(({ level }) => level === 1)
  const open = allOpen({ top: first, below: known, places })
  const lines = linesOf({ top: first, below: known, open, places })
  expect(filterLines(lines, { ...noFilter, here: true }).length).toBeGreaterThan(1000)
  expect(lines.length).toBe(10_000)
})
