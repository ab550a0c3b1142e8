import type { Output } from '../../shared/api/operation.ts'
import type { trace, TraceRow } from '../../shared/api/trace.ts'
import { nodeKey } from './nodes.ts'

export type ListRow = Output<typeof trace.list>['rows'][number]

/** The rows below each node that was asked, by `nodeKey`. */
export type Below = ReadonlyMap<string, readonly TraceRow[]>

/** One line of the tree on the screen: a row in its place. The same row under two parents is two lines. */
export interface Line {
  readonly id: number
  readonly row: TraceRow
  /** 1 for the first level. */
  readonly level: number
  /** Which line is above it in the tree, −1 for none. */
  readonly parent: number
  /** Its place among its siblings, from 1, and how many they are. */
  readonly at: number
  readonly of: number
  readonly open: boolean
  /** What is below it is open at an earlier line already. */
  readonly again: boolean
  /** It was opened, and there is nothing below it. */
  readonly bare: boolean
}

/** Gives every place in the tree a number that stays when rows come or go around it. */
export type Places = Map<string, number>

interface Tree {
  readonly top: readonly TraceRow[]
  readonly below: Below
  readonly open: ReadonlySet<number>
  readonly places: Places
}

/** The lines to show, depth first and without recursion: a chain of any length is shown. */
export function linesOf({ top, below, open, places }: Tree): Line[] {
  const lines: Line[] = []
  const opened = new Set<string>()
  const waiting = placed(top, 0, -1, 0, places).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const key = next.row.node && nodeKey(next.row.node)
    const known = key !== null && next.row.opens ? below.get(key) : undefined
    const bare = known?.length === 0
    const rows = !bare && open.has(next.id) ? known : undefined
    const again = key !== null && !rows && opened.has(key)
    const { length } = lines
    lines.push({ ...next, open: rows !== undefined, again, bare })
    if (!rows || key === null) continue
    opened.add(key)
    for (const child of placed(rows, next.id, length, next.level, places).toReversed()) waiting.push(child)
  }
  return lines
}

/** Every place to open so that each node shows once what is below it; where it comes again it stays closed. */
export function allOpen({ top, below, places }: Omit<Tree, 'open'>): Set<number> {
  const open = new Set<number>()
  const seen = new Set<string>()
  const waiting = placed(top, 0, -1, 0, places).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const key = next.row.node && nodeKey(next.row.node)
    const rows = key === null ? undefined : below.get(key)
    if (key === null || !rows || seen.has(key)) continue
    seen.add(key)
    open.add(next.id)
    for (const child of placed(rows, next.id, -1, next.level, places).toReversed()) waiting.push(child)
  }
  return open
}

/**
 * What is below each node of a nested list. Of a list that was cut short, the nodes on the way to the cut are left
 * out: their rows may not be all.
 */
export function belowOf(rows: readonly ListRow[], whole: boolean): Map<string, TraceRow[]> {
  const below = new Map<string, TraceRow[]>()
  const path: (string | null)[] = []
  for (const row of rows) {
    const key = row.node && nodeKey(row.node)
    const parent = path[row.level - 1]
    if (parent !== undefined && parent !== null) below.get(parent)?.push(row)
    path.length = row.level
    path.push(key)
    if (key !== null && row.opens && !row.seenAbove) below.set(key, [])
  }
  if (!whole) for (const key of path) below.delete(key ?? '')
  return below
}

type Placed = Omit<Line, 'open' | 'again' | 'bare'>

function placed(rows: readonly TraceRow[], under: number, parent: number, level: number, places: Places): Placed[] {
  const times = new Map<string, number>()
  return rows.map((row, index) => {
    const name = row.node ? nodeKey(row.node) : `${row.what} ${row.label} ${row.detail}`
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return {
      id: placeOf(`${under} ${time} ${name}`, places),
      row,
      level: level + 1,
      parent,
      at: index + 1,
      of: rows.length,
    }
  })
}

function placeOf(name: string, places: Places): number {
  const id = places.get(name) ?? places.size + 1
  places.set(name, id)
  return id
}
