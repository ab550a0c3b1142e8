import { AppError } from '../../shared/api/errors.ts'
import { say, sayNumber } from '../../shared/words/say.ts'

/** One table of a file: texts only, as a person sees them; days as `2026-03-04`, numbers with a point. */
export interface SheetGrid {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** What reading it had to do, a sentence each. */
  readonly notes: readonly string[]
}

/** What one import takes: a lifetime of a small kitchen, and bounded memory. */
export const limits = {
  fileBytes: 32 * 1024 * 1024,
  /** Of all entries of a workbook together, unpacked. */
  unpackedBytes: 96 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  cellCharacters: 2000,
  sheets: 40,
} as const

/** A file that is not taken, with a sentence that says what to do instead. */
export function refuseFile(message: string): AppError {
  return new AppError({ code: 'invalid_input', message, fields: { file: message } })
}

export function tooManyRows(name: string): AppError {
  return refuseFile(
    say(
      '{name} has more than {most} rows. Save a part of it, a year for example, as a file of its own and import one after the other.',
      { name, most: sayNumber(limits.rows) },
    ),
  )
}
