import { lotKey } from '../../shared/domain/lotNumber.ts'

/**
 * The whole text and each word with a digit in it; a pasted message holds its code among other words. Elements in
 * brackets without a product number are no GS1 data, and name their lot all the same.
 */
export function codeScraps(text: string): string[] {
  const bracketed = /\(10\)([^(\s]+)(?:\(21\)([^(\s]+))?/.exec(text)
  if (bracketed) return [`${bracketed[1] ?? ''}${bracketed[2] ?? ''}`, bracketed[1] ?? '']
  const words = text.split(/[\s,;:!?()"“”]+/).filter((word) => /\d/.test(word))
  const scraps = [text, ...words].filter((scrap) => lotKey(scrap).length >= 2 && lotKey(scrap).length <= 40)
  return [...new Set(scraps)].slice(0, 12)
}
