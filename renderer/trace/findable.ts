import { invisible } from '../../shared/domain/names.ts'

/** As long as the core takes it. */
const LONGEST = 200

/**
 * What of a typed, scanned or pasted text is asked. A message longer than the core takes keeps the words that hold a
 * digit: only those can be a code, and nothing has a name of that length.
 */
export function findable(text: string): string {
  const plain = text.replace(new RegExp(invisible, 'gu'), '').replace(/\s+/g, ' ').trim()
  if (plain.length <= LONGEST) return plain
  const words = plain.split(' ').filter((word) => /\d/.test(word) && word.length <= 40)
  let kept = ''
  for (const word of words) if (kept.length + word.length < LONGEST) kept = `${kept} ${word}`.trim()
  return kept || plain.slice(0, LONGEST).trim()
}
