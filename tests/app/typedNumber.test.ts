import { expect, test } from 'vitest'
import { readTyped, typedText } from '../../renderer/forms/typedNumber.ts'

test('a price is read in cents, whichever sign its decimals have, and shown as understood', () => {
  const read = (text: string) => readTyped(text, 'money')
  expect(['18.50', '18,5', '$18', '1,200', '$1,234.50', '.5', ''].map(read)).toEqual([
    1850,
    1850,
    1800,
    120_000,
    123_450,
    50,
    null,
  ])
  // Cents have two digits, so these are slips: the schema says so.
  expect(['1.200', '1.200,50', '-5', 'x'].map(read)).toEqual(['1.200', '1.200,50', '-5', 'x'])
  expect([120_000, 1850, 'x', null].map((value) => typedText(value, 'money'))).toEqual(['1200.00', '18.50', 'x', ''])
})

test('a count with a comma of thousands is that count, and never a part of it', () => {
  const read = (text: string) => readTyped(text, 'units')
  expect(['36', '1,200', '12,000', '1,5', '1,200.5', '', 'many'].map(read)).toEqual([
    36,
    1200,
    12_000,
    1.5,
    1200.5,
    null,
    'many',
  ])
})
