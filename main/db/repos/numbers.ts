import { lotKey, readsAsUnitOf, unitLengths } from '../../../shared/domain/lotNumber.ts'
import type { Db } from '../schema.ts'
import { hotStatement } from './hotStatement.ts'

/** Numbers ever issued that begin with a prefix. */
export async function issuedWithPrefix(db: Db, prefix: string): Promise<string[]> {
  const rows = await hotStatement<{ number: string }>(
    db,
    'SELECT number FROM issued_number WHERE number >= ? AND number < ?',
    [prefix, `${prefix}\u{10ffff}`],
  )
  return rows.map((row) => row.number)
}

/** Whether a number, or one that differs only in case and hyphens, was ever issued. */
export async function wasIssued(db: Db, number: string): Promise<boolean> {
  return (await hotStatement(db, 'SELECT 1 FROM issued_number WHERE number_key = ?', [lotKey(number)])).length > 0
}

/**
 * An issued number whose units read like this one (`SJ-0042` for `SJ-0042-001`), or that reads like a unit of this one;
 * undefined where neither is so.
 */
export async function confusedWith(db: Db, number: string): Promise<string | undefined> {
  const key = lotKey(number)
  const shorter = unitLengths.map((digits) => key.slice(0, -digits)).filter((lot) => readsAsUnitOf(key, lot))
  const rows = await hotStatement<{ number: string; number_key: string }>(
    db,
    `SELECT number, number_key FROM issued_number WHERE number_key IN (SELECT value FROM json_each(?))
     UNION ALL SELECT number, number_key FROM issued_number WHERE number_key > ? AND number_key < ?`,
    [JSON.stringify(shorter), key, `${key}:`],
  )
  return rows.find((row) => shorter.includes(row.number_key) || readsAsUnitOf(row.number_key, key))?.number
}

/** Marks numbers as issued for ever; those already marked stay as they are. */
export async function markIssued(db: Db, numbers: readonly string[]): Promise<void> {
  const rows = JSON.stringify(numbers.map((number) => [lotKey(number), number]))
  await hotStatement(
    db,
    `INSERT INTO issued_number (number_key, number) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true
     ON CONFLICT DO NOTHING`,
    [rows],
  )
}

/** Marks those of a long list that are not marked yet. @returns marked numbers that the list lacks */
export async function bringIssued(db: Db, numbers: readonly string[]): Promise<string[]> {
  const marked = await db.selectFrom('issued_number').select(['number_key', 'number']).execute()
  const known = new Set(marked.map((row) => row.number_key))
  const listed = new Map(numbers.map((number) => [lotKey(number), number]))
  const unknown = [...listed].filter(([key]) => !known.has(key)).map(([, number]) => number)
  if (unknown.length > 0) await markIssued(db, unknown)
  return marked.filter(({ number_key }) => !listed.has(number_key)).map(({ number }) => number)
}
