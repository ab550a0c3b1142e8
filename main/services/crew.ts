import type { crew } from '../../shared/api/crew.ts'
import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { crewCard } from '../../shared/domain/crewCard.ts'
import { addDays, type Day } from '../../shared/domain/day.ts'
import {
  crewLog,
  crewNamed,
  crewOf,
  insertCalibration,
  insertCleaning,
  lastBatchWithCrew,
  listEquipment,
  listPeople,
  writeEquipment,
  writePerson,
} from '../db/repos/crew.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { say } from '../../shared/words/say.ts'

export async function people(_input: unknown, { store }: Context): Promise<Output<typeof crew.people>> {
  const rows = await store.read(listPeople)
  return rows.map(({ id, name, active, batches }) => ({
    id,
    name,
    card: crewCard('person', id),
    active: active === 1,
    batches,
  }))
}

export async function equipment(_input: unknown, context: Context): Promise<Output<typeof crew.equipment>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    return (await listEquipment(db)).map((row) => ({
      id: row.id,
      name: row.name,
      card: crewCard('equipment', row.id),
      kind: row.kind,
      cleanEveryDays: row.clean_every_days,
      calibrateEveryDays: row.calibrate_every_days,
      active: row.active === 1,
      batches: row.batches,
      lastCleaned: row.cleaned,
      cleanDue: dueOn(row.cleaned, row.clean_every_days, today),
      lastCalibrated: row.calibrated,
      calibrationDue: dueOn(row.calibrated, row.calibrate_every_days, today),
    }))
  })
}

/** The day something is due by its plan: today where it was never done, null without a plan. */
function dueOn(last: Day | null, everyDays: number | null, today: Day): Day | null {
  if (everyDays === null) return null
  return last === null ? today : addDays(last, everyDays)
}

export async function used(
  { productId }: Input<typeof crew.used>,
  { store }: Context,
): Promise<Output<typeof crew.used>> {
  return await store.read(async (db) => {
    const batchId = await lastBatchWithCrew(db, productId)
    if (batchId === undefined) return { personIds: [], equipmentIds: [] }
    const last = await crewOf(db, batchId)
    return { personIds: last.people.map(({ id }) => id), equipmentIds: last.equipment.map(({ id }) => id) }
  })
}

const LOG_ENTRIES = 200

export async function log(
  { equipmentId }: Input<typeof crew.log>,
  { store }: Context,
): Promise<Output<typeof crew.log>> {
  const rows = await store.read(async (db) => await crewLog(db, equipmentId, LOG_ENTRIES))
  return rows.map(({ kind, day, person, what, at }) => ({ kind, day, person, what, recordedAt: at }))
}

export async function savePerson(input: Input<typeof crew.savePerson>, context: Context) {
  const saved = await command(context, input, async ({ db }) => {
    const { personId, name, active } = input
    await refuseTaken(db, 'person', name, personId ?? null)
    const id = await writePerson(db, personId ?? null, { name, active: Number(active) })
    if (id === 0) throw notFound(say('This person'))
    return { id, name }
  })
  // Who is at the laptop may have another name now, or not work here any more.
  await context.store.read(context.desk.read)
  return saved
}

export async function saveEquipment(input: Input<typeof crew.saveEquipment>, context: Context) {
  return await command(context, input, async ({ db }) => {
    const { equipmentId, name, kind, active } = input
    await refuseTaken(db, 'equipment', name, equipmentId ?? null)
    const id = await writeEquipment(db, equipmentId ?? null, {
      name,
      kind,
      clean_every_days: input.cleanEveryDays ?? null,
      calibrate_every_days: input.calibrateEveryDays ?? null,
      active: Number(active),
    })
    if (id === 0) throw notFound(say('This equipment'))
    return { id, name }
  })
}

export async function clean(input: Input<typeof crew.clean>, context: Context) {
  return await command(context, input, async ({ db, seq }) => {
    const done = await checkDone(db, context, input)
    await insertCleaning(db, { ...done.row, method: input.method, seq })
    return { id: input.equipmentId, name: done.name }
  })
}

export async function calibrate(input: Input<typeof crew.calibrate>, context: Context) {
  return await command(context, input, async ({ db, seq }) => {
    const done = await checkDone(db, context, input)
    await insertCalibration(db, { ...done.row, standard: input.standard, reading: input.reading, seq })
    return { id: input.equipmentId, name: done.name }
  })
}

async function checkDone(
  db: Db,
  context: Context,
  { equipmentId, personId, day }: { equipmentId: number; personId?: number | null | undefined; day: Day },
) {
  if (day > (await kitchenToday(db, context)))
    throw fieldError('day', say('That day is still to come. Type the day it was done.'))
  const known = (await listEquipment(db)).find(({ id }) => id === equipmentId)
  if (!known) throw fieldError('equipmentId', say('This equipment is not in the record. Choose again.'))
  if (personId && !(await listPeople(db)).some(({ id }) => id === personId))
    throw fieldError('personId', say('This person is not in the record. Choose again.'))
  return { name: known.name, row: { equipment_id: equipmentId, person_id: personId ?? null, day } }
}

async function refuseTaken(db: Db, table: 'person' | 'equipment', name: string, own: number | null): Promise<void> {
  const other = await crewNamed(db, table, name)
  if (other !== undefined && other !== own)
    throw fieldError('name', say('“{name}” is there already. Change that one, or choose another name.', { name }))
}
