import { Day, Id } from './fields.ts'
import { Begun, FileOut } from './files.ts'
import { query } from './operation.ts'
import { z } from './zod.ts'

/** The records that people must keep, a plain table each. */
export const logs = ['production', 'received', 'used', 'sales', 'days', 'cleaning', 'readings'] as const
const Log = z.enum(logs)
export type Log = z.infer<typeof Log>

const logFormats = ['csv', 'xlsx', 'pdf', 'html'] as const

/** Both days included. */
const period = { from: Day, to: Day }

const inOrder = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from <= to
const backward = { path: ['to'], message: 'The period ends before it begins. Correct one of the days.' }

const LogInput = z.strictObject({
  ...period,
  log: Log,
  /** Only what went to this place; for the sales log. */
  placeId: Id.nullish(),
})

const LogTable = z.strictObject({
  name: z.string(),
  columns: z.array(
    z.strictObject({ key: z.string(), head: z.string(), kind: z.enum(['text', 'number', 'money', 'day']) }),
  ),
  /** A cell a column, money in cents; the first 500 rows. */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  /** Rows there are in all; files hold every one. */
  total: z.int(),
})

export const records = {
  log: query(
    'One record of a period as a plain table: production, ingredients received or used, sales, sales by day, cleaning, or readings.',
    LogInput.refine(inOrder, backward),
    LogTable,
  ),
  save: query(
    'The same record as a file, every row of it: CSV, Excel, PDF or HTML.',
    LogInput.extend({ format: z.enum(logFormats) }).refine(inOrder, backward),
    FileOut,
  ),
  fsma: query(
    'Begins to write the sortable spreadsheet of the Food Traceability Rule (21 CFR 1.1340, 1.1345, 1.1350) for a period, as Excel.',
    z.strictObject(period).refine(inOrder, backward),
    Begun,
  ),
  fsmaGaps: query(
    'What that spreadsheet of a period would leave empty, a sentence each with what to complete.',
    z.strictObject(period).refine(inOrder, backward),
    z.array(
      z.strictObject({
        /** `kitchen`, or the supplier or place that lacks something. */
        of: z.enum(['kitchen', 'supplier', 'place', 'lots']),
        id: Id.nullable(),
        text: z.string(),
      }),
    ),
  ),
  epcis: query(
    'Begins to write the events of a period as one EPCIS 2.0 document in JSON-LD.',
    z.strictObject(period).refine(inOrder, backward),
    Begun,
  ),
  binder: query(
    'Everything an inspector asks for, of a period: one PDF, or one archive of HTML and CSV files. It only reads.',
    z.strictObject({ ...period, format: z.enum(['pdf', 'zip']) }).refine(inOrder, backward),
    FileOut,
  ),
}
