import { expect, test } from 'vitest'
import type { BatchFeatures, Feature } from '../../shared/domain/batchFeatures.ts'
import { commonThread } from '../../shared/domain/commonThread.ts'
import { seeded } from '../../shared/testing/seeded.ts'

function batch(batchId: number, supplier: string, extra: readonly Feature[] = []): BatchFeatures {
  return {
    batchId,
    lotNumber: `B${batchId}`,
    features: [{ kind: 'supplier', name: 'Strawberries from', words: [supplier] }, ...extra],
  }
}
const farm = (from: number, to: number, name: string) =>
  Array.from({ length: to - from + 1 }, (_, at) => batch(from + at, name))

test('3 of 3 against 1 of 9, by hand: 4 / 220 is 1 in 55', () => {
  const [thread, ...others] = commonThread(farm(1, 3, 'Valley'), [...farm(4, 4, 'Valley'), ...farm(5, 12, 'Sunny')])
  expect(others).toEqual([])
  expect(thread).toMatchObject({
    what: 'Strawberries from Valley',
    bad: { having: 3, of: 3 },
    good: { having: 1, of: 9 },
    strength: 'strong',
  })
  // The other supplier could not have convinced (all three bad ones are from Valley), so one thing was looked at.
  expect(thread?.sentence).toBe('3 of 3 against 1 of 9; could be chance 1 time in 55.')
})

test('one bad batch proves nothing', () => {
  const [thread] = commonThread(farm(1, 1, 'Valley'), farm(2, 6, 'Sunny'))
  expect(thread).toMatchObject({ strength: 'weak', sentence: '1 of 1 against 0 of 5; could be chance 1 time in 6.' })
})

test('what was so in exactly the same batches cannot be told apart, and is said together', () => {
  const ana: Feature[] = [{ kind: 'person', name: 'Made by', words: ['Ana'] }]
  const ben: Feature[] = [{ kind: 'person', name: 'Made by', words: ['Ben'] }]
  const [thread] = commonThread(
    [batch(1, 'Valley', ana), batch(2, 'Valley', ana)],
    [batch(3, 'Sunny', ben), batch(4, 'Sunny', ben)],
  )
  expect(thread).toMatchObject({ what: 'Strawberries from Valley', always: ['Made by: Ana'] })
})

test('a reading separates above a value between two that were read', () => {
  const ph = (id: number, number: number): BatchFeatures => ({
    batchId: id,
    lotNumber: `B${id}`,
    features: [{ kind: 'reading', name: 'pH', number, unit: '' }],
  })
  const [thread] = commonThread([ph(1, 4), ph(2, 4.2), ph(3, 4.4)], [ph(4, 3), ph(5, 3.2), ph(6, 3.4), ph(7, 3.3), ph(8, 3.1)]) // prettier-ignore
  expect(thread).toMatchObject({ what: 'pH above 3.7', bad: { having: 3, of: 3 }, good: { having: 0, of: 5 } })
})

/** 40 batches of a kitchen: six ingredients with suppliers and lots, three people, two kettles, a pH and an order in the day. */
function kitchen(next: () => number): BatchFeatures[] {
  const pick = (count: number) => Math.floor(next() * count)
  const names = ['Berries', 'Sugar', 'Pectin', 'Lemon', 'Jars', 'Lids']
  return Array.from({ length: 40 }, (_, at) => ({
    batchId: at + 1,
    lotNumber: `B${at + 1}`,
    features: [
      ...names.flatMap((name, which): Feature[] => [
        { kind: 'supplier', name: `${name} from`, words: [`S${pick(2 + (which % 2))}`] },
        { kind: 'lot', name: `${name}, lot`, words: [`L${Math.floor(at / 6)}${pick(2)}`] },
      ]),
      { kind: 'person', name: 'Made by', words: [`P${pick(3)}`] },
      { kind: 'equipment', name: 'With', words: [`K${pick(2)}`] },
      { kind: 'reading', name: 'pH', number: 3 + Math.round(next() * 40) / 100, unit: '' },
      { kind: 'order', name: 'In the day', number: 1 + pick(3), unit: '' },
    ],
  }))
}

test('a planted cause is ranked first in at least 95 of 100 random kitchens', () => {
  let first = 0
  for (let seed = 1; seed <= 100; seed += 1) {
    const next = seeded(seed).next
    const batches = kitchen(next)
    const kinds = ['supplier', 'person', 'equipment'] as const
    const kind = kinds[seed % 3] ?? 'supplier'
    const cause = batches[Math.floor(next() * 40)]?.features.find((each) => each.kind === kind)
    if (!cause || !('words' in cause)) throw new Error('the kitchen has no cause')
    const [word = ''] = cause.words
    // The cause spoils nine of ten batches that have it; one in fifty is bad for no reason.
    const isBad = batches.map(({ features }) => {
      const has = features.some((each) => each.name === cause.name && 'words' in each && each.words.includes(word))
      return next() < (has ? 0.9 : 0.02)
    })
    const [thread] = commonThread(
      batches.filter((_, at) => isBad[at]),
      batches.filter((_, at) => !isBad[at]),
    )
    const expected = kind === 'supplier' ? `${cause.name} ${word}` : `${cause.name}: ${word}`
    if (thread && [thread.what, ...thread.always].includes(expected)) first += 1
  }
  expect(first).toBeGreaterThanOrEqual(95)
})

test('with nothing planted there is no strong claim in at least 95 of 100 random kitchens', () => {
  let quiet = 0
  for (let seed = 1001; seed <= 1100; seed += 1) {
    const next = seeded(seed).next
    const batches = kitchen(next)
    const isBad = batches.map(() => next() < 0.2)
    const threads = commonThread(
      batches.filter((_, at) => isBad[at]),
      batches.filter((_, at) => !isBad[at]),
    )
    if (!threads.some(({ strength }) => strength === 'strong')) quiet += 1
  }
  expect(quiet).toBeGreaterThanOrEqual(95)
})
