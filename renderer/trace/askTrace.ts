import type { QueryClient } from '@tanstack/react-query'
import type { Direction, Period, TraceNode, TraceRow } from '../../shared/api/trace.ts'
import { type AnswerOf, api } from '../api/door.ts'
import type { ListRow } from './growth.ts'
import { nodeKey } from './nodes.ts'

/** As many lines as the core gives at once. */
const PAGE = 10_000

export interface TraceList extends Pick<AnswerOf<'trace', 'list'>, 'total' | 'lots' | 'batches'> {
  readonly rows: readonly ListRow[]
}

/** What is below each of some nodes; the answers are kept until something is committed. */
export async function askChildren(
  client: QueryClient,
  nodes: readonly TraceNode[],
  direction: Direction,
): Promise<Map<string, readonly TraceRow[]>> {
  const answers = await Promise.all(
    nodes.map(
      async (node) =>
        await client.fetchQuery({
          queryKey: ['trace', 'children', { node, direction }],
          queryFn: async () => await api.trace.children({ node, direction }),
        }),
    ),
  )
  return new Map(nodes.map((node, at) => [nodeKey(node), answers[at] ?? []]))
}

interface ListOptions {
  /** Lines to stop after. */
  readonly most?: number
  readonly onPage?: (lines: number, total: number) => void
}

/** The nested list of a whole trace, page by page. Begins again where something was committed between two pages. */
export async function askList(
  asked: { readonly node: TraceNode; readonly direction: Direction; readonly period: Period },
  { most = Infinity, onPage }: ListOptions = {},
): Promise<TraceList> {
  let rows: ListRow[] = []
  let total: number | undefined
  for (;;) {
    const page = await api.trace.list({ ...asked, from: rows.length, limit: Math.min(PAGE, most - rows.length) })
    if (total !== undefined && page.total !== total) {
      rows = []
      total = undefined
      continue
    }
    total = page.total
    rows.push(...page.rows)
    onPage?.(rows.length, total)
    if (rows.length >= Math.min(total, most) || page.rows.length === 0) return { ...page, rows }
  }
}
