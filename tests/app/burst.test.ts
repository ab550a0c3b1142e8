import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scannedBefore, type TypedKey } from '../../renderer/app/burst.ts'

/** Keys with the given gaps after each, and when Enter follows. */
function typed(gaps: readonly number[], from = 0): { keys: TypedKey[]; enterAt: number } {
  let at = from
  const keys = gaps.map((gap) => {
    const key = { key: 'x', at }
    at += gap
    return key
  })
  return { keys, enterAt: at }
}

const byScanner = fc.integer({ min: 1, max: 30 }).chain((pace) =>
  // A scanner keeps its pace but for what the system does in between.
  fc.array(fc.integer({ min: Math.max(1, pace - 4), max: Math.min(30, pace + 4) }), { minLength: 3, maxLength: 120 }),
)
const byPerson = fc.array(fc.integer({ min: 60, max: 900 }), { maxLength: 60 })

describe('what a scanner sent', () => {
  test('is every key of the burst', () => {
    fc.assert(
      fc.property(byScanner, (gaps) => {
        const { keys, enterAt } = typed(gaps)
        expect(scannedBefore(keys, enterAt)).toBe(keys.length)
      }),
    )
  })

  test('is told from what a person typed before it', () => {
    fc.assert(
      fc.property(byPerson, byScanner, (slow, fast) => {
        const { keys, enterAt } = typed([...slow, ...fast])
        expect(scannedBefore(keys, enterAt)).toBe(fast.length)
      }),
    )
  })

  test('leaves a digit typed 40 ms before a fast scan', () => {
    const { keys, enterAt } = typed([200, 40, 5, 4, 6, 5, 5])
    expect(scannedBefore(keys, enterAt)).toBe(5)
  })

  test('is nothing where a person typed, however fast', () => {
    fc.assert(
      fc.property(byPerson, (gaps) => {
        const { keys, enterAt } = typed(gaps)
        expect(scannedBefore(keys, enterAt)).toBe(0)
      }),
    )
  })

  test('is nothing where two keys were rolled over and Enter came with them', () => {
    const { keys, enterAt } = typed([150, 20, 25])
    expect(scannedBefore(keys, enterAt)).toBe(0)
  })

  test('is nothing where Enter comes late', () => {
    const { keys } = typed([5, 5, 5, 5])
    expect(scannedBefore(keys, 400)).toBe(0)
  })
})
