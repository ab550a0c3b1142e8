import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReceiptLine } from '../../shared/domain/receiptLine.ts'
import { type KnownNames, meansOneThing } from '../../shared/domain/receiptNames.ts'

const TODAY = '2026-03-28'
const strawberries = { id: 1, name: 'Strawberries' }
const sugar = { id: 2, name: 'Sugar' }
const brownSugar = { id: 3, name: 'Brown sugar' }
const valley = { id: 1, name: 'Valley Farm' }
const costco = { id: 2, name: 'Costco Main St' }
const greenGate = { id: 3, name: 'Green Gate Berries' }
const known: KnownNames = {
  ingredients: [strawberries, sugar, brownSugar],
  suppliers: [valley, costco, greenGate],
}

function read(text: string, names: KnownNames = known) {
  return readReceiptLine(text, names, TODAY)
}

const nothingElse = { receivedOn: null, bestBy: null, supplierLot: null, costCents: null, problem: null }

describe('a delivery typed in one line', () => {
  test('in the row of an ingredient: supplier and quantity', () => {
    expect(read('va 40 lb', { ...known, ingredient: strawberries })).toEqual({
      ...nothingElse,
      readings: [{ ingredient: strawberries, supplier: valley }],
      quantity: '40 lb',
    })
  })

  test('names the ingredient and the supplier in either order, by beginnings or initials', () => {
    for (const text of ['sugar costco 25 lb', 'costco 25 lb sugar', '25 lb sugar, cms', 'Sugar 25 lb COST'])
      expect(read(text)).toEqual({
        ...nothingElse,
        readings: [{ ingredient: sugar, supplier: costco }],
        quantity: '25 lb',
      })
  })

  test('as a sentence would say it', () => {
    for (const text of ['8 lb of straw from valley', 'straw 8 lb from valley', 'straw, 8 lb de valley'])
      expect(read(text).readings).toEqual([{ ingredient: strawberries, supplier: valley }])
    expect(read('2 lb of kiwi from valley').readings[0]).toEqual({
      ingredient: { id: null, name: 'kiwi' },
      supplier: valley,
    })
    expect(read('straw 8 lb De Cecco').readings[0]?.supplier).toEqual({ id: null, name: 'De Cecco' })
    expect(read('straw 8 lb de los pinos').readings[0]?.supplier).toEqual({ id: null, name: 'los pinos' })
    const row = { ...known, ingredient: strawberries }
    expect(read('8 lb of strawberries from Valley Farm', row).readings).toEqual([
      { ingredient: strawberries, supplier: valley },
    ])
    expect(read('8 lb of straw from Joe', row).readings[0]?.supplier).toEqual({ id: null, name: 'Joe' })
    const cream = { ...known, ingredients: [...known.ingredients, { id: 8, name: 'Cream' }] }
    expect(read('cream of tartar 1 lb', cream).readings).toEqual([
      { ingredient: { id: null, name: 'cream of tartar' }, supplier: null },
    ])
    expect(read('8 lb of kale from Valley Farm').readings[0]).toEqual({
      ingredient: { id: null, name: 'kale' },
      supplier: valley,
    })
  })

  test('of what is counted, where that is the ingredient', () => {
    const [eggs, jars] = [
      { id: 8, name: 'Eggs' },
      { id: 9, name: 'Jars of glass, and of plastic' },
    ]
    const with2 = { ...known, ingredients: [...known.ingredients, eggs, jars] }
    expect(read('24 eggs valley farm', with2)).toMatchObject({
      readings: [{ ingredient: eggs, supplier: valley }],
      quantity: '24 eggs',
    })
    expect(read('12 eggs', with2).readings).toEqual([{ ingredient: eggs, supplier: null }])
    expect(read('30 jars of sugar from costco', with2).readings).toEqual([{ ingredient: sugar, supplier: costco }])
  })

  test('with a number that nothing says the meaning of is asked about, unless a name has it', () => {
    expect(read('straw 8 lb valley 56')).toMatchObject({
      readings: [{ ingredient: strawberries, supplier: valley }],
      problem: 'What is 56? Put $ before a price and “lot” before a lot, or leave it out.',
    })
    for (const text of ['sugar 2 25 lb costco', 'sugar 25 lb costco lot A 99', 'kale 8 lb joe 56'])
      expect(read(text).problem).toMatch(/^What is (?:2|99|56)\?/)
    const flour = { id: 8, name: 'Flour 00' }
    const floury = { ...known, ingredients: [...known.ingredients, flour] }
    for (const text of ['flour 00 25 lb costco', '25 lb flour 00 costco', 'flour 25 lb costco'])
      expect(read(text, floury)).toMatchObject({
        readings: [{ ingredient: flour, supplier: costco }],
        problem: null,
      })
    expect(read('7 grain mix 5 lb')).toMatchObject({
      readings: [{ ingredient: { id: null, name: '7 grain mix' }, supplier: null }],
      problem: null,
    })
  })

  test('with everything a bag says', () => {
    expect(read('straw 8 lb valley 3/2 bb 3/8 lot A-99 $56')).toEqual({
      readings: [{ ingredient: strawberries, supplier: valley }],
      quantity: '8 lb',
      receivedOn: '2026-03-02',
      bestBy: '2026-03-08',
      supplierLot: 'A-99',
      costCents: 5600,
      problem: null,
    })
  })

  test('in the words of Spanish', () => {
    expect(read('straw 8 lb valley ayer cad 3/8 lote A-99')).toEqual({
      ...read('straw 8 lb valley yesterday bb 3/8 lot A-99'),
    })
    expect(read('straw 8 libras').quantity).toBe('8 libras')
    expect([read('straw 8 lb hoy').receivedOn, read('straw 8 lb ene 5').receivedOn]).toEqual([
      read('straw 8 lb today').receivedOn,
      read('straw 8 lb jan 5').receivedOn,
    ])
  })

  test('a decimal comma is shown as it was understood', () => {
    expect(['sugar 1,5 lb', 'sugar 1,5'].map((line) => read(line).quantity)).toEqual(['1.5 lb', '1.5'])
  })

  test('a comma of thousands in money is read, and in a quantity asked about', () => {
    expect(['$1,200', '$1,234.50', '$18,5', '$ 18.50'].map((price) => read(`straw 8 lb ${price}`).costCents)).toEqual([
      120_000, 123_450, 1850, 1850,
    ])
    expect(read('sugar costco 1,500 lb 3/2')).toMatchObject({
      readings: [{ ingredient: sugar, supplier: costco }],
      quantity: '1,500 lb',
      problem: 'Is 1,500 1500 or 1.500? Type it without the comma.',
    })
  })

  test.each([
    ['straw 1 1/2 lb', '1 1/2 lb'],
    ['straw 1 and 1/2 lb', '1 1/2 lb'],
    ['straw 2 lb 4 oz va', '2 lb 4 oz'],
    ['straw ½ lb', '½ lb'],
    ['straw 40lb', '40lb'],
    ['straw 12 fl oz', '12 fl oz'],
    ['straw 8', '8'],
    ['straw 3/4 lb 3/2', '3/4 lb'],
  ])('%s is a quantity of %s', (text, quantity) => {
    expect(read(text).quantity).toBe(quantity)
  })

  test.each([
    ['3/2', '2026-03-02'],
    ['3/28', '2026-03-28'],
    ['3/29', '2025-03-29'],
    ['2/29', '2024-02-29'],
    ['12/31/25', '2025-12-31'],
    ['2026-02-15', '2026-02-15'],
    ['mar 2', '2026-03-02'],
    ['yesterday', '2026-03-27'],
  ])('%s is the day %s', (typed, day) => {
    expect(read(`sugar 5 lb ${typed}`).receivedOn).toBe(day)
  })

  test.each([
    ['bb 4/1', '2026-04-01'],
    ['bb 3/1', '2027-03-01'],
    ['best by 12/31/27', '2027-12-31'],
    ['exp mar 30', '2026-03-30'],
    ['bb3/30', '2026-03-30'],
  ])('%s is best by %s', (typed, day) => {
    expect(read(`sugar 5 lb ${typed}`).bestBy).toBe(day)
  })

  test('takes words such as best for a name where no day follows', () => {
    const best = { id: 9, name: 'Best Foods' }
    const reading = read('sugar 5 lb best', { ...known, suppliers: [best] })
    expect(reading.readings).toEqual([{ ingredient: sugar, supplier: best }])
  })

  test('never guesses: what fits two things shows both, and is not yet one thing', () => {
    const orchard = { id: 4, name: 'Valley Orchard' }
    const { readings } = read('straw 8 lb valley', { ...known, suppliers: [...known.suppliers, orchard] })
    expect(readings.map(({ supplier }) => supplier?.name)).toEqual(['Valley Farm', 'Valley Orchard'])
    expect(meansOneThing(readings)).toBe(false)
    expect(meansOneThing(read('su 5 lb').readings)).toBe(false)
    expect(meansOneThing(read('sugar 5 lb').readings)).toBe(true)
  })

  test('asks before it makes a new name', () => {
    const { readings } = read('sugar 5 lb Corner shop')
    expect(readings[0]).toEqual({ ingredient: sugar, supplier: { id: null, name: 'Corner shop' } })
    expect(meansOneThing(readings)).toBe(false)
    expect(read('Flour 5 lb').readings).toEqual([{ ingredient: { id: null, name: 'Flour' }, supplier: null }])
  })

  test.each([
    ['', 'Type the ingredient'],
    ['sugar', 'Type how much'],
    ['sugar 5 lb costco 6 lb', 'more than one quantity'],
    ['sugar 5 lb 3/2 3/3', 'more than one day'],
    ['sugar 5 lb 3/2/26 bb 3/1/26', 'before the day it came in'],
  ])('“%s” says what is missing', (text, problem) => {
    expect(read(text).problem).toContain(problem)
  })
})

const word = fc.constantFrom(
  'straw',
  'sugar',
  'va',
  'costco',
  '8',
  'lb',
  '3/2',
  'bb',
  'lot',
  '$',
  '#',
  '½',
  '1/2',
  '$5',
  'best',
  'oz',
)

test('whatever is typed, nothing throws and every word counts once', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word, { maxLength: 10 }).map((words) => words.join(' ')),
      ),
      (text) => {
        const line = read(text)
        for (const { ingredient } of line.readings) expect(ingredient.name).not.toBe('')
        if (line.problem === null) expect(line.readings.length).toBeGreaterThan(0)
      },
    ),
  )
})

test('the order of the parts does not matter', () => {
  const parts = ['sugar', 'costco', '25 lb', '3/2', 'bb 4/1', 'lot A-99', '$56']
  const expected = read(parts.join(' '))
  fc.assert(
    fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
      expect(read(shuffled.join(' '))).toEqual(expected)
    }),
  )
})
