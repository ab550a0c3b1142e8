import { expect, test } from 'vitest'
import { discardReasons, sayReason } from '../../shared/domain/reasons.ts'
import { spanish } from '../../shared/words/es.ts'
import { saidIn, voiceOf } from '../../shared/words/say.ts'

test('a reason of the app’s own is said in the language of the screens, a person’s own is left as it was typed', () => {
  const reasons = [...discardReasons, 'undone', 'a mistake', 'there was more than recorded']
  expect(reasons.map(sayReason)).toEqual(reasons)
  saidIn(voiceOf('es', spanish), () => {
    expect(reasons.filter((reason) => sayReason(reason) === reason)).toEqual([])
    expect(['did not seal', 'The cat', ''].map(sayReason)).toEqual(['no selló', 'The cat', ''])
  })
})
