import { importKinds } from '../domain/importFields.ts'
import { PlaceKind } from './directory.ts'
import { Cursor, Id, named, nothing, PageSize, RequestId } from './fields.ts'
import { Begun, FileOut } from './files.ts'
import { amendment, command, query } from './operation.ts'
import { z } from './zod.ts'

const Kind = z.enum(importKinds)
const Verdict = z.enum(['ready', 'check', 'stopped', 'left out', 'there already', 'imported'])

const Column = z.union([
  z.strictObject({ kind: z.literal('field'), field: named('The column', 40) }),
  z.strictObject({ kind: z.literal('ingredient'), name: named('The ingredient') }),
  z.strictObject({ kind: z.literal('none') }),
])

const Settings = z.strictObject({
  /** Null to let the dates themselves say it. */
  dateOrder: z.enum(['month first', 'day first']).nullable(),
  decimal: z.enum(['point', 'comma']).nullable(),
  /** What an ingredient row becomes whose lot nobody finds. */
  missingLots: z.enum(['unknown', 'opening']),
  /** Where rows that name no place went. */
  place: z.string().trim().max(80, 'The place can have 80 characters at most.'),
  placeKind: PlaceKind,
})

const Counts = z.strictObject({
  ready: z.int(),
  check: z.int(),
  stopped: z.int(),
  leftOut: z.int(),
  thereAlready: z.int(),
  imported: z.int(),
  total: z.int(),
})

const Head = z.strictObject({
  id: Id,
  name: z.string(),
  startedAt: z.string(),
  state: z.enum(['open', 'undoing', 'undone', 'closed']),
  files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  /** Rows in = imported + waiting (ready, check, stopped) + refused (left out, there already). */
  counts: Counts,
})

const Sheet = z.strictObject({
  id: Id,
  file: z.string(),
  name: z.string(),
  /** Null for a sheet that is left out. */
  kind: Kind.nullable(),
  /** Counted from 0; -1 for none. */
  headerRow: z.int(),
  /** Below its heads and not empty, also where the sheet is left out. */
  rows: z.int(),
  columns: z.array(z.strictObject({ head: z.string(), samples: z.array(z.string()), use: Column })),
  settings: Settings,
  /** What reading the file had to do, a sentence each. */
  notes: z.array(z.string()),
  /** How its dates are read, and why. */
  dates: z.strictObject({
    order: z.enum(['month first', 'day first']),
    because: z.string(),
    /** A date that both orders read differently, to ask about; null where there is nothing to ask. */
    unclear: z.string().nullable(),
    /** That date in either order. */
    readings: z.array(z.strictObject({ order: z.enum(['month first', 'day first']), day: z.string() })),
  }),
  decimal: z.enum(['point', 'comma']),
  counts: Counts,
})

const Name = z.enum(['supplier', 'ingredient', 'product', 'place'])

const Row = z.strictObject({
  sheetId: Id,
  /** Counted from 0, as in the file. */
  line: z.int(),
  cells: z.array(z.string()),
  edited: z.boolean(),
  decision: z.enum(['', 'add', 'leave out']),
  verdict: Verdict,
  /** What will be assumed, or why it waits. */
  why: z.string(),
})

const Step = z.strictObject({ done: z.int(), left: z.int() })

export const imports = {
  list: query(
    'Every spreadsheet that was imported or waits, newest first, with its rows counted.',
    nothing,
    z.array(Head),
  ),
  send: command(
    'Sends a file, or a piece of it; with the last piece it is read, and what it holds is guessed.',
    z.strictObject({
      requestId: RequestId,
      /** The same for every piece of a file. */
      upload: z.uuid('An upload’s id must be a UUID.'),
      name: named('The file’s name', 200),
      /** Of this piece, from 0, and of how many. */
      piece: z.int().min(0).max(99),
      pieces: z.int().min(1).max(100),
      content: z.string().max(8_000_000, 'A piece can have 8,000,000 characters at most.'),
      /** What is pasted comes as text. */
      as: z.enum(['base64', 'text']).default('base64'),
      /** The import that the file joins; left out for a new one. */
      importId: Id.nullish(),
      /** Whether another file that belongs to it follows at once: then the rows are looked at with the last one. */
      more: z.boolean().default(false),
    }),
    /** Null until the last piece is there. */
    z.strictObject({ importId: Id.nullable() }),
  ),
  get: query(
    'One import: its sheets, what each column is taken for, what is to be asked, and its rows counted.',
    z.strictObject({ importId: Id }),
    Head.extend({
      sheets: z.array(Sheet),
      /** Spellings that may mean one; the first is used most. */
      alike: z.array(z.strictObject({ what: Name, name: z.string(), others: z.array(z.string()) })),
      /** Names of products in sales that are none of this kitchen’s. */
      unknownProducts: z.array(z.string()),
      /** Names that the import would add. */
      fresh: z.strictObject({
        suppliers: z.array(z.string()),
        ingredients: z.array(z.string()),
        products: z.array(z.string()),
        places: z.array(z.string()),
      }),
    }),
  ),
  rows: query(
    'Rows of an import as they stand, of some verdicts where asked.',
    z.strictObject({
      importId: Id,
      sheetId: Id.nullish(),
      verdicts: z.array(Verdict).max(6).default([]),
      after: Cursor.nullish(),
      limit: PageSize,
    }),
    z.strictObject({ rows: z.array(Row), next: z.string().nullable() }),
  ),
  change: command(
    'Says what a sheet is, where its heads are, what its columns are or how it is read; every row is looked at again.',
    z.strictObject({
      requestId: RequestId,
      sheetId: Id,
      kind: Kind.nullish(),
      headerRow: z.int().min(-1).max(1000).nullish(),
      columns: z.array(Column).max(200).nullish(),
      settings: Settings.nullish(),
    }),
    z.strictObject({ importId: Id }),
  ),
  editRow: command(
    'Changes cells of a row, or says that it is left out or added all the same.',
    z.strictObject({
      requestId: RequestId,
      sheetId: Id,
      line: z.int().min(0),
      cells: z.array(z.string().max(2000)).max(200).nullish(),
      /** The cells as they were when it was opened: refused where another window changed them since. */
      was: z.array(z.string()).max(200).nullish(),
      decision: z.enum(['', 'add', 'leave out']).nullish(),
    }),
    Row,
  ),
  nameAs: command(
    'Says that spellings mean one name. It is remembered for every import to come.',
    z.strictObject({
      requestId: RequestId,
      importId: Id,
      what: Name,
      names: z.array(named('The name', 200)).min(1).max(500),
      as: named('The name'),
    }),
    z.strictObject({ importId: Id }),
  ),
  step: command(
    'Imports the next rows that are ready. Called again until nothing is left; what is done stays done.',
    z.strictObject({ requestId: RequestId, importId: Id }),
    Step,
  ),
  undo: amendment(
    'Takes the next part of an import back, the last first. Called again until nothing is left.',
    z.strictObject({ requestId: RequestId, importId: Id }),
    Step,
  ),
  close: command(
    'Ends an import: rows that wait are not imported. One of which nothing was imported is forgotten.',
    z.strictObject({ requestId: RequestId, importId: Id }),
    z.strictObject({ importId: Id.nullable() }),
  ),
  report: query(
    'What became of every row of an import, to print or to keep.',
    z.strictObject({ importId: Id, format: z.enum(['pdf', 'html', 'csv', 'xlsx']) }),
    FileOut,
  ),
  template: query(
    'An empty table to fill in, with one example row.',
    z.strictObject({ kind: Kind, format: z.enum(['csv', 'xlsx']) }),
    FileOut,
  ),
  exportAll: query(
    'Begins to write the whole record as tables that can be imported again: one workbook, or an archive of CSV files.',
    z.strictObject({ format: z.enum(['xlsx', 'zip']) }),
    Begun,
  ),
}
