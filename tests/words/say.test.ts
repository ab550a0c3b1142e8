import { afterEach, expect, test } from 'vitest'
import { countOf } from '../../shared/words/counted.ts'
import { sayDay } from '../../shared/words/day.ts'
import {
  languageOf,
  plainEnglish,
  locale,
  say,
  sayList,
  sayNumber,
  sayParts,
  sayWord,
  speakAs,
  voiceOf,
} from '../../shared/words/say.ts'

const spanish = voiceOf('es', {
  texts: {
    'Save {what}': 'Guardar {what}',
    '{n, plural, one {# jar} other {# jars}} of {lot}': '{n, plural, one {# frasco} other {# frascos}} de {lot}',
    open: 'abierta',
  },
  nouns: { jar: ['frasco', 'frascos'] },
})

afterEach(() => speakAs(() => plainEnglish))

test('without another language a sentence is itself', () => {
  expect(say('Save')).toBe('Save')
  expect(say('Save {what}', { what: 'it' })).toBe('Save it')
  expect(say('{n, plural, one {# jar} other {# jars}} of {lot}', { n: 1, lot: 'A' })).toBe('1 jar of A')
  expect(say('{n, plural, one {# jar} other {# jars}} of {lot}', { n: 1234, lot: 'A' })).toBe('1,234 jars of A')
  expect(sayParts('Press {key}.', { key: Symbol.iterator })).toEqual(['Press ', Symbol.iterator, '.'])
  expect([countOf(1, 'jar'), countOf(1200, 'jar'), sayList(['a', 'b', 'c'])]).toEqual([
    '1 jar',
    '1,200 jars',
    'a, b, and c',
  ])
  expect(sayDay('2026-03-04')).toBe('Mar 4, 2026')
})

test('in another language it is that one’s, and what nobody translated stays', () => {
  speakAs(() => spanish)
  expect(locale()).toBe('es-US')
  expect(say('Save {what}', { what: '{x}' })).toBe('Guardar {x}')
  expect(say('{n, plural, one {# jar} other {# jars}} of {lot}', { n: 2, lot: 'A' })).toBe('2 frascos de A')
  expect([sayWord('open'), sayWord('Elma’s own word')]).toEqual(['abierta', 'Elma’s own word'])
  expect([countOf(1, 'jar'), countOf(3, 'jars'), countOf(2, 'loaf')]).toEqual(['1 frasco', '3 frascos', '2 loaves'])
  expect(sayNumber(1234.5)).toBe('1,234.5')
  expect(sayDay('2026-03-04')).toBe('4 mar 2026')
})

test('a number is written alike in every sentence, counted or not, and what is no count is given as text', () => {
  const sentence = '{made} of {n, plural, one {# jar} other {# jars, {made} of {lot}}} in {year}'
  const values = { made: 1200, n: 1234, lot: '1234', year: '2026' }
  expect(say(sentence, values)).toBe('1,200 of 1,234 jars, 1,200 of 1234 in 2026')
  expect(sayParts('{made} of {lot}', { made: 12_345.5, lot: '12345' })).toEqual(['12,345.5 of 12345'])
  expect([countOf(1200, 'jar'), sayNumber(1200)]).toEqual(['1,200 jars', '1,200'])
  speakAs(() => spanish)
  expect(say(sentence, values)).toBe('1,200 of 1,234 jars, 1,200 of 1234 in 2026')
})

test('a computer has its language, and English where the app has none of its own', () => {
  expect(['es-US', 'es', 'en-GB', 'et-EE', 'C'].map(languageOf)).toEqual(['es', 'es', 'en', 'en', 'en'])
})

test('a name without a value is a mistake of the program', () => {
  expect(() => say('Save {what}', {})).toThrow(/what/)
})
