import { lotKey } from '../../shared/domain/lotNumber.ts'
import { readScan } from '../../shared/domain/gs1Reading.ts'

/** The unit or lot that a scanned GS1 code or Digital Link of ours names; any other text as it is. */
export function scannedNumber(text: string): string {
  const scan = readScan(text)
  if (scan.kind === 'plain') return scan.text
  if (scan.kind !== 'gs1') return text
  const value = (ai: string) => scan.elements.find((element) => element.ai === ai)?.value
  const [lot, serial] = [value('10'), value('21')]
  if (lot === undefined) return text
  if (serial !== undefined) return `${lot}-${serial}`
  // Many scanners, being keyboards, leave out the separator: the lot then seems to end with 21 and the serial.
  const joined = /^(.+)21(\d{3,6})$/.exec(lot)
  return joined ? `${joined[1] ?? ''}-${joined[2] ?? ''} ${lot}` : lot
}

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
