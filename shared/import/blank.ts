/** Words that people write where they know nothing. */
const nothing = /^(?:[-–—?.]+|n\/?a|none|unknown|not known|not recorded|null|nil|tbd|#n\/a|no idea|\?+)$/i

/** A cell as text, empty where it says that nothing is known. */
export function saidText(cell: string | undefined): string {
  const text = (cell ?? '').replace(/[\u00a0\u202f]/g, ' ').trim()
  return nothing.test(text) ? '' : text
}

/** Whether a row is one of totals. */
export function isTotals(row: readonly string[]): boolean {
  return row.some((cell) => /^(?:(?:sub|grand)[ -]?)?totals?\s*:?$|^sum:?$/i.test(cell))
}

/** Whether every cell of a row is empty. */
export function isEmptyRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '')
}
