import { expect, test } from 'vitest'
import type { BatchFeatures, Feature, FeatureKind } from '../../shared/domain/batchFeatures.ts'
import { compareBatches } from '../../shared/domain/compareBatches.ts'
import { robust } from '../../shared/domain/robust.ts'

const words = (kind: FeatureKind, name: string, ...said: string[]): Feature => ({ kind, name, words: said })
const number = (kind: FeatureKind, name: string, value: number, unit = ''): Feature => ({ kind, name, number: value, unit }) // prettier-ignore
let ids = 0
function batch(...features: Feature[]): BatchFeatures {
  ids += 1
  return { batchId: ids, lotNumber: `B${ids}`, features }
}

test('median and spread by hand: one wild value moves neither', () => {
  // Median 3.2; distances 0.1 0 0.1 0 5.8, median 0.1.
  expect(robust([3.1, 3.2, 3.3, 3.2, 9])?.median).toBe(3.2)
  expect(robust([3.1, 3.2, 3.3, 3.2, 9])?.spread).toBeCloseTo(0.14826, 5)
  expect(robust([1, 3])).toEqual({ median: 2, spread: 1.4826 })
  expect(robust([])).toBeUndefined()
})

const usual = [3.1, 3.2, 3.3, 3.2].map((ph) =>
  batch(
    words('supplier', 'Strawberries from', 'Sunny Acres'),
    words('lot', 'Strawberries, lot', `bag ${ph}`),
    number('quantity', 'Sugar for each jar', 50, 'g'),
    number('reading', 'pH', ph),
  ),
)

test('every difference, the unusual ones first, each beside what is usual', () => {
  const off = batch(
    words('supplier', 'Strawberries from', 'Valley Farm'),
    words('lot', 'Strawberries, lot', 'bag 9'),
    number('quantity', 'Sugar for each jar', 50.5, 'g'),
    number('reading', 'pH', 4.1),
    words('person', 'Made by', 'Ana'),
  )
  const fine = batch(
    words('supplier', 'Strawberries from', 'Sunny Acres'),
    words('lot', 'Strawberries, lot', 'bag 3.1'),
    number('quantity', 'Sugar for each jar', 50, 'g'),
    number('reading', 'pH', 3.2),
  )
  expect(compareBatches([off, fine], usual)).toEqual([
    // (4.1 − 3.2) / max(1.4826 · 0.05, 0.02 · 3.2) = 12.1 spreads away.
    {
      kind: 'reading',
      name: 'pH',
      cells: [
        { text: '4.1', unusual: true },
        { text: '3.2', unusual: false },
      ],
      usual: '3.2 ± 0.0741 in 4',
      differs: true,
    },
    {
      kind: 'supplier',
      name: 'Strawberries from',
      cells: [
        { text: 'Valley Farm', unusual: true },
        { text: 'Sunny Acres', unusual: false },
      ],
      usual: 'Sunny Acres in 4 of 4',
      differs: true,
    },
    expect.objectContaining({ kind: 'lot', cells: [{ text: 'bag 9', unusual: false }, { text: 'bag 3.1', unusual: false }] }), // prettier-ignore
    expect.objectContaining({ kind: 'person', cells: [{ text: 'Ana', unusual: false }, { text: null, unusual: false }], usual: '' }), // prettier-ignore
  ])
})

test('what is alike and as usual is left out; what is unusual in all of them stays', () => {
  const both = () => batch(words('supplier', 'Strawberries from', 'Valley Farm'), number('reading', 'pH', 3.2))
  expect(compareBatches([both(), both()], usual)).toMatchObject([{ kind: 'supplier', differs: false }])
  expect(compareBatches(usual.slice(0, 1), usual)).toEqual([])
})

test('with fewer than three batches before, nothing is called unusual', () => {
  const rows = compareBatches([batch(number('reading', 'pH', 4.1)), batch(number('reading', 'pH', 3.2))], usual.slice(0, 2)) // prettier-ignore
  expect(rows.flatMap(({ cells }) => cells.map(({ unusual }) => unusual))).toEqual([false, false])
})

test('a reading in another unit is another reading: 212 °F are not 112 more than 100 °C', () => {
  const boiled = (value: number, unit: string) => batch(number('reading', 'Boiled at', value, unit))
  const history = [98, 99, 100, 101].map((value) => boiled(value, '°C'))
  expect(compareBatches([boiled(212, '°F'), boiled(100, '°C')], history)).toEqual([
    { kind: 'reading', name: 'Boiled at', cells: [{ text: null, unusual: false }, { text: '100 °C', unusual: false }], usual: '99.5 ± 1.48 °C in 4', differs: true }, // prettier-ignore
    { kind: 'reading', name: 'Boiled at', cells: [{ text: '212 °F', unusual: false }, { text: null, unusual: false }], usual: '', differs: true }, // prettier-ignore
  ])
})
