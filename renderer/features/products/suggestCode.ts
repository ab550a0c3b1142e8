/**
 * A code for a new product: the initials of its name, else its first letters, whichever nobody has.
 * @param taken codes of the other products
 * @returns the empty text while the name has no letter to begin with
 */
export function suggestCode(name: string, taken: ReadonlySet<string>): string {
  const words = plainWords(name)
  const initials = words.map((word) => word.slice(0, 1)).join('')
  const first = words[0] ?? ''
  const candidates = [
    words.length > 1 ? initials : first.slice(0, 2),
    first.slice(0, 2) + initials.slice(1),
    first.slice(0, 3) + initials.slice(1),
    first,
  ].map((code) => code.slice(0, 6))
  return candidates.find((code) => code !== '' && !taken.has(code)) ?? ''
}

function plainWords(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
  const words = plain.split(/[^A-Z0-9]+/).filter((word) => word !== '')
  const start = words.findIndex((word) => /^[A-Z]/.test(word))
  return start === -1 ? [] : words.slice(start)
}
