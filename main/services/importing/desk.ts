import { createHash } from 'node:crypto'
import { AppError, notFound } from '../../../shared/api/errors.ts'
import type { imports } from '../../../shared/api/imports.ts'
import type { Input, Output } from '../../../shared/api/operation.ts'
import { importKinds } from '../../../shared/domain/importFields.ts'
import { columnsFor, guessTable } from '../../../shared/import/guessTable.ts'
import {
  changeRow,
  changeSheet,
  doneRecords,
  forgetImport,
  importById,
  insertImport,
  insertRows,
  insertSheet,
  keepPiece,
  rowOf,
  rowsOfSheet,
  setAlias,
  setImport,
  sheetById,
  takePieces,
} from '../../db/repos/imports.ts'
import type { Db } from '../../db/schema.ts'
import { readFile } from '../../import/readFile.ts'
import { limits, refuseFile, type SheetGrid } from '../../import/sheetGrid.ts'
import type { Context } from '../context.ts'
import { rowOut } from './deskViews.ts'
import { plainSettings } from './plan.ts'
import { planImport, readingOf } from './planning.ts'
import { readShop } from './shops.ts'

/*
 * What happens on the desk, before anything is recorded: a file arrives, is read and guessed, a person says what is
 * what and mends rows. None of it is in the history; what is imported is (importing.ts).
 */

/** Lets other calls be answered before work goes on. */
async function breathe(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
}

const STALE_UPLOAD_MS = 24 * 3_600_000
const ROWS_AT_ONCE = 4000

export async function send(input: Input<typeof imports.send>, context: Context): Promise<Output<typeof imports.send>> {
  const { store } = context
  const at = context.now()
  const content = input.as === 'text' ? Buffer.from(input.content, 'utf8') : Buffer.from(input.content, 'base64')
  const isLast = input.piece === input.pieces - 1
  if (!isLast) {
    await store.write(async (db) => await keepPiece(db, { upload: input.upload, place: input.piece, content, at }))
    return { importId: null }
  }
  const stale = new Date(Date.parse(at) - STALE_UPLOAD_MS).toISOString()
  const pieces = input.pieces === 1 ? [] : await store.write(async (db) => await takePieces(db, input.upload, stale))
  if (pieces.length !== input.pieces - 1) throw refuseFile('A part of the file did not arrive. Choose it again.')
  const bytes = Buffer.concat([...pieces, content])
  const sheets = readFile(bytes, input.name)
  await breathe()
  const importId = await stage(context, input, bytes, sheets)
  await planImport(context, importId, breathe)
  context.notify(context.op)
  return { importId }
}

/** Puts the sheets of a file on the desk, each with what it is guessed to be. */
async function stage(
  { store, now }: Context,
  input: Input<typeof imports.send>,
  bytes: Uint8Array,
  sheets: readonly SheetGrid[],
): Promise<number> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const importId = await store.write(async (db) => {
    if (!input.importId) return await insertImport(db, { name: input.name, started_at: now() })
    await openImport(db, input.importId)
    return input.importId
  })
  for (const sheet of sheets) {
    const guess = guessTable(sheet.rows, `${sheet.name} ${input.name}`)
    const heads = sheet.rows[guess.headerRow] ?? []
    const shop = readShop(heads)
    const sheetId = await store.write(
      async (db) =>
        await insertSheet(db, {
          import_id: importId,
          file: input.name,
          sha256,
          name: sheet.name,
          kind: shop ? 'sales' : guess.kind,
          header_row: guess.headerRow,
          columns: JSON.stringify(shop?.columns ?? guess.columns),
          settings: JSON.stringify({ ...plainSettings, ...shop?.settings }),
          notes: JSON.stringify(sheet.notes),
        }),
    )
    for (let from = 0; from < sheet.rows.length; from += ROWS_AT_ONCE) {
      await store.write(async (db) => await insertRows(db, sheetId, sheet.rows.slice(from, from + ROWS_AT_ONCE), from))
      await breathe()
    }
  }
  return importId
}

/** @throws AppError where the import is not there, or is over */
export async function openImport(db: Db, importId: number) {
  const row = await importById(db, importId)
  if (!row) throw notFound('This import')
  if (row.state !== 'open')
    throw new AppError({
      code: 'conflict',
      message: 'This import is over. Choose the file again to begin anew; rows that are there already add nothing.',
    })
  return row
}

export async function change(
  input: Input<typeof imports.change>,
  context: Context,
): Promise<Output<typeof imports.change>> {
  const importId = await context.store.write(async (db) => {
    const sheet = await sheetById(db, input.sheetId)
    if (!sheet) throw notFound('This sheet')
    await openImport(db, sheet.import_id)
    const kind = input.kind === undefined ? sheet.kind : input.kind
    const headerRow = input.headerRow ?? sheet.header_row
    const isOther = kind !== sheet.kind || headerRow !== sheet.header_row
    const grid = isOther && !input.columns ? await firstCells(db, sheet.id) : []
    const guessed = importKinds.find((each) => each === kind)
    const columns = input.columns ?? (isOther && guessed ? columnsFor(guessed, grid, headerRow) : readingOf(sheet).columns) // prettier-ignore
    await changeSheet(db, sheet.id, {
      kind,
      header_row: headerRow,
      columns: JSON.stringify(columns),
      settings: JSON.stringify(input.settings ?? readingOf(sheet).settings),
    })
    return sheet.import_id
  })
  await planImport(context, importId, breathe)
  context.notify(context.op)
  return { importId }
}

async function firstCells(db: Db, sheetId: number): Promise<string[][]> {
  return (await rowsOfSheet(db, sheetId, 0, 1200)).map((row) => JSON.parse(row.cells) as string[])
}

export async function editRow(
  { sheetId, line, cells, decision }: Input<typeof imports.editRow>,
  context: Context,
): Promise<Output<typeof imports.editRow>> {
  const importId = await context.store.write(async (db) => {
    const sheet = await sheetById(db, sheetId)
    const row = await rowOf(db, sheetId, line)
    if (!sheet || !row) throw notFound('This row')
    await openImport(db, sheet.import_id)
    if (row.verdict === 'imported')
      throw new AppError({ code: 'conflict', message: 'This row is imported. Correct what it became on its own page.' })
    await changeRow(
      db,
      { sheetId, line },
      {
        ...(cells ? { cells: JSON.stringify(trimmedEnd(cells)), original: row.original ?? row.cells } : {}),
        ...(decision === null || decision === undefined ? {} : { decision }),
      },
    )
    return sheet.import_id
  })
  await planImport(context, importId, breathe)
  context.notify(context.op)
  const row = await context.store.read(async (db) => await rowOf(db, sheetId, line))
  if (!row) throw notFound('This row')
  return rowOut(row)
}

function trimmedEnd(cells: readonly string[]): string[] {
  const kept = cells.map((cell) => cell.trim().slice(0, limits.cellCharacters))
  while (kept.length > 0 && kept.at(-1) === '') kept.pop()
  return kept
}

export async function nameAs(
  input: Input<typeof imports.nameAs>,
  context: Context,
): Promise<Output<typeof imports.nameAs>> {
  await context.store.write(async (db) => {
    await openImport(db, input.importId)
    for (const name of input.names) await setAlias(db, input.what, name, input.as)
  })
  await planImport(context, input.importId, breathe)
  context.notify(context.op)
  return { importId: input.importId }
}

export async function close(
  { importId }: Input<typeof imports.close>,
  context: Context,
): Promise<Output<typeof imports.close>> {
  const kept = await context.store.write(async (db) => {
    if (!(await importById(db, importId))) throw notFound('This import')
    if ((await doneRecords(db, importId, 1)).length > 0) {
      await setImport(db, importId, { state: 'closed' })
      return importId
    }
    await forgetImport(db, importId)
    return null
  })
  context.notify(context.op)
  return { importId: kept }
}
