import { AppError, notFound } from '../../../shared/api/errors.ts'
import type { imports } from '../../../shared/api/imports.ts'
import type { Input, Output } from '../../../shared/api/operation.ts'
import { importKinds } from '../../../shared/domain/importFields.ts'
import { columnsFor } from '../../../shared/import/guessTable.ts'
import {
  changeRow,
  changeSheet,
  countRecords,
  forgetImport,
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
import { alreadyThere, dropSheets, revise, sheetsArrived } from '../../db/repos/importRevisions.ts'
import type { Db } from '../../db/schema.ts'
import type { ReadTable } from '../../import/readTables.ts'
import { limits, refuseFile } from '../../import/sheetGrid.ts'
import type { Context } from '../context.ts'
import { rowOut } from './deskViews.ts'
import { openImport } from './openImport.ts'
import { plainSettings } from './plan.ts'
import { keepPace } from './pace.ts'
import { planImport } from './planning.ts'
import { NOT_LOOKED_AT } from './planWriting.ts'
import { readingOf } from './rowsIn.ts'
import { readShop } from './shops.ts'
import { say } from '../../../shared/words/say.ts'
import { sayKept } from '../../../shared/words/kept.ts'

/*
 * What happens on the desk, before anything is recorded: a file arrives, is read and guessed, a person says what is
 * what and mends rows. None of it is in the history; what is imported is (importing.ts).
 */

const STALE_UPLOAD_MS = 24 * 3_600_000

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
  if (pieces.length !== input.pieces - 1) throw refuseFile(say('A part of the file did not arrive. Choose it again.'))
  const bytes = Buffer.concat([...pieces, content])
  const { sha256, tables } = await tablesOf(context, { bytes, name: input.name })
  const importId = await stage(context, { ...input, sha256, importId: input.importId ?? null }, tables)
  if (!input.more) await planImport(context, importId)
  context.notify(context.op)
  return { importId }
}

/** @throws AppError with a sentence, for what is no table */
async function tablesOf({ runJob }: Context, file: { readonly bytes: Uint8Array; readonly name: string }) {
  try {
    return await runJob('readTables', file)
  } catch (error) {
    throw error instanceof AppError ? refuseFile(sayKept(error.body.message)) : error
  }
}

/**
 * Puts the sheets of a file on the desk, each with what it is guessed to be. They count once all of their rows are
 * there; a file that is in this import, or came by the same command, is not put there twice.
 */
async function stage(
  { store, now }: Context,
  given: { name: string; requestId: string; importId: number | null; sha256: string },
  tables: readonly ReadTable[],
): Promise<number> {
  const { name, requestId, importId: wanted, sha256 } = given
  const file = { requestId, importId: wanted, sha256 }
  const known = await store.read(async (db) => await alreadyThere(db, file))
  if (known !== undefined) return known
  const importId = await store.write(async (db) => {
    if (wanted === null) return await insertImport(db, { name, started_at: now() })
    await openImport(db, wanted)
    return wanted
  })
  const sheetIds: number[] = []
  const pace = keepPace()
  for (const { guess, heads, pieces, ...sheet } of tables) {
    const shop = readShop(heads)
    const sheetId = await store.write(
      async (db) =>
        await insertSheet(db, {
          import_id: importId,
          file: name,
          sha256,
          name: sheet.name,
          kind: shop ? 'sales' : guess.kind,
          header_row: guess.headerRow,
          columns: JSON.stringify(shop?.columns ?? guess.columns),
          settings: JSON.stringify({ ...plainSettings, ...shop?.settings }),
          notes: JSON.stringify(sheet.notes),
          request_id: requestId,
          arrived: 0,
        }),
    )
    sheetIds.push(sheetId)
    for (const { from, rows } of pieces) {
      await store.write(async (db) => await insertRows(db, sheetId, rows, from))
      await pace()
    }
  }
  return await store.write(async (db) => {
    const other = await alreadyThere(db, file)
    if (other !== undefined) {
      await (wanted === null ? forgetImport(db, importId) : dropSheets(db, sheetIds))
      return other
    }
    await openImport(db, importId)
    await sheetsArrived(db, sheetIds)
    await revise(db, importId, NOT_LOOKED_AT)
    return importId
  })
}

export async function change(
  input: Input<typeof imports.change>,
  context: Context,
): Promise<Output<typeof imports.change>> {
  const importId = await context.store.write(async (db) => {
    const sheet = await sheetById(db, input.sheetId)
    if (!sheet) throw notFound(say('This sheet'))
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
    await revise(db, sheet.import_id)
    return sheet.import_id
  })
  await planImport(context, importId)
  context.notify(context.op)
  return { importId }
}

async function firstCells(db: Db, sheetId: number): Promise<string[][]> {
  return (await rowsOfSheet(db, sheetId, 0, 1200)).map((row) => JSON.parse(row.cells) as string[])
}

export async function editRow(
  { sheetId, line, cells, was, decision }: Input<typeof imports.editRow>,
  context: Context,
): Promise<Output<typeof imports.editRow>> {
  const importId = await context.store.write(async (db) => {
    const sheet = await sheetById(db, sheetId)
    const row = await rowOf(db, sheetId, line)
    if (!sheet || !row) throw notFound(say('This row'))
    await openImport(db, sheet.import_id)
    if (row.verdict === 'imported')
      throw new AppError({
        code: 'conflict',
        message: say('This row is imported. Correct what it became on its own page.'),
      })
    if (was && JSON.stringify(trimmedEnd(was)) !== row.cells)
      throw new AppError({
        code: 'conflict',
        message: say('This row was changed in another window since you opened it. Look at it as it is now, then change it again.'), // prettier-ignore
      })
    await changeRow(
      db,
      { sheetId, line },
      {
        ...(cells ? { cells: JSON.stringify(trimmedEnd(cells)), original: row.original ?? row.cells } : {}),
        ...(decision === null || decision === undefined ? {} : { decision }),
      },
    )
    await revise(db, sheet.import_id)
    return sheet.import_id
  })
  await planImport(context, importId)
  context.notify(context.op)
  const row = await context.store.read(async (db) => await rowOf(db, sheetId, line))
  if (!row) throw notFound(say('This row'))
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
    await revise(db, input.importId)
  })
  await planImport(context, input.importId)
  context.notify(context.op)
  return { importId: input.importId }
}

export async function close(
  { importId }: Input<typeof imports.close>,
  context: Context,
): Promise<Output<typeof imports.close>> {
  const kept = await context.store.write(async (db) => {
    await openImport(db, importId)
    const counts = await countRecords(db, importId)
    // One of which anything ever went in stays, with what became of it.
    if ((counts.get('done') ?? 0) + (counts.get('undone') ?? 0) > 0) {
      await setImport(db, importId, { state: 'closed' })
      await revise(db, importId)
      return importId
    }
    await forgetImport(db, importId)
    return null
  })
  context.notify(context.op)
  return { importId: kept }
}
