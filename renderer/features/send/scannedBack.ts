import { putIntoList, readUnitCode } from '../../../shared/domain/loadOut.ts'
import { countUnits, type SerialRange, showRanges } from '../../../shared/domain/serialRange.ts'
import type { OutLine } from './backValues.ts'
import { say } from '../../../shared/words/say.ts'

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
  const named = (code: string) => (isCase ? say('a case of {code}', { code }) : code)
  if (ranges === null) {
    if (list !== '')
      return refused(
        say('Of {lot}, units are in the list by their numbers: scan the numbers of these too.', { lot: lot.lotNumber }),
      )
    return { kind: 'units', lot, serials: '', more: units, words: named(lot.lotNumber) }
  }
  const code = unitsCode(lot.lotNumber, ranges, isCase)
  const put = putIntoList(ranges, list, lot.serials)
  if (put.kind === 'twice')
    return refused(
      isCase
        ? say('Of {code}, {numbers} came back before.', { code, numbers: showRanges(put.which) })
        : say('{code} is in the list already.', { code }),
    )
  if (put.kind === 'absent')
    return refused(
      say('Of {code}, {numbers} did not go there, or came back before.', { code, numbers: showRanges(put.which) }),
    )
  return { kind: 'units', lot, serials: showRanges(put.all), more: countUnits(ranges), words: named(code) }
}

/** `SJ-20260304-A units 001–012`: units of a lot by their numbers, of a case or a single one. */
export function unitsCode(lot: string, ranges: readonly SerialRange[], isCase: boolean): string {
  const numbers = showRanges(ranges)
  return isCase ? say('{lot} units {numbers}', { lot, numbers }) : say('{lot} unit {numbers}', { lot, numbers })
}

function refused(message: string): ScannedBack {
  return { kind: 'refused', message }
}
