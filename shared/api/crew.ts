import { Day, Id, named, nothing, RequestId } from './fields.ts'
import { command, query } from './operation.ts'
import { z } from './zod.ts'

const EveryDays = z
  .int('Type a whole number of days.')
  .min(1, 'Type 1 or more, or leave it empty.')
  .max(3650, 'Ten years is the most.')
  .nullish()

const Person = z.strictObject({
  id: Id,
  name: z.string(),
  /** What the card says that is scanned: P-3. */
  card: z.string(),
  active: z.boolean(),
  batches: z.int(),
})

const Equipment = z.strictObject({
  id: Id,
  name: z.string(),
  /** What the card says that is scanned: E-7. */
  card: z.string(),
  kind: z.enum(['equipment', 'instrument']),
  cleanEveryDays: z.int().nullable(),
  calibrateEveryDays: z.int().nullable(),
  active: z.boolean(),
  batches: z.int(),
  lastCleaned: z.string().nullable(),
  /** Null where nothing is due by a plan. */
  cleanDue: z.string().nullable(),
  lastCalibrated: z.string().nullable(),
  calibrationDue: z.string().nullable(),
})

export const crew = {
  people: query('Everyone who works in the kitchen, by name.', nothing, z.array(Person)),
  equipment: query('Kettles, tools and instruments with what is due, by name.', nothing, z.array(Equipment)),
  used: query(
    'Who made the last batch of a product and with what: proposed for the next one.',
    z.strictObject({ productId: Id }),
    z.strictObject({ personIds: z.array(Id), equipmentIds: z.array(Id) }),
  ),
  log: query(
    'When a piece of equipment was cleaned and calibrated, newest first, at most 200 entries.',
    z.strictObject({ equipmentId: Id }),
    z.array(
      z.strictObject({
        kind: z.enum(['cleaned', 'calibrated']),
        day: z.string(),
        person: z.string().nullable(),
        what: z.string(),
        recordedAt: z.string(),
      }),
    ),
  ),
  savePerson: command(
    'Adds a person, or changes the one of that id.',
    z.strictObject({ requestId: RequestId, personId: Id.nullish(), name: named('The name'), active: z.boolean() }),
    z.strictObject({ id: Id, name: z.string() }),
  ),
  saveEquipment: command(
    'Adds a piece of equipment, or changes the one of that id.',
    z.strictObject({
      requestId: RequestId,
      equipmentId: Id.nullish(),
      name: named('The name'),
      kind: z.enum(['equipment', 'instrument']),
      cleanEveryDays: EveryDays,
      calibrateEveryDays: EveryDays,
      active: z.boolean(),
    }),
    z.strictObject({ id: Id, name: z.string() }),
  ),
  clean: command(
    'Writes down that a piece of equipment was cleaned.',
    z.strictObject({
      requestId: RequestId,
      equipmentId: Id,
      personId: Id.nullish(),
      day: Day,
      method: named('How it was cleaned', 200),
    }),
    z.strictObject({ id: Id, name: z.string() }),
  ),
  calibrate: command(
    'Writes down what an instrument showed against a standard.',
    z.strictObject({
      requestId: RequestId,
      equipmentId: Id,
      personId: Id.nullish(),
      day: Day,
      standard: named('The standard', 100),
      reading: named('The reading', 60),
    }),
    z.strictObject({ id: Id, name: z.string() }),
  ),
}

/** Who made a batch and with what; left out where nobody writes it down. */
export const CrewInput = {
  personIds: z.array(Id).max(20).nullish(),
  equipmentIds: z.array(Id).max(40).nullish(),
}
