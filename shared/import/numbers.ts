/** The sign between whole and part: 1.5 or 1,5. */
export type DecimalSign = 'point' | 'comma'

/**
 * Which decimal sign a table uses. A number that can be read in one way only decides (`1,5`, `12,75`, `1.234,50`);
 * otherwise a point, as in the United States.
 */
export function guessDecimal(texts: Iterable<string>): DecimalSign {
  let commas = 0
  let points = 0
  for (const text of texts) {
    const found = /\d[\d.,\u00a0' ]*\d|\d/.exec(text)?.[0] ?? ''
    if (/^\d{1,3}(?:[.' ]\d{3})+,\d+$|^\d+,\d{1,2}$|^0,\d+$/.test(found)) commas += 1
    else if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d*\.\d{1,2}$|^0?\.\d+$/.test(found)) points += 1
  }
  return commas > points ? 'comma' : 'point'
}

/** A number in digits with a point, thousands signs taken away: `1,234.5` and `1.234,5` are `1234.5`. */
export function plainNumber(text: string, decimal: DecimalSign): string {
  const [thousands, sign] = decimal === 'comma' ? [/[.'\u00a0\u202f]/g, ','] : [/[,'\u00a0\u202f]/g, '.']
  return text.replace(/\d[\d.,'\u00a0\u202f]*\d|\d/g, (number) => {
    const grouped = decimal === 'comma' ? /^\d{1,3}(?:[.'\u00a0\u202f]\d{3})+(?:,\d+)?$/ : /^\d{1,3}(?:[,'\u00a0\u202f]\d{3})+(?:\.\d+)?$/ // prettier-ignore
    return (grouped.test(number) ? number.replace(thousands, '') : number).replace(sign, '.')
  })
}

/** A whole number as a spreadsheet writes it: `36`, `36.0`, `1,200`, `36 jars`. @returns undefined for anything else */
export function readCount(text: string, decimal: DecimalSign): number | undefined {
  const found = /^(\d+)(?:\.0+)?(?:\s*\p{L}+)?$/u.exec(plainNumber(text.trim(), decimal))
  const count = Number(found?.[1])
  return found && Number.isSafeInteger(count) ? count : undefined
}

/** Money in whole cents: `$18.50`, `18,50 €`, `USD 1,234.00`, `18.5`. Parts of a cent are rounded. @returns undefined for anything else */
export function readCents(text: string, decimal: DecimalSign): number | undefined {
  const bare = text.trim().replace(/^(?:USD|US\$|\$|€|£|EUR|GBP|CAD)\s*|\s*(?:USD|\$|€|£|EUR|GBP|CAD)$/gi, '')
  const found = /^(\d{1,9})(?:\.(\d+))?$/.exec(plainNumber(bare, decimal))
  if (!found) return undefined
  const [, whole = '0', part = ''] = found
  const cents = Number(whole) * 100 + Number(part.slice(0, 2).padEnd(2, '0')) + (Number(part[2] ?? '0') >= 5 ? 1 : 0)
  return Number.isSafeInteger(cents) ? cents : undefined
}
