import { expect, test } from 'vitest'
import { countedPercent, drawn, drillScore, timePart, usualTolerances } from '../../shared/domain/drillScore.ts'

const units = {
  made: 36,
  onHand: 12,
  held: 0,
  sent: 20,
  sampled: 1,
  ownUse: 0,
  discarded: 2,
  setAside: 1,
  reworked: 0,
  corrected: 0,
}

test('what was counted on the shelf stands for what the record says is there, and nothing is cut off at 100', () => {
  expect(countedPercent([{ units, counted: 12 }])).toBe(100)
  expect(countedPercent([{ units, counted: 3 }])).toBe(75)
  expect(countedPercent([{ units, counted: 21 }])).toBe(125)
  expect(countedPercent([{ units: { ...units, made: 0 }, counted: 0 }])).toBeNull()
})

test('the score is the mean of the parts there were; too many found count like too few', () => {
  expect(drillScore({ time: 100, scope: 100, units: 100, contacts: 100 })).toBe(100)
  expect(drillScore({ time: 100, scope: null, units: 90, contacts: null })).toBe(95)
  expect(drillScore({ time: 100, scope: null, units: 110, contacts: null })).toBe(95)
  expect(drillScore({ time: null, scope: null, units: 250, contacts: null })).toBe(0)
  expect(drillScore({ time: null, scope: null, units: null, contacts: null })).toBeNull()
})

test('four hours are in time, eight are half', () => {
  expect(timePart(0, usualTolerances)).toBe(100)
  expect(timePart(240, usualTolerances)).toBe(100)
  expect(timePart(480, usualTolerances)).toBe(50)
  expect(timePart(480, { ...usualTolerances, hours: 8 })).toBe(100)
})

test('the same seed draws the same lot, and seeds reach every lot', () => {
  const ids = [3, 5, 8, 13]
  expect(drawn(7, ids)).toBe(drawn(7, ids))
  expect(new Set(Array.from({ length: 100 }, (_, seed) => drawn(seed, ids)))).toEqual(new Set(ids))
  expect(drawn(1, [])).toBeUndefined()
})
