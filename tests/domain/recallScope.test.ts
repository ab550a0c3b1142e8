import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCodes } from '../../shared/domain/codeList.ts'
import { findEvidence } from '../../shared/domain/evidence.ts'
import { accountedPercent, addTallies, unaccounted } from '../../shared/domain/massBalance.ts'
import { judgeLot, type LotFacts, type RecallCriteria } from '../../shared/domain/recallScope.ts'

const notice: RecallCriteria = {
  itemId: 1,
  supplierId: 7,
  codes: null,
  receivedFrom: '2026-02-28',
  receivedTo: '2026-03-05',
  bestBy: [],
}
const lot: LotFacts = {
  itemId: 1,
  supplierId: 7,
  supplier: 'Valley Farm',
  supplierLot: null,
  receivedOn: '2026-03-02',
  bestBy: null,
  isOwn: false,
}

describe('a lot under a notice', () => {
  test.each([
    ['inside the window', {}, 'affected'],
    ['on its first day', { receivedOn: '2026-02-28' }, 'affected'],
    ['on its last day', { receivedOn: '2026-03-05' }, 'affected'],
    ['the day before', { receivedOn: '2026-02-27' }, 'not affected'],
    ['the day after', { receivedOn: '2026-03-06' }, 'not affected'],
    ['from another supplier', { supplierId: 8, supplier: 'Sunny Acres' }, 'not affected'],
    ['without a day', { receivedOn: null }, 'cannot tell'],
    ['without a supplier', { supplierId: null, supplier: null }, 'cannot tell'],
    ['without a supplier, but outside the window', { supplierId: null, receivedOn: '2026-03-06' }, 'not affected'],
    ['without a day, but from another supplier', { receivedOn: null, supplierId: 8 }, 'not affected'],
    ['of another ingredient', { itemId: 2 }, 'not affected'],
  ] as const)('%s is %s', (_name, facts, verdict) => {
    expect(judgeLot({ ...lot, ...facts }, notice).verdict).toBe(verdict)
  })

  test.each([
    ['the same supplier lot, whatever its day', { supplierLot: 'lot 12-a', receivedOn: '2025-01-01' }, 'affected'],
    ['another supplier lot inside the window', { supplierLot: 'L13' }, 'not affected'],
    ['no supplier lot inside the window', {}, 'affected'],
    ['no supplier lot and no day', { receivedOn: null }, 'cannot tell'],
  ] as const)('that names a supplier lot: %s is so judged', (_name, facts, verdict) => {
    expect(judgeLot({ ...lot, ...facts }, { ...notice, codes: readCodes('LOT12A') }).verdict).toBe(verdict)
  })

  test('that names only a supplier lot cannot tell a lot without one', () => {
    const bare = { ...notice, codes: readCodes('LOT12A'), receivedFrom: null, receivedTo: null }
    expect(judgeLot(lot, bare)).toEqual({ verdict: 'cannot tell', missing: ['supplier lot'], doubts: [] })
  })

  // The days around a change of the clocks in New York, the end of a year, and a leap day.
  test.each([
    ['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02'],
    ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'],
    ['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02'],
    ['2028-02-27', '2028-02-28', '2028-02-29', '2028-03-01'],
  ])('%s is before a window from %s to %s, both included, and %s is after it', (before, from, to, after) => {
    const window = { ...notice, receivedFrom: from, receivedTo: to }
    expect([before, from, to, after].map((receivedOn) => judgeLot({ ...lot, receivedOn }, window).verdict)).toEqual([
      'not affected',
      'affected',
      'affected',
      'not affected',
    ])
  })

  test('says its basis, its reason or what is missing', () => {
    expect(judgeLot(lot, notice)).toEqual({ verdict: 'affected', basis: ['supplier', 'date window'] })
    expect(judgeLot({ ...lot, supplierId: 8, supplier: 'Sunny Acres' }, notice)).toEqual({
      verdict: 'not affected',
      reason: 'came from another supplier: Sunny Acres',
    })
    expect(judgeLot({ ...lot, supplierId: null, receivedOn: null }, notice)).toEqual({
      verdict: 'cannot tell',
      missing: ['supplier', 'received date'],
      doubts: [],
    })
  })
})

test('evidence follows the shortest way, and a diamond names its top once', () => {
  const edges = [
    { batchId: 1, lotId: 100, madeBy: null },
    { batchId: 2, lotId: 11, madeBy: 1 },
    { batchId: 3, lotId: 11, madeBy: 1 },
    { batchId: 4, lotId: 12, madeBy: 2 },
    { batchId: 4, lotId: 13, madeBy: 3 },
    { batchId: 5, lotId: 200, madeBy: null },
  ]
  expect(findEvidence(edges, new Set([100]))).toEqual(
    new Map([
      [1, { lotIds: [100], via: [] }],
      [2, { lotIds: [100], via: [1] }],
      [3, { lotIds: [100], via: [1] }],
      [4, { lotIds: [100], via: [2, 1] }],
    ]),
  )
})

describe('the mass balance', () => {
  const tally = {
    made: 40,
    onHand: 10,
    held: 2,
    sent: 20,
    sampled: 3,
    ownUse: 1,
    discarded: 1,
    setAside: 1,
    reworked: 1,
    corrected: -1,
  }

  test('leaves unaccounted what no record places', () => {
    expect(unaccounted(tally)).toBe(1)
    expect(accountedPercent(tally)).toBeCloseTo(97.5, 2)
  })

  test('is never clamped', () => {
    expect(unaccounted({ ...tally, sent: 30 })).toBe(-9)
    expect(accountedPercent({ ...tally, sent: 30 })).toBeGreaterThan(100)
    expect(accountedPercent({ ...tally, made: 0 })).toBeNull()
  })

  test('of any counts: what is found and what is not are what was made, corrections apart, and neither is cut off', () => {
    const count = fc.nat(1000)
    const counts = fc.record({
      made: fc.integer({ min: 1, max: 1000 }),
      onHand: count,
      held: count,
      sent: count,
      sampled: count,
      ownUse: count,
      discarded: count,
      setAside: count,
      reworked: count,
      corrected: fc.integer({ min: -1000, max: 1000 }),
    })
    fc.assert(
      fc.property(counts, (any) => {
        const { made, corrected, ...found } = any
        const placed = Object.values(found).reduce((sum, units) => sum + units, 0)
        expect(accountedPercent(any)).toBeCloseTo((100 * placed) / made, 9)
        expect(placed + unaccounted(any)).toBe(made)
        expect(unaccounted({ ...any, corrected: corrected + 1 })).toBe(unaccounted(any))
      }),
    )
  })

  test('adds up', () => {
    expect(addTallies([tally, tally]).sent).toBe(40)
  })
})
