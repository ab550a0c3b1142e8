import Database from 'better-sqlite3'
import { checkRecord } from '../../main/db/checkRecord.ts'
import { openDatabase } from '../../main/db/open.ts'

/** What stands in a record after a fault, once it is opened as the app opens it. */
export interface Survivor {
  readonly requestIds: ReadonlySet<string>
  readonly problems: readonly string[]
  readonly numbers: readonly string[]
}

/** Opens a record, which finishes what a log holds, and checks all of it. */
export function survivor(file: string): Survivor {
  const db = openDatabase({ file })
  try {
    const { problems } = checkRecord(db)
    const texts = (sql: string) => db.prepare(sql).pluck().all().map(String)
    return {
      requestIds: new Set(texts('SELECT request_id FROM audit')),
      problems,
      numbers: texts('SELECT lot_number FROM batch'),
    }
  } finally {
    db.close()
  }
}

/** How many entries a file holds, read beside the app. */
export function entriesIn(file: string): number {
  const db = new Database(file, { readonly: true })
  try {
    return Number(db.prepare('SELECT count(*) FROM audit').pluck().get())
  } finally {
    db.close()
  }
}
