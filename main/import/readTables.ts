import { createHash } from 'node:crypto'
import { guessTable, type TableGuess } from '../../shared/import/guessTable.ts'
import { readFile } from './readFile.ts'
import { kept } from '../../shared/words/kept.ts'

/** A table of a file as it goes on the desk. */
export interface ReadTable {
  readonly name: string
  readonly notes: readonly string[]
  readonly guess: TableGuess
  /** The row of its heads; empty where it has none. */
  readonly heads: readonly string[]
  /** Its rows in their order, some hundred at a time, each piece the JSON of a list of rows. */
  readonly pieces: readonly { readonly from: number; readonly rows: string }[]
}

const ROWS_AT_ONCE = 1000

/**
 * Reads a file and guesses what its tables are, in a thread beside the core: texts pass between threads at once, lists
 * of lists do not. Its sentences are kept (shared/words/kept.ts). @throws AppError with a kept sentence, for what is no table
 */
export function readTables({ bytes, name }: { readonly bytes: Uint8Array; readonly name: string }): {
  readonly sha256: string
  readonly tables: readonly ReadTable[]
} {
  // What it says is said when it is read: this thread knows nobody’s language.
  const tables = kept(() => readFile(bytes, name)).map((sheet): ReadTable => {
    const guess = guessTable(sheet.rows, `${sheet.name} ${name}`)
    const pieces = Array.from({ length: Math.ceil(sheet.rows.length / ROWS_AT_ONCE) }, (_, at) => {
      const from = at * ROWS_AT_ONCE
      return { from, rows: JSON.stringify(sheet.rows.slice(from, from + ROWS_AT_ONCE)) }
    })
    return { name: sheet.name, notes: sheet.notes, guess, heads: sheet.rows[guess.headerRow] ?? [], pieces }
  })
  return { sha256: createHash('sha256').update(bytes).digest('hex'), tables }
}
