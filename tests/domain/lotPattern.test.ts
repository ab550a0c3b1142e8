import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lotKey, lotNumberPattern, nextLotNumber } from '../../shared/domain/lotNumber.ts'
import { fits, type LotPattern, readPattern } from '../../shared/domain/lotPattern.ts'
import { codeWarnings, couldCollide, looksLike } from '../../shared/domain/productCodes.ts'

function pattern(text: string): LotPattern {
  const read = readPattern(text)
  if (!read.ok) throw new Error(read.message)
  return read.pattern
}

describe('a pattern', () => {
  test.each([
    ['{CODE}{YY}{DDD}-{A}', [], 'SJ26063-A'],
    ['{CODE}{YY}{DDD}-{A}', ['SJ26063-B'], 'SJ26063-C'],
    ['{code}-{yy}{mm}-{00}', ['SJ-2603-09'], 'SJ-2603-10'],
    ['{YYYY}{MM}{DD}-{0}-{CODE}', ['20260304-1-HS'], '20260304-2-SJ'],
    ['L{000}{CODE}', ['L007SJ'], 'L008SJ'],
    ['{A}{DD}{MM}', [], 'A0403'],
    ['MAPLE-{0000}', ['MAPLE-0041'], 'MAPLE-0042'],
  ])('%s after %j gives %s', (text, issued, next) => {
    expect(nextLotNumber(pattern(text), 'SJ', '2026-03-04', issued)).toBe(next)
  })

  test.each([
    ['{CODE}-{YYYY}', 'Add {A} for letters'],
    ['{CODE}-{A}-{00}', 'once only'],
    ['{CODE}-{WEEK}-{A}', '“{WEEK}” is not known'],
    ['{CODE} {A}', 'characters that a lot number cannot have'],
    ['{A}{CODE}', 'Put a hyphen after the sequence'],
    ['{00}{YYYY}', 'Put a hyphen after the sequence'],
    ['-{CODE}-{A}', 'begins and ends with'],
    ['{CODE}-{A}-', 'begins and ends with'],
    ['{CODE}-{YYYY}{MM}{DD}-KITCHEN-{A}', '20 characters at most'],
    ['{CODE', 'not known'],
    ['', 'Add {A} for letters'],
  ])('%s is refused', (text, says) => {
    const read = readPattern(text)
    expect(read.ok ? '' : read.message).toContain(says)
  })

  test('counts two letters of sequence in what fits', () => {
    expect(fits(pattern('{CODE}-{YYYY}{MM}{DD}-{A}'), 'ABCDEFG')).toBe(true)
    expect(fits(pattern('{CODE}-{YYYY}{MM}{DD}-{A}'), 'ABCDEFGHI')).toBe(false)
  })

  test('never gives an issued number, however many were given out before, by any product', () => {
    const pieces = fc.constantFrom('{YYYY}', '{YY}', '{MM}', '{DD}', '{DDD}', '{CODE}', 'K', '-')
    const texts = fc
      .tuple(
        fc.array(pieces, { maxLength: 4 }),
        fc.constantFrom('{A}', '{0}', '{00}'),
        fc.array(pieces, { maxLength: 2 }),
      )
      .map(([before, sequence, after]) => [...before, sequence, ...after].join(''))
    const batches = fc.array(
      fc.tuple(fc.constantFrom('SJ', 'S', 'SJ2', 'A1'), fc.constantFrom('2026-03-04', '2026-11-12')),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(texts, batches, (text, made) => {
        const read = readPattern(text)
        fc.pre(read.ok)
        if (!read.ok) return
        const issued: string[] = []
        for (const [code, day] of made) {
          const next = nextLotNumber(read.pattern, code, day, issued)
          expect(issued).not.toContain(next)
          expect(next).toMatch(/^[A-Z0-9-]+$/)
          issued.push(next)
        }
      }),
    )
  })
})

describe('codes of products', () => {
  test.each([
    ['SO', 'S0', true],
    ['B1', 'BI', true],
    ['5J', 'SJ', true],
    ['B8', 'BB', true],
    ['SJ', 'HS', false],
    ['SJ', 'SJ', false],
  ])('%s and %s look alike: %s', (code, other, alike) => {
    expect(looksLike(code, other)).toBe(alike)
  })

  test.each([
    ['{CODE}-{0000}', 'S', 'S1', true],
    ['{CODE}-{0000}', 'SJ', 'HS', false],
    ['{CODE}-{YYYY}{MM}{DD}-{A}', 'S', 'S2', false],
    ['{CODE}-{YYYY}{MM}{DD}-{A}', 'SJ', 'SJA', false],
    ['{CODE}{A}', 'S', 'SJ', true],
    ['{CODE}X{0}', 'S', 'S1', false],
    ['{0000}', 'S', 'S1', false],
  ])('in %s, %s and %s could come to one number: %s', (text, code, other, collide) => {
    expect(couldCollide(pattern(text), code, other)).toBe(collide)
  })

  test('could collide whenever two of their numbers are one', () => {
    const code = fc.stringMatching(/^[A-Z][A-Z0-9]{0,3}$/)
    const days = fc.constantFrom('2026-01-01', '2026-12-31', '2026-03-04')
    const texts = fc.constantFrom('{CODE}{0}', '{CODE}-{YY}{0}', '{CODE}{DDD}-{A}', '{CODE}{A}', '{YY}{CODE}-{00}')
    fc.assert(
      fc.property(texts, code, code, days, days, fc.nat(300), fc.nat(300), (text, a, b, dayA, dayB, skipA, skipB) => {
        fc.pre(a !== b)
        const number = (of: string, day: string, skip: number) =>
          lotKey(nextLotNumber(pattern(text), of, day, [], skip))
        if (number(a, dayA, skipA) === number(b, dayB, skipB)) expect(couldCollide(pattern(text), a, b)).toBe(true)
        expect(nextLotNumber(pattern(text), a, dayA, [], skipA)).toMatch(lotNumberPattern)
      }),
      { numRuns: 2000 },
    )
  })

  test('are warned of in sentences', () => {
    const products = [
      { name: 'Salsa', code: 'SO' },
      { name: 'Sorbet', code: 'S0' },
      { name: 'Soup', code: 'S' },
    ]
    expect(codeWarnings(products, pattern('{CODE}-{0}'))).toEqual([
      'SO (Salsa) is easily read as S0 (Sorbet). Choose codes that nobody mixes up.',
      'S0 (Sorbet) and S (Soup) could come to the same number. Put a hyphen or letters between code and figures, or choose another code.',
    ])
  })
})
