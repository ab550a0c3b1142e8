import { limits } from './sheetGrid.ts'
import { say, sayNumber } from '../../shared/words/say.ts'

const unwanted = /(?![\t\n\r])\p{Cc}|(?!\u200d)\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/gu

/** Rows as they are kept: no controls, no endless texts, no empty cells at the end. What had to be left out is said. */
export function tidyRows(rows: Iterable<readonly string[] | undefined>): { rows: string[][]; notes: string[] } {
  let [long, isWide] = [0, false]
  const tidy = Array.from(rows, (row = []) => {
    const cells = row.slice(0, limits.columns).map((cell) => {
      const text = tidyCell(cell)
      if (text.length <= limits.cellCharacters) return text
      long += 1
      return text.slice(0, limits.cellCharacters)
    })
    while (cells.length > 0 && cells.at(-1) === '') cells.pop()
    isWide ||= row.slice(limits.columns).some((cell) => cell.trim() !== '')
    return cells
  })
  const most = sayNumber(limits.cellCharacters)
  return {
    rows: tidy,
    notes: [...(long > 0 ? [cutOff(long, most)] : []), ...(isWide ? [tooWide()] : [])],
  }
}

/** What is left out on the right. */
export function tooWide(): string {
  return say('It has more than {most} columns: those behind are left out.', { most: limits.columns })
}

function cutOff(long: number, most: string): string {
  return long === 1
    ? say('1 cell had more than {most} characters and was cut off there.', { most })
    : say('{long} cells had more than {most} characters and were cut off there.', { long, most })
}

function tidyCell(cell: string): string {
  // An apostrophe that a spreadsheet (or our own CSV) put before a formula is not part of the text.
  return cell
    .replace(unwanted, '')
    .trim()
    .replace(/^'(?=[\s]*[=+\-@|])/, '')
}
