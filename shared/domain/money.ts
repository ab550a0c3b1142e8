/**
 * Money as people type it, in whole cents: `$18.50`, `18,5`, `1,200`, `1,234.50`. A comma before three digits divides
 * thousands, since cents have two. @returns undefined for anything else
 */
export function centsIn(text: string): number | undefined {
  const plain = text.trim().replace(/^\$\s*/, '')
  const found = /^(\d{1,3}(?:,\d{3})+|\d{1,7})(?:[.,](\d{1,2}))?$/.exec(plain) ?? /^()[.,](\d{1,2})$/.exec(plain)
  if (!found) return undefined
  const [, dollars = '', cents = ''] = found
  return Number(dollars.replaceAll(',', '')) * 100 + Number(cents.padEnd(2, '0'))
}
