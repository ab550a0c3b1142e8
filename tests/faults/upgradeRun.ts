import Database from 'better-sqlite3'
import { openDatabase } from '../../main/db/open.ts'

/*
 * Brings a record to the newest schema statement by statement, as SQLite runs it, and is killed after one of them.
 * Without a number it says how many statements there are.
 */
const [file = '', at = '0'] = process.argv.slice(2)
let done = 0

// What `migrate` hands over in one text is run in its single statements, so that there is a moment between them.
const exec = Database.prototype.exec
Database.prototype.exec = function execOneByOne(this: Database.Database, sql: string) {
  if (!sql.includes('CREATE')) return exec.call(this, sql)
  for (const statement of statementsOf(this, sql)) {
    exec.call(this, statement)
    done += 1
    if (done === Number(at)) process.kill(process.pid, 'SIGKILL')
  }
  return this
}
openDatabase({ file }).close()
process.stdout.write(String(done))

/** A semicolon ends a statement unless SQLite says that it is still incomplete: those inside triggers and comments. */
function* statementsOf(db: Database.Database, sql: string): Generator<string> {
  let statement = ''
  for (const part of sql.split(';')) {
    statement += `${part};`
    if (isIncomplete(db, statement)) continue
    yield statement
    statement = ''
  }
}

function isIncomplete(db: Database.Database, statement: string): boolean {
  try {
    db.prepare(statement)
    return false
  } catch (error) {
    return error instanceof Error && /incomplete input|no statements/.test(error.message)
  }
}
