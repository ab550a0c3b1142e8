import { expect, test } from 'vitest'
import { fitted } from '../../renderer/trace/graph/view.ts'

const seen = { width: 1000, height: 400 }

test('a drawing too large to be read whole is shown around its box, with nothing empty beside it', () => {
  const drawing = { width: 4000, height: 3000 }
  const { x, y, scale } = fitted(drawing, seen, { x: 0, y: 1400 })
  expect(scale).toBe(1)
  // The box stands at the left edge of the drawing: so does the view, with a little room.
  expect(x).toBe(-24)
  expect(y).toBeLessThan(1400)
  expect(y + seen.height).toBeGreaterThan(1484)
  expect(fitted(drawing, seen, { x: 3768, y: 1400 }).x).toBe(4000 + 24 - 1000)
})

test('a drawing that is small, or low, stands in the middle', () => {
  expect(fitted({ width: 500, height: 200 }, seen, { x: 0, y: 0 })).toEqual({ x: -250, y: -100, scale: 1 })
  expect(fitted({ width: 4000, height: 200 }, seen, { x: 0, y: 0 }).y).toBe(-100)
})
