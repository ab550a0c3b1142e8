import { expect, test } from 'vitest'
import { quantitiesOf } from '../../shared/domain/graphText.ts'

function line(from: string, quantity: string, startY: number, isBackward = false) {
  const points = [{ x: 100, y: startY }, { x: 200, y: 50 }] // prettier-ignore
  const edge = { from, to: 'market', quantity, isBackward }
  return { edge, points: isBackward ? points.map(({ x, y }) => ({ x: 300 - x, y })).toReversed() : points }
}

test('quantities of lines into one box stand below each other, as the lines come in, and none on another', () => {
  const written = quantitiesOf([line('c', '3 jars', 300), line('a', '1 jar', 0), line('b', '2 jars', 90)])
  expect(written.map(({ text }) => text)).toEqual(['1 jar', '2 jars', '3 jars'])
  const heights = written.map(({ y }) => y)
  for (const [at, y] of heights.entries()) if (at > 0) expect(y - (heights[at - 1] ?? 0)).toBeGreaterThanOrEqual(15)
  expect(new Set(written.map(({ x }) => x)).size).toBe(1)
})

test('one quantity stands on its line; what comes in backward begins at its own end', () => {
  expect(quantitiesOf([line('a', '1 jar', 0)])).toMatchObject([{ x: 194, y: 44, anchor: 'end' }])
  expect(quantitiesOf([line('a', '', 0)])).toEqual([])
  const back = quantitiesOf([line('a', '4 lb', 0, true), line('b', '2 lb', 90, true)])
  expect(back.every(({ anchor }) => anchor === 'start')).toBe(true)
  expect(new Set(back.map(({ y }) => y)).size).toBe(2)
})
