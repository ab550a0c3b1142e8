import { expect, test } from 'vitest'
import { stateOfZone } from '../../shared/domain/stateOfZone.ts'

test.each([
  ['America/Detroit', 'MI'],
  ['America/Indiana/Knox', 'IN'],
  ['America/Kentucky/Monticello', 'KY'],
  ['America/North_Dakota/Beulah', 'ND'],
  ['Pacific/Honolulu', 'HI'],
  ['America/New_York', undefined],
  ['America/Los_Angeles', undefined],
  ['America/Argentina/Salta', undefined],
  ['Europe/Vienna', undefined],
])('%s tells of %s', (zone, state) => {
  expect(stateOfZone(zone)).toBe(state)
})
