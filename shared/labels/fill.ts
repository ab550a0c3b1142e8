import { type Bitmap, blackenRun, type DotBox, unionBox } from './bitmap.ts'

/** One step of an outline, in any unit; a contour starts at each M and closes by itself. */
export type PathStep =
  | { readonly type: 'M' | 'L'; readonly x: number; readonly y: number }
  | { readonly type: 'Q'; readonly x1: number; readonly y1: number; readonly x: number; readonly y: number }
  | {
      readonly type: 'C'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly type: 'Z' }

/** A closed polygon, corners x0, y0, x1, y1 … as whole numbers of 1/256 dot, y downwards. */
export type Polygon = readonly number[]

/** Parts of a dot that coordinates are rounded to: whole numbers make the fill exact and the same on every machine. */
export const SUBDOTS = 256

/** How far a chord may lie from its curve, in dots. */
const FLATNESS = 1 / 32

/**
 * Flattens outlines with y upwards (as fonts have them) to polygons with y downwards.
 * @param dotsPerUnit dots that one unit of the outline takes
 */
export function flattenOutline(steps: readonly PathStep[], dotsPerUnit: number): Polygon[] {
  const polygons: number[][] = []
  let corners: number[] = []
  let [x, y] = [0, 0]
  const lineTo = (toX: number, toY: number) =>
    corners.push(Math.round(toX * dotsPerUnit * SUBDOTS), Math.round(-toY * dotsPerUnit * SUBDOTS))
  for (const step of steps) {
    if (step.type === 'Z') continue
    if (step.type === 'M') {
      corners = []
      polygons.push(corners)
    }
    for (const [curveX, curveY] of inner(x, y, step, dotsPerUnit)) lineTo(curveX, curveY)
    lineTo(step.x, step.y)
    x = step.x
    y = step.y
  }
  return polygons
}

/**
 * Blackens every dot whose centre lies inside polygons (non-zero winding); a centre exactly on an edge belongs to
 * the side on its right, or below. Polygons' origin is the top left corner of dot (`originX`, `originY`).
 */
export function fillPolygons(bitmap: Bitmap, polygons: readonly Polygon[], originX: number, originY: number): void {
  for (const { row, left, right } of runsOf(polygons))
    blackenRun(bitmap, originY + row, originX + left, originX + right)
}

/** The smallest box that holds the dots of polygons, relative to their origin; undefined where they have none. */
export function polygonsBox(polygons: readonly Polygon[]): DotBox | undefined {
  let box: DotBox | undefined
  for (const { row, left, right } of runsOf(polygons)) box = unionBox(box, { left, top: row, right, bottom: row + 1 })
  return box
}

/** Dots from `left` up to, not including, `right` of a row. */
export interface Run {
  readonly row: number
  readonly left: number
  readonly right: number
}

/** The runs that polygons blacken, to be drawn wherever the same shape stands. */
export function runsOfPolygons(polygons: readonly Polygon[]): readonly Run[] {
  return [...runsOf(polygons)]
}

/** Blackens runs with their origin at dot (`originX`, `originY`). */
export function drawRuns(bitmap: Bitmap, runs: readonly Run[], originX: number, originY: number): void {
  for (const { row, left, right } of runs) blackenRun(bitmap, originY + row, originX + left, originX + right)
}

function* runsOf(polygons: readonly Polygon[]): Generator<Run> {
  for (const [row, crossings] of crossingsByRow(polygons)) {
    crossings.sort((a, b) => a.column - b.column)
    let winding = 0
    let left = 0
    for (const { column, turn } of crossings) {
      if (winding !== 0 && column > left) yield { row, left, right: column }
      winding += turn
      left = column
    }
  }
}

interface Crossing {
  /** The first dot whose centre is on or right of the edge. */
  readonly column: number
  readonly turn: 1 | -1
}

/** Where edges cross the line through the centres of each row of dots. Exact: all numbers are integers below 2^53. */
function crossingsByRow(polygons: readonly Polygon[]): Map<number, Crossing[]> {
  const rows = new Map<number, Crossing[]>()
  const half = SUBDOTS / 2
  for (const corners of polygons) {
    let [fromX = 0, fromY = 0] = corners.slice(-2)
    for (let at = 0; at + 1 < corners.length; at += 2) {
      const [toX = 0, toY = 0] = [corners[at], corners[at + 1]]
      const [x, y, dx, dy] =
        fromY < toY ? [fromX, fromY, toX - fromX, toY - fromY] : [toX, toY, fromX - toX, fromY - toY]
      const last = Math.ceil((y + dy - half) / SUBDOTS)
      for (let row = Math.ceil((y - half) / SUBDOTS) + 0; row < last; row += 1) {
        const down = row * SUBDOTS + half - y
        const column = Math.ceil(((x - half) * dy + down * dx) / (SUBDOTS * dy)) + 0
        const crossing: Crossing = { column, turn: fromY < toY ? 1 : -1 }
        const crossings = rows.get(row)
        if (crossings) crossings.push(crossing)
        else rows.set(row, [crossing])
      }
      fromX = toX
      fromY = toY
    }
  }
  return rows
}

/** Points on a curve between its ends, so many that no chord is further from it than FLATNESS. */
function* inner(
  x: number,
  y: number,
  step: Exclude<PathStep, { type: 'Z' }>,
  dotsPerUnit: number,
): Generator<readonly [number, number]> {
  if (!('x1' in step)) return
  const pieces = Math.ceil(Math.sqrt((bendOf(x, y, step) * dotsPerUnit) / FLATNESS))
  for (let piece = 1; piece < pieces; piece += 1) {
    const t = piece / pieces
    const s = 1 - t
    yield step.type === 'Q'
      ? [s * s * x + 2 * s * t * step.x1 + t * t * step.x, s * s * y + 2 * s * t * step.y1 + t * t * step.y]
      : [
          s * s * s * x + 3 * s * s * t * step.x1 + 3 * s * t * t * step.x2 + t * t * t * step.x,
          s * s * s * y + 3 * s * s * t * step.y1 + 3 * s * t * t * step.y2 + t * t * t * step.y,
        ]
  }
}

/** How far one chord may lie from its curve: an eighth of the largest second derivative, along both axes. */
function bendOf(x: number, y: number, step: Extract<PathStep, { x1: number }>): number {
  const first = Math.max(Math.abs(x - 2 * step.x1 + next(step).x), Math.abs(y - 2 * step.y1 + next(step).y))
  if (step.type === 'Q') return 0.25 * Math.SQRT2 * first
  const second = Math.max(Math.abs(step.x1 - 2 * step.x2 + step.x), Math.abs(step.y1 - 2 * step.y2 + step.y))
  return 0.75 * Math.SQRT2 * Math.max(first, second)
}

function next(step: Extract<PathStep, { x1: number }>): { readonly x: number; readonly y: number } {
  return step.type === 'Q' ? step : { x: step.x2, y: step.y2 }
}
