import type { Place } from './template.ts'

/** What a starter template needs to share a label's height among rows. Lengths in mm. */
export interface Row {
  /** Space above it. */
  readonly gap: number
  readonly least: number
  /** What it takes on a label of scale 1. */
  readonly want: number
  /** The most it takes, instead of what it wants times the scale. */
  readonly most?: number
  /** Space that is left over goes above this row. */
  readonly low?: boolean
}

/** How far gaps shrink before rows are left out. */
const LEAST_GAPS = 0.4

/** The height below which rows do not fit. */
export function leastHeight(rows: readonly Row[]): number {
  return rows.reduce((sum, { least }) => sum + least, LEAST_GAPS * gapsOf(rows))
}

/** The height that rows take on a label of scale 1. */
export function wantedHeight(rows: readonly Row[]): number {
  return rows.reduce((sum, { want }) => sum + want, gapsOf(rows))
}

/** Shares an area's height among rows: each in proportion to what it wants, none below its least or above its most. */
export function placeRows<R extends Row>(rows: readonly R[], area: Place, scale: number): (readonly [R, Place])[] {
  const looseness = clamp(area.heightMm / wantedHeight(rows), LEAST_GAPS, scale * 1.2)
  const room = area.heightMm - looseness * gapsOf(rows)
  const heights = shareOut(rows, room, scale)
  const left = room - heights.reduce((sum, height) => sum + height, 0)
  let yMm = area.yMm
  return rows.map((row, at) => {
    const heightMm = heights[at] ?? 0
    if (at > 0) yMm += row.gap * looseness
    if (row.low) yMm += Math.max(0, left)
    const place = { ...area, yMm, heightMm }
    yMm += heightMm
    return [row, place]
  })
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

function gapsOf(rows: readonly Row[]): number {
  return rows.slice(1).reduce((sum, { gap }) => sum + gap, 0)
}

function shareOut(rows: readonly Row[], room: number, scale: number): number[] {
  const share = (row: Row, each: number) =>
    clamp(row.want * each, row.least, row.most ?? Math.max(row.least, row.want * scale))
  let [low, high] = [0, 4]
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2
    if (rows.reduce((sum, row) => sum + share(row, middle), 0) > room) high = middle
    else low = middle
  }
  return rows.map((row) => share(row, low))
}
