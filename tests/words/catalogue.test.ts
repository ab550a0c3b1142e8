import { globSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { allergenName, species } from '../../shared/domain/allergens.ts'
import { countWord } from '../../shared/domain/quantity.ts'
import { pieceWords } from '../../shared/domain/units.ts'
import { nounFor } from '../../shared/words/counted.ts'
import { areas, spanish } from '../../shared/words/es.ts'
import { nounOf, saidIn, voiceOf } from '../../shared/words/say.ts'
import { readSource } from './sources.ts'

const root = path.resolve(import.meta.dirname, '../..')
const files = globSync('{main,renderer,shared}/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !file.startsWith(path.join('shared', 'words')),
)
const sources = files.map((file) => readSource(root, file))
const said = sources.flatMap((source) => source.said)

test('the sources are read', () => {
  expect(files.length).toBeGreaterThan(500)
  expect(said.length).toBeGreaterThan(1500)
})

test('every sentence that is said has its Spanish', () => {
  const missing = said.filter(({ english }) => spanish.texts[english] === undefined)
  expect(missing.map(({ english, file }) => `${file}: ${english}`)).toEqual([])
})

test('nothing is said before anybody has chosen a language', () => {
  expect(said.filter(({ atTop }) => atTop)).toEqual([])
})

test('no words stand in an element, or in what is read aloud of it, without being said', () => {
  // Each language by its own name.
  const both = ['Language · Idioma']
  expect(sources.flatMap((source) => source.unsaid).filter(({ text }) => !both.includes(text))).toEqual([])
})

test('a Spanish sentence is well formed, and has the names of the English one', () => {
  const wrong = Object.entries(spanish.texts).filter(
    ([english, text]) => /[{}]/.test(english + text) && namesIn(english) !== namesIn(text),
  )
  expect(wrong).toEqual([])
})

test('areas that share a sentence say it alike', () => {
  const different = areas.flatMap(({ texts }) =>
    Object.entries(texts).filter(([english, text]) => text !== spanish.texts[english]),
  )
  expect(different).toEqual([])
  const nouns = areas.flatMap((area) =>
    Object.entries(area.nouns).filter(([noun, [one, many]]) => {
      const known = spanish.nouns[noun]
      return known?.[0] !== one || known[1] !== many
    }),
  )
  expect(nouns).toEqual([])
})

test('every word that kitchens count in has its Spanish, one and many', () => {
  saidIn(voiceOf('es', spanish), () => {
    const words = pieceWords.split(' ').map((word) => countWord(word, 1))
    expect(words.filter((word) => nounOf(word) === undefined)).toEqual([])
    expect([nounFor('loaf', 2), nounFor('loaves', 2), nounFor('jars', 1)]).toEqual(['panes', 'panes', 'frasco'])
    // As a kitchen that speaks Spanish calls its units itself; any other word is left as it is.
    expect([nounFor('pan', 2), nounFor('panes', 1), nounFor('crock', 2)]).toEqual(['panes', 'pan', 'crocks'])
  })
})

test('no Spanish is left of a sentence that nobody says any more', () => {
  const used = new Set([
    ...said.map(({ english }) => english),
    // Also inside another sentence: without its period, or small.
    ...sources.flatMap(({ texts }) => texts.flatMap((text) => [text, text.replace(/\.$/, ''), text.toLowerCase()])),
    ...Object.entries(species).flatMap(([family, kinds]) => kinds.map((kind) => allergenName(`${family}:${kind}`))),
  ])
  expect(Object.keys(spanish.texts).filter((english) => !used.has(english))).toEqual([])
})

/** The names that stand for something in a sentence, sorted. @throws where it is not well formed */
function namesIn(text: string): string {
  const names = new Set<string>()
  collect(new IntlMessageFormat(text, 'en-US', undefined, { ignoreTag: true }).getAst(), names)
  return [...names].toSorted().join(' ')
}

function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if ('type' in value && 'value' in value && typeof value.value === 'string' && value.type !== 0) names.add(value.value)
  for (const each of Object.values(value)) collect(each, names)
}
