import Database from 'better-sqlite3'

export interface SalvagedTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Whether it was read to its end without a gap. */
  readonly whole: boolean
}

/** How many damaged places of a table are stepped over before it is given up. */
const MOST_GAPS = 1000

/**
 * Reads whatever can be read of a damaged record, table by table, stepping over what cannot.
 * @param file a copy that nothing else uses
 * @throws SQLite's error where not even the list of tables can be read
 */
export function salvage(file: string): SalvagedTable[] {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    // The search (migration 030) only repeats what other tables hold.
    const names = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'`,
      )
      .pluck()
    return names.all().map((name) => readTable(db, String(name)))
  } finally {
    db.close()
  }
}

function readTable(db: Database.Database, name: string): SalvagedTable {
  const table = `"${name.replaceAll('"', '""')}"`
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name).map(String)
  const rows = new Map<string, (string | number | null)[]>()
  let gaps = readInto(rows, db, `SELECT * FROM ${table}`) ? 0 : 1
  if (gaps > 0 && hasRowid(db, table)) {
    // From the other end, and then row by row: what lies behind a damaged page is reached by its number.
    readInto(rows, db, `SELECT * FROM ${table} ORDER BY rowid DESC`)
    const one = db.prepare(`SELECT * FROM ${table} WHERE rowid = ?`).raw()
    for (let id = 1, missed = 0; missed < MOST_GAPS; id += 1)
      try {
        const row: unknown = one.get(id)
        if (Array.isArray(row)) keep(rows, row)
        missed = Array.isArray(row) ? 0 : missed + 1
      } catch {
        gaps += 1
        missed += 1
      }
  }
  return { name, columns, rows: [...rows.values()], whole: gaps === 0 }
}

/** @returns whether all of it could be read */
function readInto(rows: Map<string, (string | number | null)[]>, db: Database.Database, sql: string): boolean {
  try {
    for (const row of db.prepare(sql).raw().iterate()) if (Array.isArray(row)) keep(rows, row)
    return true
  } catch {
    return false
  }
}

function keep(rows: Map<string, (string | number | null)[]>, row: readonly unknown[]): void {
  const cells = row.map((cell) => {
    if (typeof cell === 'number' || typeof cell === 'string') return cell
    return Buffer.isBuffer(cell) ? cell.toString('base64') : null
  })
  rows.set(JSON.stringify(cells), cells)
}

function hasRowid(db: Database.Database, table: string): boolean {
  try {
    db.prepare(`SELECT rowid FROM ${table} LIMIT 0`)
    return true
  } catch {
    return false
  }
}
