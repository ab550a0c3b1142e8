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
