import { type CsvError, parse } from 'csv-parse/sync'
import { decodeText } from './decodeText.ts'
import { limits, refuseFile, type SheetGrid, tooManyRows } from './sheetGrid.ts'
import { tidyRows } from './tidyRows.ts'
import { say } from '../../shared/words/say.ts'

/**
 * A table from a text file or the clipboard: comma, semicolon, tab or bar between cells, quoted or not. Quotes that
 * are never closed, as in a file that was cut off, are taken as they stand.
 * @throws AppError with a sentence, for what is no table
 */
export function readCsv(bytes: Uint8Array, name: string): SheetGrid {
  const { text, encoding } = decodeText(bytes)
  if (looksBinary(text))
    throw refuseFile(say('{name} is not a text file. Save the table as CSV or XLSX and take that.', { name }))
  const notes = encoding === 'windows-1252' ? [say('Read as Windows-1252: look at letters with accents.')] : []
  const named = /^\ufeff?sep=(.)\r?\n/i.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const delimiter = named?.[1] ?? guessDelimiter(body)
  const rows = parsed(body, delimiter, name, notes)
  if (rows.length > limits.rows + 100) throw tooManyRows(name)
  const tidy = tidyRows(rows)
  return { name, rows: tidy.rows, notes: [...notes, ...tidy.notes] }
}

function parsed(text: string, delimiter: string, name: string, notes: string[]): string[][] {
  const options = {
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
    to: limits.rows + 101,
  }
  try {
    return parse(text, { ...options, relax_quotes: true })
  } catch (error) {
    if (!isCsvError(error)) throw error
    // A quote that never closes swallows the rest of the file: read it without quotes instead, and say so.
    notes.push(say('A quotation mark in it is never closed. It was read line by line; look at the last rows.'))
    try {
      return parse(text, { ...options, quote: false })
    } catch (again) {
      if (!isCsvError(again)) throw again
      throw refuseFile(say('{name} cannot be read as a table. Open it in your spreadsheet program and save it as CSV again.', { name })) // prettier-ignore
    }
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}

/** The separator that splits the first lines into the same number of cells most often, and into most cells. */
function guessDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  let best = { sign: ',', score: 0 }
  for (const sign of ['\t', ';', ',', '|']) {
    const counts = lines.map((line) => withoutQuoted(line).split(sign).length - 1)
    const there = counts.filter((count) => count > 0)
    if (there.length === 0) continue
    const usual = mostFrequent(there)
    const score = there.filter((count) => count === usual).length * Math.min(usual, 12) * (sign === ',' ? 0.9 : 1)
    if (score > best.score) best = { sign, score }
  }
  return best.sign
}

function withoutQuoted(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/g, '')
}

function mostFrequent(counts: readonly number[]): number {
  const seen = Map.groupBy(counts, (count) => count)
  return [...seen].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 0
}

/** Zeros and other controls are in pictures, programs and archives, not in tables. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 4000)
  const strange = start.match(/(?![\t\n\r\u0080-\u009f])\p{Cc}|\ufffd/gu)?.length ?? 0
  return strange > Math.max(2, start.length * 0.01)
}
