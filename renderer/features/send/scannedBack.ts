import { putIntoList, readUnitCode } from '../../../shared/domain/loadOut.ts'
import { countUnits, showRanges } from '../../../shared/domain/serialRange.ts'
import type { OutLine } from './backValues.ts'

/** What a code adds to what came back of a lot, or the sentence that refuses it. */
export type ScannedBack =
  | {
      readonly kind: 'units'
      readonly lot: OutLine
      /** Numbers of that lot in the list so far, with these; empty where the code does not say which. */
      readonly serials: string
      /** How many more came back by this code. */
      readonly more: number
      /** `SJ-20260304-A units 001–012`. */
      readonly words: string
    }
  | { readonly kind: 'refused'; readonly message: string }

/**
 * Reads the label of a jar or a case that came back.
 * @param there what is out, and can come back
 * @param listed numbers of a lot that are in the list already, `001–012`
 * @returns undefined where it names nothing that is out
 */
export function scannedBack(
  text: string,
  there: readonly OutLine[],
  listed: (lotId: number) => string,
): ScannedBack | undefined {
  const found = readUnitCode(text, there)
  if (!found) return undefined
  const { lot, ranges, units, isCase } = found
  const list = listed(lot.lotId)
  const aCase = isCase ? 'a case of ' : ''
  if (ranges === null) {
    if (list !== '')
      return refused(`Of ${lot.lotNumber}, units are in the list by their numbers: scan the numbers of these too.`)
    return { kind: 'units', lot, serials: '', more: units, words: `${aCase}${lot.lotNumber}` }
  }
  const code = `${lot.lotNumber} ${isCase ? 'units' : 'unit'} ${showRanges(ranges)}`
  const put = putIntoList(ranges, list, lot.serials)
  if (put.kind === 'twice')
    return refused(
      isCase ? `Of ${code}, ${showRanges(put.which)} came back before.` : `${code} is in the list already.`,
    )
  if (put.kind === 'absent')
    return refused(`Of ${code}, ${showRanges(put.which)} did not go there, or came back before.`)
  return { kind: 'units', lot, serials: showRanges(put.all), more: countUnits(ranges), words: `${aCase}${code}` }
}

function refused(message: string): ScannedBack {
  return { kind: 'refused', message }
}
