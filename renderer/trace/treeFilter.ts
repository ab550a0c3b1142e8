import type { TraceRow } from '../../shared/api/trace.ts'
import type { Line } from './growth.ts'

/** Which lines of a tree are shown; empty for all. The way down to a line that is shown is shown too. */
export interface TreeFilter {
  readonly words: string
  readonly kind: keyof typeof kindsOf | ''
  readonly known: 'confirmed' | 'assumed' | 'unknown' | ''
  readonly from: string
  readonly to: string
  /** Only what is still here. */
  readonly here: boolean
}

export const noFilter: TreeFilter = { words: '', kind: '', known: '', from: '', to: '', here: false }

const kindsOf = {
  batches: ['batch'],
  lots: ['lot', 'unknown lot'],
  suppliers: ['supplier'],
  places: ['shipment', 'place'],
  units: ['on hand', 'sampled', 'own use', 'discarded', 'set aside'],
} as const satisfies Readonly<Record<string, readonly TraceRow['what'][]>>

const basesOf: Readonly<Record<Exclude<TreeFilter['known'], ''>, readonly TraceRow['basis'][]>> = {
  confirmed: ['confirmed', 'typed'],
  assumed: ['assumed', 'range'],
  unknown: ['unknown'],
}

/** Whether more than words is asked: then lines that are not open yet matter as well. */
export function isFiltering({ words: _words, ...rest }: TreeFilter): boolean {
  return Object.values(rest).some((value) => value !== '' && value !== false)
}

/** A line that the filter keeps, and whether it is only on the way to one that it asks for. */
export type FilteredLine = Line & { readonly isWay: boolean }

/** The lines that a filter asks for, and the way down to them. */
export function filterLines(lines: readonly Line[], filter: TreeFilter): FilteredLine[] {
  const asked = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  if (asked.length === 0 && !isFiltering(filter)) return lines.map((line) => ({ ...line, isWay: false }))
  const kept = new Map<number, boolean>()
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]
    if (!line) continue
    const isAsked = fits(line.row, filter, asked)
    if (!isAsked && !kept.has(at)) continue
    kept.set(at, !isAsked)
    if (line.parent >= 0 && !kept.has(line.parent)) kept.set(line.parent, true)
  }
  return renumber(lines, kept)
}

function fits(row: TraceRow, { kind, known, from, to, here }: TreeFilter, words: readonly string[]): boolean {
  if (kind !== '' && !kindsOf[kind].some((what) => what === row.what)) return false
  if (known !== '' && !basesOf[known].includes(row.basis)) return false
  if (here && !row.here) return false
  if (!isWithin(row, from, to)) return false
  const text = `${row.label} ${row.detail}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

/** A lot whose day nobody wrote down may be of any day. */
function isWithin(row: TraceRow, from: string, to: string): boolean {
  if (from === '' && to === '') return true
  if (row.day === null) return row.what === 'lot' || row.what === 'unknown lot'
  return (from === '' || row.day >= from) && (to === '' || row.day <= to)
}

function renumber(lines: readonly Line[], kept: ReadonlyMap<number, boolean>): FilteredLine[] {
  const indexOf = new Map([...kept.keys()].toSorted((a, b) => a - b).map((old, index) => [old, index]))
  const siblings = new Map<number, number>()
  const some = [...indexOf.keys()].flatMap((old) => {
    const line = lines[old]
    if (!line) return []
    const at = (siblings.get(line.parent) ?? 0) + 1
    siblings.set(line.parent, at)
    const parent = indexOf.get(line.parent) ?? -1
    return { line: { ...line, at, parent, isWay: kept.get(old) ?? false }, under: line.parent }
  })
  return some.map(({ line, under }) => ({ ...line, of: siblings.get(under) ?? line.of }))
}

/** Lots and batches among some lines, each counted once however many ways lead to it. */
export function distinct(lines: readonly { readonly row: TraceRow }[]): { lots: number; batches: number } {
  const seen = new Set(lines.flatMap(({ row: { what, node } }) => (node ? [`${what} ${node.kind} ${node.id}`] : [])))
  const count = (what: string) => [...seen].filter((key) => key.startsWith(`${what} `)).length
  return { lots: count('lot'), batches: count('batch') }
}
