import { say } from '../words/say.ts'

/** A number with its thousands divided by commas, as far as that is sure: `1,234.5`, `1,234,567`. */
const divided = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/

/** A comma that may divide thousands or begin decimals; `0,125` and `1234,567` are decimals. */
const doubtful = /^([1-9]\d{0,2}),(\d{3})$/

/** A number with a point, and no commas: `1,5` is `1.5`, `1,234.5` is `1234.5`. Not for one that `askOfComma` asks about. */
export function withPoint(number: string): string {
  return divided.test(number) ? number.replaceAll(',', '') : number.replace(',', '.')
}

/** What to ask of a number that means one thing to one person and another to the next, `1,234`; undefined where it is clear. */
export function askOfComma(number: string): string | undefined {
  const [, thousands, rest] = doubtful.exec(number) ?? []
  if (thousands === undefined || rest === undefined) return undefined
  return say('Is {typed} {whole} or {decimal}? Type it without the comma.', {
    typed: number,
    whole: thousands + rest,
    decimal: `${thousands}.${rest}`,
  })
}
