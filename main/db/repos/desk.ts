import type { Db, Schema } from '../schema.ts'

/** How the desk stands: the last change, with the person’s name as it is today. */
export interface DeskRow {
  readonly seq: number
  /** Null where nobody is named, or whoever was does not work here any more. */
  readonly person: { readonly id: number; readonly name: string } | null
  readonly inspecting: boolean
  readonly since: string
  readonly leaveAskedAt: string | null
}

/** Undefined in a record in which nobody ever sat down by name. */
export async function lastDesk(db: Db): Promise<DeskRow | undefined> {
  const row = await db
    .selectFrom('desk')
    // CROSS JOIN: SQLite would look through the whole history for the few changes at the desk.
    .crossJoin('audit')
    .whereRef('audit.seq', '=', 'desk.seq')
    .leftJoin('person', (join) => join.onRef('person.id', '=', 'desk.person_id').on('person.active', '=', 1))
    .select(['desk.seq', 'desk.inspecting', 'desk.leave_asked_at', 'audit.at', 'person.id', 'person.name'])
    .orderBy('desk.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { seq, id, name, inspecting, at, leave_asked_at } = row
  const person = id === null || name === null ? null : { id, name }
  return { seq, person, inspecting: inspecting === 1, since: at, leaveAskedAt: leave_asked_at }
}

export async function insertDesk(
  db: Db,
  { seq, personId, inspecting, leaveAskedAt = null }: DeskChange,
): Promise<void> {
  const row = { seq, person_id: personId, inspecting: Number(inspecting), leave_asked_at: leaveAskedAt }
  await db.insertInto('desk').values(row).execute()
}

interface DeskChange {
  readonly seq: number
  readonly personId: number | null
  readonly inspecting: boolean
  readonly leaveAskedAt?: string | null
}

/** Everyone who works here, by name, and whether a PIN proves them. */
export async function peopleAtDesk(
  db: Db,
): Promise<readonly { readonly id: number; readonly name: string; readonly hasPin: boolean }[]> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('person_pin', 'person_pin.person_id', 'person.id')
    .where('person.active', '=', 1)
    .orderBy('person.name_key')
    .select(['person.id', 'person.name', 'person_pin.salt'])
    .execute()
  return rows.map(({ id, name, salt }) => ({ id, name, hasPin: salt !== null }))
}

export async function pinOf(db: Db, personId: number): Promise<Schema['person_pin'] | undefined> {
  return await db.selectFrom('person_pin').selectAll().where('person_id', '=', personId).executeTakeFirst()
}

export async function writePin(db: Db, personId: number, pin: { salt: string; hash: string } | null): Promise<void> {
  await db.deleteFrom('person_pin').where('person_id', '=', personId).execute()
  if (pin === null) return
  await db
    .insertInto('person_pin')
    .values({ person_id: personId, ...pin, wrong: 0, wrong_at: null })
    .execute()
}

/** Writes down how many wrong PINs were typed for a person since the last right one. */
export async function noteWrongPins(db: Db, personId: number, wrong: number, at: string | null): Promise<void> {
  await db.updateTable('person_pin').set({ wrong, wrong_at: at }).where('person_id', '=', personId).execute()
}
