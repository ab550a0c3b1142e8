import { expect, test } from 'vitest'
import { checkWeights } from '../../shared/domain/checkWeights.ts'

test.each<[string, number[], ReturnType<typeof checkWeights>]>([
  [
    'exactly as declared on average',
    [99, 101, 100],
    { count: 3, mean: 100, least: 99, most: 101, short: 0, verdict: 'good' },
  ],
  ['one too little in all', [99, 100, 100], { count: 3, mean: 99, least: 99, most: 100, short: 0, verdict: 'below' }],
  [
    'one far too light among heavy ones',
    [94, 110, 110],
    { count: 3, mean: 104, least: 94, most: 110, short: 1, verdict: 'unreasonable' },
  ],
  ['just within five per cent', [95, 105], { count: 2, mean: 100, least: 95, most: 105, short: 0, verdict: 'good' }],
  ['none', [], undefined],
])('weights of 100 declared: %s', (_name, weights, expected) => {
  expect(checkWeights(100, weights)).toEqual(expected)
})
