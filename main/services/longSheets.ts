import type { Db } from '../db/schema.ts'
import { type Column, type LongSheet, type Sheet, sheetOf } from '../reports/sheet.ts'

/** How far the reading of long tables is: what they are about (lots, batches, shipments), counted. */
export interface Far {
  done: number
  left: number
}

interface Rows<Row> {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  /** What the table is about, by id, in its order. */
  readonly ids: readonly number[]
  /** The rows of some of them. */
  readonly rowsOf: (db: Db, ids: readonly number[]) => Promise<readonly Row[]>
}

/** Some milliseconds of reading, and a megabyte of rows. */
const AT_A_TIME = 500

/** A table that is read some hundred ids at a time while it is written, and tells how far it is. */
export function longSheet<Row>(db: Db, { name, columns, ids, rowsOf }: Rows<Row>, far: Far): LongSheet {
  far.left += ids.length
  return {
    name,
    columns: sheetOf(name, columns, []).columns,
    async *parts() {
      for (let at = 0; at < ids.length; at += AT_A_TIME) {
        const some = ids.slice(at, at + AT_A_TIME)
        yield sheetOf(name, columns, await rowsOf(db, some)).rows
        far.done += some.length
        far.left -= some.length
      }
    },
  }
}

/** All of it at once. */
export async function wholeSheet({ name, columns, parts }: LongSheet): Promise<Sheet> {
  const rows: Sheet['rows'][number][] = []
  for await (const part of parts()) for (const row of part) rows.push(row)
  return { name, columns, rows }
}
