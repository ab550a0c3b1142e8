import { describe, expect, test } from 'vitest'
import { netContents } from '../../shared/domain/netContents.ts'
import { parseQuantity, type Quantity } from '../../shared/domain/quantity.ts'
import { ingredientStatement, inList, type StatementPart } from '../../shared/domain/statement.ts'

function quantity(text: string): Quantity {
  const parsed = parseQuantity(text, 'each')
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.quantity
}

describe('net contents', () => {
  test.each([
    ['8 oz', 'Net Wt 8 oz (226 g)'],
    ['12 oz', 'Net Wt 12 oz (340 g)'],
    ['2 oz', 'Net Wt 2 oz (56 g)'],
    ['1 lb', 'Net Wt 16 oz, 1 lb (453 g)'],
    ['24 oz', 'Net Wt 24 oz, 1 lb 8 oz (680 g)'],
    ['5 lb', 'Net Wt 5 lb (2.26 kg)'],
    ['0.25 oz', 'Net Wt 0.25 oz (7 g)'],
    ['250 g', 'Net Wt 250 g (8.8 oz)'],
    ['1.5 kg', 'Net Wt 1.5 kg (52.9 oz, 3 lb 4.9 oz)'],
    ['8 fl oz', 'Net 8 fl oz (236 mL)'],
    ['16 fl oz', 'Net 16 fl oz, 1 pt (473 mL)'],
    ['12', '12 count'],
    ['12 unidades', '12 count'],
    ['2 docenas', '2 dozen'],
    ['6 cookies', '6 cookies'],
  ])('of %s are declared as %s, never more than is there', (net, declared) => {
    expect(netContents(quantity(net), null)).toBe(declared)
  })

  test('name 454 g only once the jar was weighed to hold them', () => {
    expect(netContents(quantity('1 lb'), quantity('453.9 g'))).toContain('(453 g)')
    expect(netContents(quantity('1 lb'), quantity('454 g'))).toContain('(454 g)')
    expect(netContents(quantity('8 oz'), quantity('8.1 oz'))).toContain('(227 g)')
  })
})

const plain = { twoPercent: false, withoutWater: false }
const part = (name: string, weight: number | null, madeOf: StatementPart['madeOf'] = ''): StatementPart => ({
  name,
  weight,
  madeOf,
})

describe('the list of ingredients', () => {
  test('goes by weight, the heaviest first, with what they are made of in brackets', () => {
    const jam = part('jam', 30, [part('sugar', 2), part('strawberries', 5)])
    const parts = [part('butter', 20, 'cream, salt.'), jam, part('flour', 50)]
    expect(ingredientStatement(parts, plain)).toEqual({
      text: 'Flour, jam (strawberries, sugar), butter (cream, salt).',
      unweighed: [],
    })
  })

  test('adds up what goes in twice', () => {
    expect(ingredientStatement([part('sugar', 6), part('flour', 10), part('sugar', 5)], plain).text).toBe(
      'Sugar, flour.',
    )
  })

  test('names 2 % or less last, and leaves water out, only where asked', () => {
    const parts = [part('Water', 100), part('peppers', 96), part('garlic', 4), part('salt', 2)]
    expect(ingredientStatement(parts, plain).text).toBe('Water, peppers, garlic, salt.')
    expect(ingredientStatement(parts, { ...plain, twoPercent: true }).text).toBe(
      'Water, peppers, contains 2% or less of garlic, salt.',
    )
    expect(ingredientStatement(parts, { ...plain, withoutWater: true }).text).toBe('Peppers, garlic, salt.')
  })

  test('says what it could not weigh, and does not guess its place', () => {
    const parts = [part('vanilla', null), part('flour', 10), part('cake', 20, [part('eggs', null), part('sugar', 3)])]
    expect(ingredientStatement(parts, { ...plain, twoPercent: true })).toEqual({
      text: 'Cake (sugar, eggs), flour, vanilla.',
      unweighed: ['vanilla', 'eggs'],
    })
    expect(ingredientStatement([part('honey', null)], plain)).toEqual({ text: 'Honey.', unweighed: [] })
    expect(ingredientStatement([], plain)).toEqual({ text: '', unweighed: [] })
  })

  test('writes a name small within the list unless it is an abbreviation', () => {
    expect([inList('Lemon juice'), inList('MSG'), inList('All-purpose flour')]).toEqual([
      'lemon juice',
      'MSG',
      'all-purpose flour',
    ])
  })
})
