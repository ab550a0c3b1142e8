import { expect, test } from 'vitest'
import { type BatchProfile, differences } from '../../shared/domain/differences.ts'

const berries = { name: 'Strawberries', base: 800, suppliers: ['Sunny Acres'], lots: ['A'], isUnknown: false }
const sugar = { name: 'Sugar', base: 400, suppliers: ['Costco'], lots: ['S'], isUnknown: false }
const ph = { name: 'pH', value: 3.2, unit: '' }
const good: BatchProfile = {
  lotNumber: 'G',
  made: 36,
  recipeVersion: 1,
  ingredients: [berries, sugar],
  readings: [ph],
}

test.each<[string, Partial<BatchProfile>, string[]]>([
  ['nothing', {}, []],
  [
    'another supplier',
    { ingredients: [{ ...berries, suppliers: ['Valley Farm'], lots: ['V'] }, sugar] },
    ['Strawberries came from Valley Farm, the others from Sunny Acres.'],
  ],
  ['another lot', { ingredients: [{ ...berries, lots: ['B'] }, sugar] }, ['Strawberries was another lot: B.']],
  ['a quantity', { ingredients: [berries, { ...sugar, base: 300 }] }, ['Sugar: 25 % less than usual.']],
  ['a quantity within reason', { ingredients: [berries, { ...sugar, base: 410 }] }, []],
  [
    'a larger batch of the same',
    {
      made: 72,
      ingredients: [
        { ...berries, base: 1600 },
        { ...sugar, base: 800 },
      ],
    },
    ['It made 72, 100 % more than the usual 36.'],
  ],
  ['one ingredient fewer', { ingredients: [berries] }, ['Sugar was in all of the others, and not in it.']],
  [
    'one more, of an unknown lot',
    { ingredients: [{ ...berries, isUnknown: true }, sugar, { ...sugar, name: 'Lemon' }] },
    ['Strawberries: nobody recorded the lot.', 'Lemon was in it, and in none of the others.'],
  ],
  ['a reading', { readings: [{ ...ph, value: 4.1 }] }, ['pH was 4.1, usually 3.2.']],
  ['the yield', { made: 30 }, ['It made 30, 17 % less than the usual 36.']],
  ['the recipe', { recipeVersion: 2 }, ['The recipe was another version: 2 instead of 1.']],
])('says what was different: %s', (_name, change, sentences) => {
  expect(differences({ ...good, lotNumber: 'X', ...change }, [good, good, good])).toEqual(sentences)
})

test('says nothing where there is nothing to compare with', () => {
  expect(differences(good, [])).toEqual([])
})
