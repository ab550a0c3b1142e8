import { expect, test } from 'vitest'
import { kept, sayKept } from '../../shared/words/kept.ts'
import { saidIn, say, sayWord, voiceOf } from '../../shared/words/say.ts'

const spanish = voiceOf('es', {
  texts: {
    '{name} is new.': '{name} es nuevo.',
    '{name}: {why}': '{why} ({name})',
    'No day.': 'Sin día.',
    '{n, plural, one {# row} other {# rows}}': '{n, plural, one {# fila} other {# filas}}',
  },
  nouns: {},
})

test('a kept sentence is said in the language of whoever reads it', () => {
  const why = kept(() => say('{name} is new.', { name: 'Valley' }))
  expect(sayKept(why)).toBe('Valley is new.')
  expect(saidIn(spanish, () => sayKept(why))).toBe('Valley es nuevo.')
})

test('kept sentences stand beside each other, beside other text and in each other', () => {
  const why = kept(
    () => `Salt: ${say('No day.')} ${say('{name}: {why}', { name: 'No day.', why: sayWord('No day.') })}`,
  )
  expect(sayKept(why)).toBe('Salt: No day. No day.: No day.')
  expect(saidIn(spanish, () => sayKept(why))).toBe('Salt: Sin día. Sin día. (No day.)')
})

test('numbers are counted when they are read', () => {
  const rows = kept(() => say('{n, plural, one {# row} other {# rows}}', { n: 1200 }))
  expect(sayKept(rows)).toBe('1,200 rows')
  expect(saidIn(spanish, () => sayKept(rows))).toBe('1,200 filas')
})

test.each(['A "name" {x} \\ ‘y’', '\u{e000}', '\u{e001}["No day."]\u{e000}', ''])('%j comes back as it was', (name) => {
  expect(sayKept(kept(() => say('{name} is new.', { name })))).toBe(`${name} is new.`)
})

test.each(['', 'No day', '\u{e000}no sentence\u{e001}', '\u{e000}'])('%j is no kept sentence, and stays', (text) => {
  expect(saidIn(spanish, () => sayKept(text))).toBe(text)
})

test('what was written out in English before is said where it is a whole sentence', () => {
  expect(saidIn(spanish, () => sayKept('No day.'))).toBe('Sin día.')
})

test('after keeping, and after an error in it, sentences are said again', () => {
  expect(() => kept(() => (() => { throw new Error(say('No day.')) })())).toThrow('No day.') // prettier-ignore
  expect(say('No day.')).toBe('No day.')
})
