import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankBitmap, isBlack } from '../../shared/labels/bitmap.ts'
import {
  fillPolygons,
  flattenOutline,
  type PathStep,
  type Polygon,
  polygonsBox,
  SUBDOTS,
} from '../../shared/labels/fill.ts'

const SIDE = 12

/** Corners on, between and beyond the dots of a small bitmap; often on the very centre of a dot. */
const corner = fc.oneof(
  fc.integer({ min: -2 * SUBDOTS, max: (SIDE + 2) * SUBDOTS }),
  fc.integer({ min: -2, max: SIDE + 2 }).map((dot) => dot * SUBDOTS + SUBDOTS / 2),
  fc.integer({ min: -2, max: SIDE + 2 }).map((dot) => dot * SUBDOTS),
)
const polygon = fc
  .array(fc.tuple(corner, corner), { minLength: 3, maxLength: 7 })
  .map((corners) => corners.flatMap(([x, y]) => [x, y]))
const shape = fc.array(polygon, { minLength: 1, maxLength: 3 })

test('a dot is black exactly when its centre winds around the outline', () => {
  fc.assert(
    fc.property(shape, (polygons) => {
      const bitmap = blankBitmap(SIDE, SIDE)
      fillPolygons(bitmap, polygons, 0, 0)
      for (let y = 0; y < SIDE; y += 1)
        for (let x = 0; x < SIDE; x += 1)
          expect({ x, y, black: isBlack(bitmap, x, y) }).toEqual({ x, y, black: windingAt(polygons, x, y) !== 0 })
    }),
    { numRuns: 400 },
  )
})

test('moving an outline by whole dots moves its dots and nothing else', () => {
  fc.assert(
    fc.property(shape, fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), (polygons, dx, dy) => {
      const here = blankBitmap(SIDE, SIDE)
      const there = blankBitmap(SIDE, SIDE)
      fillPolygons(here, polygons, dx, dy)
      fillPolygons(
        there,
        polygons.map((corners) => corners.map((value, at) => value + (at % 2 === 0 ? dx : dy) * SUBDOTS)),
        0,
        0,
      )
      expect(there.bytes).toEqual(here.bytes)
    }),
  )
})

test('the box of an outline holds all of its dots and touches them on each side', () => {
  fc.assert(
    fc.property(shape, (polygons) => {
      const margin = 4
      const size = SIDE + 2 * margin
      const bitmap = blankBitmap(size, size)
      fillPolygons(bitmap, polygons, margin, margin)
      const black = [...Array(size * size).keys()]
        .map((at) => [at % size, Math.floor(at / size)] as const)
        .filter(([x, y]) => isBlack(bitmap, x, y))
      const [xs, ys] = [black.map(([x]) => x - margin), black.map(([, y]) => y - margin)]
      const box = {
        left: Math.min(...xs),
        top: Math.min(...ys),
        right: Math.max(...xs) + 1,
        bottom: Math.max(...ys) + 1,
      }
      expect(polygonsBox(polygons)).toEqual(black.length === 0 ? undefined : box)
    }),
  )
})

test('a hole drawn the other way round stays white, one drawn the same way does not', () => {
  const middles = [square(3, 8).toReversed(), square(3, 8)].map((hole) => {
    const bitmap = blankBitmap(SIDE, SIDE)
    fillPolygons(bitmap, [square(1, 10).flat(), hole.flat()], 0, 0)
    return isBlack(bitmap, 5, 5)
  })
  expect(middles).toEqual([false, true])
})

test('curves are flattened to less than a twentieth of a dot', () => {
  const k = 0.5519
  const circle: PathStep[] = [
    { type: 'M', x: 1, y: 0 },
    { type: 'C', x1: 1, y1: k, x2: k, y2: 1, x: 0, y: 1 },
    { type: 'C', x1: -k, y1: 1, x2: -1, y2: k, x: -1, y: 0 },
    { type: 'C', x1: -1, y1: -k, x2: -k, y2: -1, x: 0, y: -1 },
    { type: 'C', x1: k, y1: -1, x2: 1, y2: -k, x: 1, y: 0 },
    { type: 'Z' },
  ]
  const [corners = []] = flattenOutline(circle, 50)
  const furthest = Math.max(
    ...[...Array(corners.length / 2 - 1).keys()].map((at) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = corners.slice(2 * at, 2 * at + 4)
      return Math.abs(Math.hypot(x1 + x2, y1 + y2) / 2 / SUBDOTS - 50)
    }),
  )
  expect(furthest).toBeLessThan(0.05)
})

function square(from: number, to: number): [number, number][] {
  const [a, b] = [from * SUBDOTS, to * SUBDOTS]
  return [[a, a], [b, a], [b, b], [a, b]] // prettier-ignore
}

/** Winding number of a dot's centre, by crossings of a ray to the left, in whole numbers of any size. */
function windingAt(polygons: readonly Polygon[], x: number, y: number): number {
  const [px, py] = [BigInt(x * SUBDOTS + SUBDOTS / 2), BigInt(y * SUBDOTS + SUBDOTS / 2)]
  let winding = 0
  for (const corners of polygons)
    for (let at = 0; at < corners.length; at += 2) {
      const [ax, ay] = [BigInt(corners[at] ?? 0), BigInt(corners[at + 1] ?? 0)]
      const [bx, by] = [
        BigInt(corners[(at + 2) % corners.length] ?? 0),
        BigInt(corners[(at + 3) % corners.length] ?? 0),
      ]
      const side = (bx - ax) * (py - ay) - (px - ax) * (by - ay)
      if (ay <= py && by > py && side <= 0n) winding += 1
      if (by <= py && ay > py && side >= 0n) winding -= 1
    }
  return winding
}
