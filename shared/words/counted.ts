import { countWord } from '../domain/quantity.ts'
import { nounOf, sayNumber } from './say.ts'

/** `36 jars`, `1 jar`: of a noun in the lists of words, or a unit as a person calls it. */
export function countOf(count: number, word: string): string {
  return `${sayNumber(count)} ${nounFor(word, count)}`
}

/** The noun alone, as that many are called. */
export function nounFor(word: string, count: number): string {
  const noun = nounOf(countWord(word, 1)) ?? nounOf(word)
  return noun === undefined ? countWord(word, count) : noun[count === 1 ? 0 : 1]
}
