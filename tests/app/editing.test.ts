import { describe, expect, test } from 'vitest'
import type { Design, Element } from '../../renderer/features/designs/design.ts'
import {
  aligned,
  distributed,
  duplicated,
  freePlace,
  moved,
  resized,
  turned,
} from '../../renderer/features/designs/editing.ts'

function box(xMm: number, yMm: number, widthMm = 10, heightMm = 4): Element {
  return { kind: 'box', strokeMm: 0.3, place: { xMm, yMm, widthMm, heightMm } }
}

function label(...elements: Element[]): Design {
  return { version: 1, name: 'x', purpose: 'unit', widthMm: 50, heightMm: 30, shape: 'rectangle', elements }
}

function places({ elements }: Design): number[][] {
  return elements.map(({ place }) => [place.xMm, place.yMm, place.widthMm, place.heightMm])
}

const both = new Set([0, 1])

describe('elements of a label', () => {
  test('are moved together and stay on the label', () => {
    const design = label(box(2, 2), box(30, 20))
    expect(places(moved(design, both, 1.5, -0.5))).toEqual([
      [3.5, 1.5, 10, 4],
      [31.5, 19.5, 10, 4],
    ])
    expect(places(moved(design, both, -20, 40))).toEqual([
      [0, 8, 10, 4],
      [28, 26, 10, 4],
    ])
  })

  test('that reach over the edge come back and go no further out', () => {
    const design = label(box(45, 2))
    expect(places(moved(design, new Set([0]), 3, 0))).toEqual([[45, 2, 10, 4]])
    expect(places(moved(design, new Set([0]), -3, 0))).toEqual([[42, 2, 10, 4]])
  })

  test('are sized at any corner, and never to nothing or over the edge', () => {
    const design = label(box(10, 10))
    const one = new Set([0])
    expect(places(resized(design, one, { x: 1, y: 1 }, 2, 3))).toEqual([[10, 10, 12, 7]])
    expect(places(resized(design, one, { x: -1, y: -1 }, 2, 3))).toEqual([[12, 13, 8, 1]])
    expect(places(resized(design, one, { x: -1, y: 0 }, -99, 9))).toEqual([[0, 10, 20, 4]])
    expect(places(resized(design, one, { x: 1, y: 0 }, 99, 9))).toEqual([[10, 10, 40, 4]])
    expect(places(resized(design, one, { x: 1, y: 1 }, -99, -99))).toEqual([[10, 10, 0.1, 0.1]])
  })

  test('line up with each other, a single one with the label', () => {
    const design = label(box(2, 2), box(30, 20, 6))
    expect(places(aligned(design, both, 'right')).map(([x]) => x)).toEqual([26, 30])
    expect(places(aligned(design, both, 'middle')).map(([, y]) => y)).toEqual([11, 11])
    expect(places(aligned(design, new Set([0]), 'center'))[0]).toEqual([20, 2, 10, 4])
    expect(places(aligned(design, new Set([1]), 'bottom'))[1]).toEqual([30, 26, 6, 4])
  })

  test('get gaps of one width, whatever their order in the design', () => {
    const design = label(box(40, 0), box(0, 0), box(11, 0))
    expect(places(distributed(design, new Set([0, 1, 2]), 'across')).map(([x]) => x)).toEqual([40, 0, 20])
    expect(distributed(design, both, 'across')).toBe(design)
  })

  test('turn about their middle, and four turns are none', () => {
    const text: Element = {
      kind: 'text',
      field: 'product',
      place: { xMm: 10, yMm: 10, widthMm: 10, heightMm: 4 },
      turn: 0,
      sizeMm: 3,
      minSizeMm: 1,
      weight: 'bold',
      align: 'left',
      maxLines: 1,
    }
    const one = new Set([0])
    const once = turned(label(text), one)
    expect(places(once)).toEqual([[13, 7, 4, 10]])
    expect(turned(turned(turned(once, one), one), one)).toEqual(label(text))
  })

  test('are copied beside themselves, and new ones find room', () => {
    const [copy, which] = duplicated(label(box(2, 2)), new Set([0]))
    expect([places(copy), [...which]]).toEqual([
      [
        [2, 2, 10, 4],
        [4, 4, 10, 4],
      ],
      [1],
    ])
    expect(freePlace(label(box(0, 0, 50, 10)), 8, 8)).toEqual({ xMm: 1, yMm: 10, widthMm: 8, heightMm: 8 })
    expect(freePlace(label(box(0, 0, 50, 30)), 80, 8)).toEqual({ xMm: 0, yMm: 11, widthMm: 50, heightMm: 8 })
  })
})
