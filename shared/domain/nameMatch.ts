import { nameKey } from './names.ts'

export interface Named {
  readonly id: number
  readonly name: string
}

/**
 * The names that typed words may mean: the one that is exactly so, else every one whose words begin so in that order
 * (`brown su`, `farm`), or whose initials do (`gg` for Green Gate Berries).
 */
export function namesMeant<N extends Named>(typed: readonly string[], names: readonly N[]): N[] {
  const words = typed.flatMap((word) => wordsOf(word))
  if (words.length === 0) return []
  const whole = nameKey(typed.join(' '))
  const exact = names.filter(({ name }) => nameKey(name) === whole)
  if (exact.length > 0) return exact
  return names.filter(({ name }) => beginsSo(words, wordsOf(name)) || initialsAre(words, wordsOf(name)))
}

function beginsSo(typed: readonly string[], name: readonly string[]): boolean {
  let at = 0
  for (const word of typed) {
    while (at < name.length && name[at]?.startsWith(word) !== true) at += 1
    if (at === name.length) return false
    at += 1
  }
  return true
}

function initialsAre(typed: readonly string[], name: readonly string[]): boolean {
  const [word = ''] = typed
  if (typed.length !== 1 || word.length < 2 || name.length < 2) return false
  return name
    .map((each) => each.slice(0, 1))
    .join('')
    .startsWith(word)
}

function wordsOf(text: string): string[] {
  return nameKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
