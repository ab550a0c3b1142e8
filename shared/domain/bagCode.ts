/** The code on the label of a bag, to scan: `L-123` is the lot of that number. */
export function bagCode(lotId: number): string {
  return `L-${lotId}`
}

/** The lot that a bag's code names, in any spelling; undefined where the text is no such code. */
export function lotOfBagCode(text: string): number | undefined {
  const number = /^\s*L-?(\d{1,9})\s*$/i.exec(text)?.[1]
  return number === undefined || Number(number) === 0 ? undefined : Number(number)
}
