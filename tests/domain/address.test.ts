import { expect, test } from 'vitest'
import { splitAddress } from '../../shared/domain/address.ts'

test.each([
  ['12 Orchard Lane, Brattleboro, VT 05301', ['12 Orchard Lane', 'Brattleboro', 'VT', '05301']],
  ['12 Orchard Lane\nBrattleboro, VT 05301-1234', ['12 Orchard Lane', 'Brattleboro', 'VT', '05301-1234']],
  ['1 Main St, Suite 4\nNew York, NY 10001\nUSA', ['1 Main St, Suite 4', 'New York', 'NY', '10001']],
  ['PO Box 7, Saint Paul, mn 55101', ['PO Box 7', 'Saint Paul', 'MN', '55101']],
])('%j is taken apart', (text, [street, city, state, zip]) => {
  expect(splitAddress(text)).toEqual({ street, city, state, zip, country: 'US' })
})

test('what is written otherwise stays whole', () => {
  expect(splitAddress('Behind the red barn, Route 9')).toMatchObject({
    street: 'Behind the red barn, Route 9',
    zip: '',
  })
  expect(splitAddress('')).toEqual({ street: '', city: '', state: '', zip: '', country: '' })
})
