import { allOpen, belowOf, linesOf, type ListRow } from '../../../renderer/trace/growth.ts'
import { filterLines, noFilter } from '../../../renderer/trace/treeFilter.ts'
import type { Figure } from '../figure.ts'
import { medianOf, p95Of, timed } from '../timing.ts'

/** A whole trace opened and filtered, as far as it is reckoned before it is drawn: a tree of 2,000 lines opens in 300 ms. */
export async function treeFigures(rounds: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const lines of [2_000, 10_000]) {
    const rows = rowsOf(lines)
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1)
      times.push(
        await timed(() => {
          const below = belowOf(rows, true)
          const top = rows.filter(({ level }) => level === 1)
          const places = new Map<string, number>()
          const open = allOpen({ top, below, places })
          filterLines(linesOf({ top, below, open, places }), { ...noFilter, here: true })
        }),
      )
    const work = `A tree of ${lines.toLocaleString('en-US')} lines, all opened and filtered`
    figures.push({ work, median: medianOf(times), p95: p95Of(times), bar: { ms: 300 } })
  }
  return figures
}

function rowsOf(count: number): ListRow[] {
  return Array.from({ length: count }, (_, at) => ({
    node: { kind: 'batch', id: at + 1 },
    what: 'batch',
    label: `Batch ${at + 1}`,
    detail: '',
    quantity: '',
    day: '2026-03-01',
    basis: null,
    held: false,
    here: at % 7 === 0,
    others: 0,
    opens: at % 5 === 0,
    level: at % 5 === 0 ? 1 : 2,
    seenAbove: false,
  }))
}
