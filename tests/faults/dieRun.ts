import { openDatabase } from '../../main/db/open.ts'
import { migrations } from '../../main/db/migrate.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { counted, operations, order } from './shim.ts'

/*
 * Restores a backup, or brings a record to the next schema, and is killed at one operation of the disk. Without a number
 * it says how many operations there are.
 */
const [what = '', folder = '', at = '0', backup = ''] = process.argv.slice(2)
const control = process.env['TB_CONTROL'] ?? ''
const on = (Object.keys(operations) as (keyof typeof operations)[]).filter((name) => name !== 'read')

if (what === 'restore') {
  const kitchen = await openKitchen({ folder })
  order(control, { mode: 'die', at: Number(at) || 1_000_000, on })
  await kitchen.api.backups.restore({ requestId: newId(), name: backup })
} else {
  order(control, { mode: 'die', at: Number(at) || 1_000_000, on })
  openDatabase({ file: `${folder}/data/traceberry.db`, migrations: [...migrations, nextSchema()] }).close()
}
process.stdout.write(String(counted(control).seen))
order(control, { mode: 'off' })
process.exit(0)

/** Several statements that each change what is stored. */
function nextSchema() {
  const tables = Array.from({ length: 6 }, (_, count) => {
    const name = `extra_${count}`
    return `CREATE TABLE ${name} (x INTEGER, y TEXT) STRICT; INSERT INTO ${name} SELECT seq, input FROM audit; CREATE INDEX ${name}_by_x ON ${name} (x);`
  })
  return { version: (migrations.at(-1)?.version ?? 0) + 10, name: 'next', sql: tables.join('\n') }
}
