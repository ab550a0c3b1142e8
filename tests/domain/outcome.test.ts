import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allUnits, type PlacedUnits, reshape, sameUnits } from '../../shared/domain/outcome.ts'
import { containsRanges, countUnits, mergeRanges, showRanges } from '../../shared/domain/serialRange.ts'

const saved: PlacedUnits = {
  gone: [{ first: 1, last: 24 }],
  onHand: [{ first: 25, last: 33 }],
  setAside: [{ first: 34, last: 34 }],
  discarded: [{ first: 35, last: 36 }],
}

describe('corrected figures', () => {
  test.each([
    ['nothing', { made: 36, discarded: 2, setAside: 1 }, '025–033', '035–036', '034'],
    ['more discarded', { made: 36, discarded: 4, setAside: 1 }, '025–031', '032–033, 035–036', '034'],
    ['fewer discarded', { made: 36, discarded: 1, setAside: 1 }, '025–033, 035', '036', '034'],
    ['more made', { made: 40, discarded: 2, setAside: 1 }, '025–033, 037–040', '035–036', '034'],
    ['fewer made', { made: 30, discarded: 0, setAside: 0 }, '025–030', '', ''],
    [
      'fewer made, the last ones of which were discarded',
      { made: 34, discarded: 2, setAside: 1 },
      '025–031',
      '032–033',
      '034',
    ],
  ])('%s', (_name, figures, onHand, discarded, setAside) => {
    const now = reshape(saved, figures, 37)
    expect(now && [now.onHand, now.discarded, now.setAside].map(showRanges)).toEqual([onHand, discarded, setAside])
  })

  test('that leave fewer than are gone are refused', () => {
    expect(reshape(saved, { made: 20, discarded: 0, setAside: 0 }, 37)).toBeUndefined()
    expect(reshape(saved, { made: 26, discarded: 2, setAside: 1 }, 37)).toBeUndefined()
  })

  test('place every unit once, keep what is gone, and come back when they are taken back', () => {
    const states = fc.array(fc.constantFrom('onHand', 'discarded', 'setAside', 'gone'), { maxLength: 30 })
    const figures = fc.record({ made: fc.nat(40), discarded: fc.nat(8), setAside: fc.nat(8) })
    fc.assert(
      fc.property(states, figures, (units, wanted) => {
        const placed: Record<keyof PlacedUnits, { first: number; last: number }[]> = {
          onHand: [],
          discarded: [],
          setAside: [],
          gone: [],
        }
        for (const [at, state] of units.entries()) placed[state].push({ first: at + 1, last: at + 1 })
        const now = reshape(placed, wanted, units.length + 1)
        if (!now) {
          expect(countUnits(placed.gone) + wanted.discarded + wanted.setAside).toBeGreaterThan(wanted.made)
          return
        }
        const parts = [now.onHand, now.discarded, now.setAside, now.gone]
        expect(parts.map(countUnits).reduce((sum, count) => sum + count)).toBe(wanted.made)
        expect(countUnits(mergeRanges(parts.flat()))).toBe(wanted.made)
        expect(countUnits(now.discarded)).toBe(wanted.discarded)
        expect(countUnits(now.setAside)).toBe(wanted.setAside)
        expect(sameUnits(now.gone, placed.gone)).toBe(true)
        const fewer = wanted.made <= units.length
        expect(
          fewer ? containsRanges(allUnits(placed), allUnits(now)) : containsRanges(allUnits(now), allUnits(placed)),
        ).toBe(true)
        const figuresBefore = {
          made: units.length,
          discarded: countUnits(placed.discarded),
          setAside: countUnits(placed.setAside),
        }
        expect(reshape(placed, figuresBefore, units.length + 1)).toEqual({
          onHand: mergeRanges(placed.onHand),
          discarded: mergeRanges(placed.discarded),
          setAside: mergeRanges(placed.setAside),
          gone: mergeRanges(placed.gone),
        })
      }),
    )
  })
})
