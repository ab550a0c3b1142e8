import { expect, test } from 'vitest'
import { type Cleaning, type ContactBatch, contacts, type Content } from '../../shared/domain/crossContact.ts'

function made(id: number, day: string, content: Content = 'no', equipmentIds = [1]): ContactBatch {
  return { id, day, seq: id * 10, content, equipmentIds }
}

function brief(batches: readonly ContactBatch[], cleanings: readonly Cleaning[] = []) {
  return [...contacts(batches, cleanings)].map(([id, found]) => [
    id,
    ...found.map(({ certainty, from, equipmentId }) => `${certainty} ${from} by ${equipmentId}`),
  ])
}

const nutThenPlain = [made(1, '2026-03-01', 'yes'), made(2, '2026-03-02')]

test('equipment that was not cleaned carries an allergen on, past batches without it', () => {
  expect(brief([...nutThenPlain, made(3, '2026-03-03')])).toEqual([
    [2, 'yes 1 by 1'],
    [3, 'yes 1 by 1'],
  ])
})

test.each<[string, string, number, boolean]>([
  ['the day before both', '2026-02-28', 99, false],
  ['the first day, recorded before the batch', '2026-03-01', 5, false],
  ['the first day, recorded after the batch', '2026-03-01', 15, true],
  ['the second day, recorded before the batch', '2026-03-02', 15, true],
  ['the second day, recorded after the batch', '2026-03-02', 25, false],
  ['afterwards', '2026-03-03', 25, false],
])('a cleaning counts only between the two: %s', (_name, day, seq, isClean) => {
  expect(brief(nutThenPlain, [{ equipmentId: 1, day, seq }])).toEqual(isClean ? [] : [[2, 'yes 1 by 1']])
})

test('a cleaning on a day between counts whenever it was written down', () => {
  const cleaning = { equipmentId: 1, day: '2026-03-03', seq: 900 }
  expect(brief([made(1, '2026-03-01', 'yes'), made(2, '2026-03-05')], [cleaning])).toEqual([])
})

test('other equipment and its cleanings are nothing to it', () => {
  expect(brief([made(1, '2026-03-01', 'yes'), made(2, '2026-03-02', 'no', [2])])).toEqual([])
  expect(brief(nutThenPlain, [{ equipmentId: 2, day: '2026-03-01', seq: 15 }])).toEqual([[2, 'yes 1 by 1']])
})

test('each piece of equipment is named, the surest and latest first, and batches in any order give the same', () => {
  const batches = [
    made(1, '2026-03-01', 'yes', [1, 2]),
    made(2, '2026-03-02', 'yes', [2]),
    made(3, '2026-03-03', 'perhaps', [3]),
    made(4, '2026-03-04', 'no', [1, 2, 3]),
  ]
  expect(brief(batches)).toEqual([
    [2, 'yes 1 by 2'],
    [4, 'yes 2 by 2', 'yes 1 by 1', 'perhaps 3 by 3'],
  ])
  expect(brief(batches.toReversed())).toEqual(brief(batches))
})

test('where nobody recorded the equipment of one of the two it may have been any', () => {
  expect(brief([made(1, '2026-03-01', 'yes', []), made(2, '2026-03-02')])).toEqual([[2, 'perhaps 1 by null']])
  expect(brief([made(1, '2026-03-01', 'yes'), made(2, '2026-03-02', 'no', [])])).toEqual([[2, 'perhaps 1 by null']])
  const cleaned = [{ equipmentId: 1, day: '2026-03-01', seq: 15 }]
  expect(brief([made(1, '2026-03-01', 'yes', []), made(2, '2026-03-02')], cleaned)).toEqual([])
})
