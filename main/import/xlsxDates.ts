import { attributeOf, tagsOf } from './xml.ts'

/** Number formats of Excel that show a day (ECMA-376 part 1, 18.8.30). */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

/** Which cell styles show their number as a day. */
export function dateStyles(styles: string): ReadonlySet<number> {
  const ownFormats = new Set<number>()
  const days = new Set<number>()
  let [inCells, at] = [false, 0]
  for (const tag of tagsOf(styles)) {
    if (tag.name === 'numFmt') {
      if (showsDay(attributeOf(tag, 'formatCode') ?? '')) ownFormats.add(Number(attributeOf(tag, 'numFmtId')))
    } else if (tag.name === 'cellXfs') inCells = tag.kind === 'open'
    else if (inCells && tag.name === 'xf' && tag.kind !== 'close') {
      const format = Number(attributeOf(tag, 'numFmtId') ?? 0)
      if (builtIn.has(format) || ownFormats.has(format)) days.add(at)
      at += 1
    }
  }
  return days
}

function showsDay(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[dy]/i.test(bare) && !/general/i.test(bare)
}

/**
 * The day of a serial number. Excel counts from 1899-12-30, with a 29 February 1900 that never was; workbooks from old
 * Macs count from 1904-01-01. @returns undefined for what is no day between 1950 and 2150
 */
export function dayOfSerial(serial: number, isFrom1904: boolean): string | undefined {
  const days = Math.floor(serial + 1e-6) + (isFrom1904 ? 1462 : 0)
  if (!Number.isFinite(days) || days < 18_264 || days > 91_680) return undefined
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}
