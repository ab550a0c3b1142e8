import { readCaseCode } from './caseCode.ts'
import { readScan } from './gs1Reading.ts'

/** The unit or lot that a scanned GS1 code, Digital Link or case of ours names; any other text as it is. */
export function scannedNumber(text: string): string {
  const packed = readCaseCode(text)
  if (packed) return packed.lotNumber
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
