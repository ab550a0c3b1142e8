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

/** Whether a person may misread one code for the other: O and 0, I, L and 1, S and 5, B and 8, Z and 2. */
export function looksLike(code: string, other: string): boolean {
  return code !== other && shapeOf(code) === shapeOf(other)
}

function plainWords(name: string): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase()
  const words = plain.split(/[^A-Z0-9]+/).filter((word) => word !== '')
  const start = words.findIndex((word) => /^[A-Z]/.test(word))
  return start === -1 ? [] : words.slice(start)
}

function shapeOf(code: string): string {
  return code
    .replaceAll('0', 'O')
    .replaceAll(/[1L]/g, 'I')
    .replaceAll('5', 'S')
    .replaceAll('8', 'B')
    .replaceAll('2', 'Z')
}
