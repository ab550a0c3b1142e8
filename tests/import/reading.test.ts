import { expect, test } from 'vitest'
import { saidText } from '../../shared/import/blank.ts'
import { alike, nameClusters } from '../../shared/import/clusters.ts'
import { dateEvidence, readDate } from '../../shared/import/dates.ts'
import { guessTable } from '../../shared/import/guessTable.ts'
import { headKey, unitInHead } from '../../shared/import/headKey.ts'
import { guessDecimal, plainNumber, readCents, readCount } from '../../shared/import/numbers.ts'
import { cellQuantity } from '../../shared/import/quantities.ts'

test.each([
  ['2026-03-04', '2026-03-04'],
  ['2026/3/4', '2026-03-04'],
  ['2026.03.04', '2026-03-04'],
  ['20260304', '2026-03-04'],
  ['30260304', undefined],
  ['3/4/2026', '2026-03-04'],
  ['3-4-26', '2026-03-04'],
  ['3.4.26.', '2026-03-04'],
  ['3 4 2026', '2026-03-04'],
  ['3/4/79', '2079-03-04'],
  ['3/4/80', '1980-03-04'],
  ['13/4/2026', undefined],
  ['2/30/2026', undefined],
  ['2/29/2024', '2024-02-29'],
  ['Mar 4, 2026', '2026-03-04'],
  ['March 4th 2026', '2026-03-04'],
  ['4 March 2026', '2026-03-04'],
  ['4-Mar-26', '2026-03-04'],
  ['Marble 4, 2026', '2026-03-04'],
  ['Foo 4, 2026', undefined],
  ['Wed, 3/4/2026', '2026-03-04'],
  ['Wednesday 4 March 2026', '2026-03-04'],
  ['2026-03-04T09:30:00Z', '2026-03-04'],
  ['2026-03-04 09:30:00 -0500', '2026-03-04'],
  ['3/4/2026 9:30 am', '2026-03-04'],
  ['1969-12-31', undefined],
  ['1970-01-01', '1970-01-01'],
  ['2150-12-31', '2150-12-31'],
  ['2151-01-01', undefined],
  ['', undefined],
  ['soon', undefined],
])('“%s” with the month first is %s', (text, day) => {
  expect(readDate(text, 'month first')).toBe(day)
})

test('with the day first the parts change places, and only where all are numbers', () => {
  const read = (text: string) => readDate(text, 'day first')
  expect([read('3/4/2026'), read('13/4/2026'), read('4/13/2026'), read('2026-03-04'), read('Mar 4, 2026')]).toEqual(['2026-04-03', '2026-04-13', undefined, '2026-03-04', '2026-03-04']) // prettier-ignore
})

test.each([
  [['3/4/2026', '3/13/2026'], 'month first', true, null, false],
  [['3/4/2026', '13/3/2026'], 'day first', true, null, false],
  [['3/13/2026', '13/3/2026'], 'month first', false, '3/13/2026', true],
  [['3/4/2026', '5/5/2026'], 'month first', false, '3/4/2026', false],
  [['3.4.2026'], 'day first', false, '3.4.2026', false],
  [['5/5/2026', '2026-03-04', 'soon'], 'month first', true, null, false],
  [['3/4/2026 9:30'], 'month first', false, '3/4/2026 9:30', false],
] as const)('the dates %j say', (texts, order, certain, unclear, mixed) => {
  const evidence = dateEvidence(texts)
  expect([evidence.order, evidence.certain, evidence.unclear, evidence.mixed]).toEqual([order, certain, unclear, mixed])
})

test.each([
  [['1,5'], 'comma'],
  [['12,75 €'], 'comma'],
  [['1.234,50'], 'comma'],
  [['0,125'], 'comma'],
  [['1.5'], 'point'],
  [['1,234'], 'point'],
  [['1,234.50'], 'point'],
  [['.125'], 'point'],
  [['1,234', '1,5', '2,5'], 'comma'],
  [['1,234', '2,345', '1,5'], 'point'],
  [['1,5', '1.5'], 'point'],
  [['12', 'lots', ''], 'point'],
] as const)('the numbers %j have a decimal %s', (texts, sign) => {
  expect(guessDecimal(texts)).toBe(sign)
})

test('numbers are read whole, with their thousands, or not at all', () => {
  expect([plainNumber('1,234.5', 'point'), plainNumber('1.234,5', 'comma'), plainNumber('1,5', 'comma'), plainNumber("1'234", 'point'), plainNumber('12,34', 'point')]).toEqual(['1234.5', '1234.5', '1.5', '1234', '12,34']) // prettier-ignore
  expect([readCount('36', 'point'), readCount('36.0', 'point'), readCount('1,200 jars', 'point'), readCount('3.5', 'point'), readCount('-3', 'point'), readCount('many', 'point')]).toEqual([36, 36, 1200, undefined, undefined, undefined]) // prettier-ignore
  expect([readCents('$18.50', 'point'), readCents('18,50 €', 'comma'), readCents('USD 1,234', 'point'), readCents('0.995', 'point'), readCents('0.994', 'point'), readCents('-4', 'point'), readCents('gift', 'point')]).toEqual([1850, 1850, 123400, 100, 99, undefined, undefined]) // prettier-ignore
})

test.each([
  [
    'purchases',
    [
      ['Date', 'Vendor', 'Item', 'Qty', 'Lot #', 'Total'],
      ['3/1/2026', 'Farm', 'Salt', '1 lb', 'A1', '$4'],
    ],
  ],
  [
    'batches',
    [
      ['Batch #', 'Product', 'Made on', 'Jars'],
      ['X-1', 'Jam', '3/1/2026', '12'],
    ],
  ],
  [
    'batches',
    [
      ['Recipe', 'Cook date', 'Yield', 'Sugar (lb)', 'Salt (oz)'],
      ['Jam', '3/1/2026', '12', '4', '1'],
    ],
  ],
  [
    'sales',
    [
      ['Sold on', 'Customer', 'Product', 'Qty'],
      ['3/1/2026', 'Co-op', 'Jam', '4'],
    ],
  ],
  [
    'returns',
    [
      ['Returned on', 'Returned from', 'Batch', 'Came back'],
      ['3/1/2026', 'Market', 'X-1', '4'],
    ],
  ],
  [
    'suppliers',
    [
      ['Vendor', 'Contact', 'Phone'],
      ['Farm', 'Ana', '555'],
    ],
  ],
  [
    'places',
    [
      ['Customer', 'Phone', 'E-mail'],
      ['Co-op', '555', 'a@b.example'],
    ],
  ],
  [
    'ingredients',
    [
      ['Ingredient', 'Unit', 'Reorder at'],
      ['Salt', 'lb', '10 lb'],
    ],
  ],
  [
    'products',
    [
      ['Recipe', 'Code', 'Makes', 'Ingredient', 'Quantity'],
      ['Jam', 'JM', '12', 'Salt', '1 lb'],
    ],
  ],
  [
    null,
    [
      ['Dear all', 'see you'],
      ['on', 'Monday'],
    ],
  ],
] as const)('a table of %s is known by its heads', (kind, grid) => {
  expect(guessTable(grid).kind).toBe(kind)
})

test('the row of heads is found below titles and not among figures, and columns by what is in them', () => {
  const guess = guessTable([['Shopping', '2026'], [], ['Date', 'Vendor', 'Item', 'Qty', 'Note'], ['3/1/2026', 'Farm', 'Salt', '1 lb', 'x']]) // prettier-ignore
  expect(guess.headerRow).toBe(2)
  expect(guess.columns.map((use) => (use.kind === 'field' ? use.field : use.kind))).toEqual(['date', 'supplier', 'ingredient', 'quantity', 'note']) // prettier-ignore
  // A column called “Bought” that holds no days is not the day.
  const other = guessTable([
    ['Bought', 'Item', 'Qty'],
    ['Farm', 'Salt', '1 lb'],
    ['Shop', 'Sugar', '2 lb'],
  ])
  expect(other.columns[0]).not.toEqual({ kind: 'field', field: 'date' })
})

const fieldsOf = (grid: readonly (readonly string[])[], sheetName = '') =>
  guessTable(grid, sheetName).columns.map((use) => (use.kind === 'field' ? use.field : use.kind))

test('the heads are the row with most known names, not the first or the widest, and no row of figures', () => {
  const bought = ['3/1/2026', 'Farm', 'Salt', '1 lb']
  expect(guessTable([['Note', 'to', 'all', 'of', 'us', 'here'], ['Date', 'Vendor', 'Item', 'Qty'], bought]).headerRow).toBe(1) // prettier-ignore
  expect(guessTable([['Wann', 'Customer', 'Was', 'Menge', 'Preis'], ['3/1/2026', 'market', 'order', '3', '$4']]).headerRow).toBe(0) // prettier-ignore
})

test('heads of our own are taken at their word, others by what is below them, and by a part of them', () => {
  expect(fieldsOf([['Bought on', 'Supplier', 'Ingredient', 'Quantity'], ['soon', 'Farm', 'Salt', 'many']])).toEqual(['date', 'supplier', 'ingredient', 'quantity']) // prettier-ignore
  expect(fieldsOf([['Date', 'Vendor company', 'Item bought', 'Qty'], ['3/1/2026', 'Farm', 'Salt', '1 lb']])).toEqual(['date', 'supplier', 'ingredient', 'quantity']) // prettier-ignore
  // Rows of totals say nothing of a column.
  expect(fieldsOf([['Bought', 'Item', 'Qty'], ['3/1/2026', 'Salt', '1 lb'], ['Subtotal', '', '12'], ['Grand total', '', '13'], ['Sum:', '', '14']])[0]).toBe('date') // prettier-ignore
  expect(fieldsOf([['Recipe', 'Cook date', 'Yield', 'Sugar (lb)', 'Salt (oz)'], ['Jam', '3/1/2026', '12', '4', '1']]).slice(3)).toEqual(['ingredient', 'ingredient']) // prettier-ignore
})

test('the name of a sheet decides where its heads could be of two kinds', () => {
  const grid = [['Date', 'Product', 'Qty'], ['3/1/2026', 'Jam', '12']] // prettier-ignore
  expect([guessTable(grid, 'Sold in spring').kind, guessTable(grid, 'Batches made').kind]).toEqual(['sales', 'batches'])
})

test.each([
  ['8', 'lb', null, '8 lb', null],
  ['8', '', 'kg', '8 kg', null],
  ['8', 'Lbs.', 'kg', '8 lb', null],
  ['8', '', null, '8', null],
  ['2 x 25 lb', '', null, '50 lb', '2 x 25 lb is 50 lb in all.'],
  ['3 @ 5', 'lb', null, '15 lb', '3 @ 5 is 15 lb in all.'],
  ['25lb bag', '', null, '25 lb', null],
  ['12 jars', '', null, '12 jars', null],
  ['about 3 lb', '', null, '3 lb', null],
  ['1 1/2', 'cup', null, '1 1/2 cup', null],
] as const)('“%s” beside “%s” under %j is %s', (cell, unit, head, text, assumed) => {
  expect(cellQuantity(cell, unit, head, 'point')).toEqual({ text, assumed })
})

test.each([
  ['n/a', ''],
  [' – ', ''],
  ['not recorded', ''],
  ['No idea', ''],
  ['none', ''],
  ['nonesuch', 'nonesuch'],
])('“%s” says “%s”', (cell, said) => {
  expect(saidText(cell)).toBe(said)
})

test.each([
  ['Weight (lb)', 'weight', 'lb'],
  ['Qty in kg:', 'qty', 'kg'],
  ['Sugar, g', 'sugar', 'g'],
  ['Purchase_Date:', 'purchase date', null],
  ['Batch #', 'batch #', null],
])('the head “%s” is “%s” in %j', (head, key, unit) => {
  expect([headKey(head), unitInHead(head)]).toEqual([key, unit])
})

test.each([
  ['Valley Farm', 'valley farms', true],
  ['Valley Farm', 'Valley Farm LLC', true],
  ['Valley Farm', 'Valey Farm', true],
  ['Smith & Sons', 'Smith and Sons', true],
  ['Costco Main St', 'Costco Main St Burlington', true],
  ['Costco', 'Costco Main St', true],
  ['Good Earth Co-op', 'Good Birth Co-op', true],
  ['Eggs', 'Egg', true],
  ['Salt', 'Malt', false],
  ['Hill Dairy', 'Mill Berry', false],
  ['Batch 1 berries', 'Batch 2 berries', false],
  ['The Farm', 'the farm', true],
  ['Sugar', 'Sugar, brown', false],
])('“%s” and “%s” alike: %s', (one, other, expected) => {
  expect(alike(one, other)).toBe(expected)
})

test('spellings gather around the one that is used most, and names on their own are no cluster', () => {
  const counts = new Map([['valley farms', 1], ['Valley Farm', 5], ['Valey Farm', 2], ['Costco', 9]]) // prettier-ignore
  expect(nameClusters(counts)).toEqual([{ name: 'Valley Farm', others: ['Valey Farm', 'valley farms'] }])
})
