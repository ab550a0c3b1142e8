import { notFound } from '../../../shared/api/errors.ts'
import type { imports } from '../../../shared/api/imports.ts'
import type { Input, Output } from '../../../shared/api/operation.ts'
import { importKinds } from '../../../shared/domain/importFields.ts'
import { readDate } from '../../../shared/import/dates.ts'
import {
  countRows,
  filesOfImports,
  importById,
  type ImportRow,
  type ImportSheet,
  listImports,
  rowPage,
  rowsOfSheet,
  sheetsOfImport,
} from '../../db/repos/imports.ts'
import { countUnread } from '../../db/repos/importRevisions.ts'
import type { Db } from '../../db/schema.ts'
import type { Context } from '../context.ts'
import { planIfNotLookedAt } from './planning.ts'
import { readingOf } from './rowsIn.ts'
import { noSummary, type Summary } from './summary.ts'
import { sayKept } from '../../../shared/words/kept.ts'
import { say } from '../../../shared/words/say.ts'

type Counts = Output<typeof imports.list>[number]['counts']
type Counted = Awaited<ReturnType<typeof countRows>>

export async function list(_input: unknown, { store }: Context): Promise<Output<typeof imports.list>> {
  return await store.read(async (db) => {
    const files = Map.groupBy(await filesOfImports(db), (row) => row.import_id)
    const heads: Output<typeof imports.list> = []
    for (const row of await listImports(db))
      heads.push(headOut(row, files.get(row.id) ?? [], await countRows(db, row.id)))
    return heads
  })
}

export async function get(
  { importId }: Input<typeof imports.get>,
  context: Context,
): Promise<Output<typeof imports.get>> {
  await planIfNotLookedAt(context, importId)
  return await context.store.read(async (db) => {
    const row = await importById(db, importId)
    if (!row) throw notFound(say('This import'))
    const counted = await countRows(db, importId)
    const files = (await filesOfImports(db)).filter((each) => each.import_id === importId)
    const summary: Summary = { ...noSummary, ...(JSON.parse(row.summary) as Partial<Summary>) }
    const unread = await countUnread(db, importId)
    const sheets: Output<typeof imports.get>['sheets'] = []
    for (const sheet of await sheetsOfImport(db, importId))
      sheets.push(
        await sheetOut(
          db,
          sheet,
          summary,
          counted.filter((each) => each.sheet_id === sheet.id),
          unread.get(sheet.id) ?? 0,
        ),
      )
    return {
      ...headOut(row, files, counted),
      sheets,
      alike: summary.alike.map(({ what, name, others }) => ({ what, name, others: [...others] })),
      unknownProducts: [...summary.unknownProducts],
      fresh: {
        suppliers: [...summary.fresh.suppliers],
        ingredients: [...summary.fresh.ingredients],
        products: [...summary.fresh.products],
        places: [...summary.fresh.places],
      },
    }
  })
}

export async function rows(
  { importId, sheetId, verdicts, after, limit }: Input<typeof imports.rows>,
  { store }: Context,
): Promise<Output<typeof imports.rows>> {
  return await store.read(async (db) => {
    const ids = (await sheetsOfImport(db, importId)).map((sheet) => sheet.id)
    const sheetIds = sheetId ? ids.filter((id) => id === sheetId) : ids
    const [sheet, line] = (after ?? '').split('_').map(Number)
    const from = sheet && line !== undefined ? { sheet, line } : null
    const found = await rowPage(db, { sheetIds, verdicts, after: from, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: page.map(rowOut),
      next: found.length > limit && last ? `${last.sheet_id}_${last.line}` : null,
    }
  })
}

export function rowOut({ sheet_id, line, cells, original, decision, verdict, why }: ImportRow) {
  return { sheetId: sheet_id, line, cells: JSON.parse(cells) as string[], edited: original !== null, decision, verdict, why: sayKept(why) } // prettier-ignore
}

function headOut(
  {
    id,
    name,
    started_at,
    state,
  }: { id: number; name: string; started_at: string; state: Output<typeof imports.list>[number]['state'] },
  files: readonly { readonly file: string; readonly sha256: string }[],
  counted: Counted,
) {
  return {
    id,
    name,
    startedAt: started_at,
    state,
    files: files.map(({ file, sha256 }) => ({ name: file, sha256 })),
    counts: countsOf(counted),
  }
}

export function countsOf(counted: Counted): Counts {
  const of = (verdict: Counted[number]['verdict']) =>
    counted.reduce((sum, row) => sum + (row.verdict === verdict ? row.count : 0), 0)
  return {
    ready: of('ready'),
    check: of('check'),
    stopped: of('stopped'),
    leftOut: of('left out'),
    thereAlready: of('there already'),
    imported: of('imported'),
    total: counted.reduce((sum, row) => sum + row.count, 0),
  }
}

const SAMPLES = 3

async function sheetOut(db: Db, sheet: ImportSheet, summary: Summary, counted: Counted, unread: number) {
  const { columns, settings } = readingOf(sheet)
  const top = (await rowsOfSheet(db, sheet.id, 0, Math.max(0, sheet.header_row) + 40)).map((row) => ({
    line: row.line,
    cells: JSON.parse(row.cells) as string[],
  }))
  const heads = top.find((row) => row.line === sheet.header_row)?.cells ?? []
  const below = top.filter((row) => row.line > sheet.header_row)
  const width = Math.max(heads.length, columns.length, ...below.map((row) => row.cells.length))
  const signs = summary.signs[String(sheet.id)]
  const unclear = signs && !signs.isSure ? signs.dates.unclear : null
  const counts = countsOf(counted)
  return {
    id: sheet.id,
    file: sheet.file,
    name: sheet.name,
    kind: importKinds.find((kind) => kind === sheet.kind) ?? null,
    headerRow: sheet.header_row,
    rows: counts.total + unread,
    columns: Array.from({ length: width }, (_, at) => ({
      head: heads[at] ?? '',
      samples: below.flatMap((row) => row.cells[at] || []).slice(0, SAMPLES),
      use: columns[at] ?? { kind: 'none' as const },
    })),
    settings,
    notes: (JSON.parse(sheet.notes) as string[]).map(sayKept),
    dates: {
      order: signs?.dateOrder ?? ('month first' as const),
      because: sayKept(signs?.dates.because ?? ''),
      unclear,
      readings:
        unclear === null
          ? []
          : (['month first', 'day first'] as const).flatMap((order) => {
              const day = readDate(unclear, order)
              return day === undefined ? [] : [{ order, day }]
            }),
    },
    decimal: signs?.decimal ?? ('point' as const),
    counts,
  }
}
