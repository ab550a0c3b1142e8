import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigit, digitalLink, elementString, type Gs1Element } from '../../shared/domain/gs1Elements.ts'
import { bagFacts, readGs1Day, readScan } from '../../shared/domain/gs1Reading.ts'

interface Vector {
  readonly in: string
  readonly ok: boolean
  readonly ai?: string | null
  readonly dataStr?: string
}

/** Verdicts of GS1's own syntax engine on inputs we chose (Apache-2.0; version in the file). */
const vectors = JSON.parse(readFileSync(new URL('../fixtures/gs1Vectors.json', import.meta.url), 'utf8')) as {
  readonly ai: readonly Vector[]
  readonly dl: readonly Vector[]
  readonly scan: readonly Vector[]
}

function bracketed(scan: string): string | undefined {
  const read = readScan(scan)
  return read.kind === 'gs1' ? read.elements.map(({ ai, value }) => `(${ai})${value}`).join('') : undefined
}

describe('agrees with GS1’s engine', () => {
  test.each(vectors.dl)('on the link $in', ({ in: link, ok, ai }) => {
    expect(bracketed(link)).toBe(ok ? ai : undefined)
  })

  test.each(vectors.scan.filter(({ ai }) => typeof ai === 'string'))('on the scan $in', ({ in: scan, ai }) => {
    expect(bracketed(scan)).toBe(ai)
  })

  test.each(vectors.ai)('on $in below and in a symbol', ({ in: written, ok, dataStr }) => {
    expect(bracketed(written)).toBe(ok ? written : undefined)
    if (dataStr !== undefined) expect(bracketed(`]C1${dataStr.slice(1).replaceAll('^', '\u001D')}`)).toBe(written)
  })
})

test('what is no GS1 data is what it is: a product number, or plain text', () => {
  expect(readScan(']E09506000134352')).toEqual({ kind: 'gtin', gtin: '09506000134352' })
  expect(readScan('9506000134352')).toEqual({ kind: 'gtin', gtin: '09506000134352' })
  expect(readScan(']C0SJ-20260304-A')).toEqual({ kind: 'plain', text: 'SJ-20260304-A' })
  expect(readScan('SJ-20260304-A-017')).toEqual({ kind: 'plain', text: 'SJ-20260304-A-017' })
  expect(readScan('9506000134353')).toEqual({ kind: 'plain', text: '9506000134353' })
  expect(readScan('https://shop.example.com/jam')).toEqual({ kind: 'plain', text: 'https://shop.example.com/jam' })
})

test('a scanner that sends no identifier is understood all the same', () => {
  expect(bracketed('010950600013435210L1')).toBe('(01)09506000134352(10)L1')
  expect(readScan('010950600013435310L1').kind).toBe('plain')
})

test('a supplier’s other identifiers are passed over', () => {
  expect(bracketed(']C1010950600013435210L1\u001D240ABC\u001D15260904')).toBe(
    '(01)09506000134352(10)L1(240)ABC(15)260904',
  )
})

test('what claims to be GS1 data and is not says why', () => {
  expect(readScan(']C1010950600013435310L1')).toEqual({
    kind: 'wrong',
    message: 'This barcode cannot be used: (01) GTIN 09506000134353 has a wrong check digit. Type what the bag says.',
  })
})

test('the facts of a bag: product, lot, date, weight', () => {
  const read = readScan(']C1010950600013435215260900310300025010A/99\u001D3012')
  expect(read.kind === 'gs1' && bagFacts(read.elements, '2026-03-04')).toEqual({
    gtin: '09506000134352',
    lot: 'A/99',
    bestBy: '2026-09-30',
    madeOn: null,
    serial: null,
    weight: '0.25 kg',
    count: 12,
  })
})

test.each([
  ['3100', '000025', '25 kg'],
  ['3202', '000055', '0.55 lb'],
  ['3205', '100000', '1 lb'],
  ['3105', '000001', '0.00001 kg'],
  ['3103', '000000', null],
])('(%s)%s weighs %s', (ai, value, weight) => {
  expect(bagFacts([{ ai, value }], '2026-03-04').weight).toBe(weight)
})

test.each([
  ['260904', '2026-03-04', '2026-09-04'],
  ['760101', '2026-03-04', '2076-01-01'],
  ['770101', '2026-03-04', '1977-01-01'],
  ['010101', '2051-03-04', '2101-01-01'],
  ['020101', '2051-03-04', '2002-01-01'],
  ['280200', '2026-03-04', '2028-02-29'],
  ['270200', '2026-03-04', '2027-02-28'],
])('the day %s read on %s is %s', (value, today, day) => {
  expect(readGs1Day(value, today)).toBe(day)
})

const text = fc.stringMatching(/^[A-Za-z0-9\-./]{1,20}$/)
const gtin = fc.stringMatching(/^\d{13}$/).map((digits) => `${digits}${checkDigit(digits)}`)
const elements = fc
  .record({
    gtin,
    lot: fc.option(text),
    serial: fc.option(text),
    bestBy: fc.option(fc.constantFrom('260904', '280229')),
  })
  .map(({ gtin: value, lot, serial, bestBy }): Gs1Element[] => [
    { ai: '01', value },
    ...(lot === null ? [] : [{ ai: '10', value: lot }]),
    ...(serial === null ? [] : [{ ai: '21', value: serial }]),
    ...(bestBy === null ? [] : [{ ai: '15', value: bestBy }]),
  ])

test('whatever is written as a symbol or a link is read back', () => {
  fc.assert(
    fc.property(elements, (all) => {
      expect(readScan(`]d2${elementString(all).slice(1).replaceAll('^', '\u001D')}`)).toEqual({
        kind: 'gs1',
        elements: all,
      })
      expect(readScan(digitalLink(all, 'https://id.gs1.org') ?? '')).toEqual({ kind: 'gs1', elements: all })
    }),
  )
})

test('never throws, whatever is scanned', () => {
  fc.assert(
    fc.property(fc.constantFrom('', ']C1', ']d2', '01', 'https://a/01/'), fc.string(), (start, rest) => {
      expect(['gs1', 'gtin', 'plain', 'wrong']).toContain(readScan(start + rest).kind)
    }),
  )
})
