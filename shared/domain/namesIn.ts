import { nameKey } from './names.ts'

/**
 * Names whose words all stand in a text, in any number of them (strawberry, strawberries); the longest name first, for
 * it says most.
 */
export function namesIn<T extends { readonly name: string }>(text: string, named: readonly T[]): T[] {
  const there = new Set(words(text))
  return named
    .filter(({ name }) => {
      const wanted = words(name)
      return wanted.length > 0 && wanted.every((word) => there.has(word))
    })
    .toSorted((a, b) => words(b.name).length - words(a.name).length || b.name.length - a.name.length)
}

/** As `namesIn`; where no name stands there whole, those whose first word does: “Costco” for “Costco Main St”. */
export function firmsIn<T extends { readonly name: string }>(text: string, named: readonly T[]): T[] {
  const whole = namesIn(text, named)
  if (whole.length > 0) return whole
  const there = new Set(words(text))
  return named.filter(({ name }) => {
    const [first = ''] = words(name)
    return first.length >= 4 && there.has(first)
  })
}

/** Names of which at least one word of four letters stands in a text: “market” for both markets. */
export function wordsShared<T extends { readonly name: string }>(text: string, named: readonly T[]): T[] {
  const whole = namesIn(text, named)
  if (whole.length > 0) return whole
  const there = new Set(words(text).filter((word) => word.length >= 4))
  return named.filter(({ name }) => words(name).some((word) => there.has(word) && !isDayName(word)))
}

/** The Saturday of a market’s name is not the Saturday of “last Saturday”. */
function isDayName(word: string): boolean {
  return /^(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*day?i?|domingo|lunes|martes|miercoles|jueves|viernes|sabado)$/.test(
    word,
  )
}

/** Words without case, marks and plural. */
function words(text: string): string[] {
  return nameKey(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) =>
      /^\d/.test(word) || word.length < 4 ? word : word.replace(/(?:ies|y)$/, 'i').replace(/(?:e?s)$/, ''),
    )
}
