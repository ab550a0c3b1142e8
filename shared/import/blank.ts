/** Words that people write where they know nothing. */
const nothing = /^(?:[-–—?.]+|n\/?a|none|unknown|not known|not recorded|null|nil|tbd|#n\/a|no idea|\?+)$/i

/** A cell as text, empty where it says that nothing is known. */
export function saidText(cell: string | undefined): string {
  const text = (cell ?? '').replace(/[\u00a0\u202f]/g, ' ').trim()
  return nothing.test(text) ? '' : text
}

/** Whether every cell of a row is empty. */
export function isEmptyRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '')
}
