import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWord, exactQuantityText, formatQuantity, parseQuantity, scaleBase } from '../../shared/domain/quantity.ts'
import { MAX_BASE, ONE_PIECE, unitNamed, unitsOf } from '../../shared/domain/units.ts'

const allUnits = (['mass', 'volume', 'count'] as const).flatMap(unitsOf)

function baseOf(text: string): number {
  const parsed = parseQuantity(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.quantity.base
}

describe('a quantity', () => {
  test.each([
    ['16 × 1 oz', '1 oz', 16, '1 lb'],
    ['2 × ½ oz', '½ oz', 2, '1 oz'],
    ['10 × 0.1 oz', '0.1 oz', 10, '1 oz'],
    ['100 × 0.01 lb', '0.01 lb', 100, '1 lb'],
    ['3 × ⅓ lb', '1/3 lb', 3, '1 lb'],
    ['3 tsp', '1 tsp', 3, '1 tbsp'],
    ['8 × ⅛ tsp', '⅛ tsp', 8, '1 tsp'],
    ['16 tbsp', '1 tbsp', 16, '1 cup'],
    ['8 fl oz', '1 fl oz', 8, '1 cup'],
    ['3 × ⅓ cup', '1/3 cup', 3, '1 cup'],
    ['16 cups', '1 cup', 16, '1 gal'],
    ['12 pieces', '1 each', 12, '1 dozen'],
    ['3 × ⅓ lemon', '1/3 lemon', 3, '1 lemon'],
    ['1000 g', '1 g', 1000, '1 kg'],
  ])('%s is exactly the larger measure', (_name, part, times, whole) => {
    expect(baseOf(part) * times).toBe(baseOf(whole))
  })

  test.each([
    ['8 lb', '8 lb'],
    ['2 lb 4 oz', '36 oz'],
    ['1 1/2 cup', '12 fl oz'],
    ['1½ cups', '24 tbsp'],
    ['½ tsp', '0.5 tsp'],
    ['1,5 kg', '1500 g'],
    ['1,5 lb', '24 oz'],
    ['0,125 kg', '125 g'],
    ['1,234.5 g', '1234.5 g'],
    ['1,234,567 mg', '1234567 mg'],
    [',5 oz', '0.5 oz'],
    ['.5 oz', '0.5 oz'],
    ['2 Lbs.', '2 pounds'],
    ['1 T', '3 t'],
    ['2 fl. oz.', '4 tbsp'],
    ['1 lb and 2 oz', '18 oz'],
    ['3 loaves', '3 each'],
    ['1 and 1/2 lb', '24 oz'],
    ['1 y 1/2 tazas', '1½ cups'],
    ['8 libras', '8 lb'],
    ['2 libras y 4 onzas', '36 oz'],
    ['1½ tazas', '24 tbsp'],
    ['2 onzas líquidas', '4 cucharadas'],
    ['1 Galón', '16 tazas'],
    ['½ docena', '6 huevos'],
    ['2 docenas', '24 piezas'],
  ])('“%s” is “%s”', (one, other) => {
    expect(baseOf(one)).toBe(baseOf(other))
  })

  test('keeps what was typed and the first unit', () => {
    expect(parseQuantity(' 2 lb 4 oz ')).toMatchObject({
      quantity: { text: '2 lb 4 oz', unit: 'lb', dimension: 'mass' },
    })
  })

  test('shows a decimal comma as the point that it was read as, and asks where it may divide thousands', () => {
    const text = (typed: string) => {
      const parsed = parseQuantity(typed)
      return parsed.ok ? parsed.quantity.text : parsed.message
    }
    expect(['1,5 lb', '2 lb, 4,5 oz', ',5 kg', '1,234.5 g', '0,125 kg'].map(text)).toEqual([
      '1.5 lb',
      '2 lb, 4.5 oz',
      '.5 kg',
      '1234.5 g',
      '0.125 kg',
    ])
    expect(['1,500 g', '12,500 g', '1,500'].map(text)).toEqual([
      'Is 1,500 1500 or 1.500? Type it without the comma.',
      'Is 12,500 12500 or 12.500? Type it without the comma.',
      'Is 1,500 1500 or 1.500? Type it without the comma.',
    ])
  })

  test('takes the item’s own unit for a bare number, also a word that only this kitchen counts in', () => {
    expect(parseQuantity('4', 'lb')).toMatchObject({ quantity: { text: '4 lb', base: baseOf('4 lb') } })
    expect(parseQuantity('3 crocks', 'crock')).toMatchObject({ quantity: { base: 3 * ONE_PIECE, unit: 'crock' } })
    expect(parseQuantity('3 crocks', 'jar')).toMatchObject({ ok: false })
    const ownUnits = ['flat', 'costal', 'cartón']
    expect(
      ['2 flats', '1 costal', '2 costales', '3 cartones'].map((text) => {
        const parsed = parseQuantity(text, 'lb', ownUnits)
        return parsed.ok ? parsed.quantity.unit : parsed.message
      }),
    ).toEqual(['flat', 'costal', 'costal', 'cartón'])
  })

  test.each([
    '',
    '0',
    '0 lb',
    '-1',
    '-1 lb',
    '1e9',
    '1e9 g',
    'abc',
    '1..2',
    '1.2.3',
    '1/0 lb',
    '4',
    '5 blah',
    '2 flats',
    '2 flour',
    '3 lb 2 cups',
    '2 lb 4',
    '1,500 g',
    '99999999999 lb',
    '½½ lb',
    '∞ lb',
    'NaN kg',
  ])('“%s” is refused with a sentence', (text) => {
    const parsed = parseQuantity(text)
    expect(parsed.ok).toBe(false)
    if (!parsed.ok) expect(parsed.message).toMatch(/^[A-Z“].+[.?]$/)
  })

  test('written exactly reads back the same, whatever is left of a lot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_BASE }), fc.constantFrom(...allUnits), (base, unit) => {
        expect(baseOf(exactQuantityText(base, unit))).toBe(base)
      }),
      { numRuns: 2000 },
    )
  })

  test('typed as a decimal or a fraction is off by half a base unit at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(...allUnits),
        (top, bottom, unit) => {
          const size = BigInt(unitNamed(unit).base)
          const exact = { top: BigInt(top) * size, bottom: BigInt(bottom) }
          fc.pre(exact.top <= BigInt(MAX_BASE) * exact.bottom)
          const error = 2n * (BigInt(baseOf(`${top}/${bottom} ${unit}`)) * exact.bottom - exact.top)
          expect(error <= exact.bottom && error >= -exact.bottom).toBe(true)
        },
      ),
    )
  })

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d ./,½a-z]{0,20}$/)), (text) => {
        const parsed = parseQuantity(text)
        expect(parsed.ok ? parsed.quantity.base > 0 : parsed.message.length > 0).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('shown to people', () => {
  test.each([
    ['28 oz', 'lb', '1.75 lb'],
    ['36 each', 'jar', '36 jars'],
    ['1 each', 'jar', '1 jar'],
    ['2 each', 'loaf', '2 loaves'],
    ['1 mg', 'lb', 'under 0.001 lb'],
    ['1/3 cup', 'cup', '0.333 cup'],
  ])('%s in %s is %s', (text, unit, shown) => {
    expect(formatQuantity(baseOf(text), unit)).toBe(shown)
  })

  test('a change below zero has its sign', () => {
    expect(formatQuantity(-baseOf('2 oz'), 'oz')).toBe('-2 oz')
    expect(formatQuantity(0, 'oz')).toBe('0 oz')
  })

  test.each([
    ['jar', 'jars'],
    ['box', 'boxes'],
    ['batch', 'batches'],
    ['loaf', 'loaves'],
    ['glass', 'glasses'],
  ])('one %s, two %s', (one, two) => {
    expect([countWord(one, 1), countWord(one, 2), countWord(two, 1), countWord(two, 2)]).toEqual([one, two, one, two])
  })
})

test('a recipe scaled up and down again is the recipe, to the base unit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 500 }), (base, units) => {
      expect(scaleBase(scaleBase(base, units, 1), 1, units)).toBe(base)
    }),
  )
})
