import { expect, test } from 'vitest'
import { crossContacts, type EquipmentRun } from '../../shared/domain/crossContact.ts'

function run(batchId: number, day: string, contains: string[] = [], equipmentId = 1): EquipmentRun {
  return { batchId, equipmentId, day, seq: batchId * 10, contains }
}

function brief(...given: Parameters<typeof crossContacts>) {
  return crossContacts(...given).map(({ batchId, fromBatchId, allergens }) => [batchId, fromBatchId, allergens])
}

const nutThenPlain = [run(1, '2026-03-01', ['nut:almond', 'milk']), run(2, '2026-03-02')]

test('equipment that was not cleaned carries an allergen on, past batches without it', () => {
  expect(crossContacts([...nutThenPlain, run(3, '2026-03-03', ['milk'])], [])).toEqual([
    {
      batchId: 2,
      equipmentId: 1,
      fromBatchId: 1,
      fromDay: '2026-03-01',
      allergens: ['milk', 'nut:almond'],
      isCleaningLogged: false,
    },
    {
      batchId: 3,
      equipmentId: 1,
      fromBatchId: 1,
      fromDay: '2026-03-01',
      allergens: ['nut:almond'],
      isCleaningLogged: false,
    },
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
  const contacts = crossContacts(nutThenPlain, [{ equipmentId: 1, day, seq }])
  expect(contacts).toHaveLength(isClean ? 0 : 1)
  expect(contacts.every((each) => each.isCleaningLogged)).toBe(true)
})

test('a cleaning on a day between counts whenever it was written down', () => {
  expect(
    brief([run(1, '2026-03-01', ['egg']), run(2, '2026-03-05')], [{ equipmentId: 1, day: '2026-03-03', seq: 900 }]),
  ).toEqual([])
})

test('other equipment and its cleanings are nothing to it', () => {
  expect(brief([run(1, '2026-03-01', ['egg']), run(2, '2026-03-02', [], 2)], [])).toEqual([])
  expect(brief(nutThenPlain, [{ equipmentId: 2, day: '2026-03-01', seq: 15 }])).toHaveLength(1)
})

test('the latest batch with an allergen is named, and batches in any order give the same', () => {
  const runs = [
    run(1, '2026-03-01', ['milk', 'egg']),
    run(2, '2026-03-02', ['milk']),
    run(4, '2026-03-04', ['egg', 'milk']),
    run(3, '2026-03-03'),
  ]
  expect(brief(runs, [])).toEqual([
    [2, 1, ['egg']],
    [3, 2, ['milk']],
    [3, 1, ['egg']],
  ])
  expect(brief(runs.toReversed(), [])).toEqual(brief(runs, []))
})
