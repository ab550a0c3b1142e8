import { command, query } from './operation.ts'
import { Id, named, nothing, optionalText, RequestId } from './fields.ts'
import { z } from './zod.ts'

export const drillSteps = ['scope', 'units', 'contacts', 'signed'] as const
export type DrillStep = (typeof drillSteps)[number]

/** A seed that is short enough to be printed and typed. */
const Seed = z
  .int('A seed is a whole number.')
  .min(1, 'A seed is at least 1.')
  .max(999_999, 'A seed has 6 digits at most.')

const Percent = z.number().nullable()

const share = () => z.number('Type a percentage.').min(0, 'Type 0 or more.').max(200, 'Type 200 % at most.')

/** What is asked of a drill and of balances (Tolerances of drillScore.ts). */
export const Tolerances = z.strictObject({
  hours: z.number('Type a number of hours.').min(0.25, 'Type 0.25 or more.').max(72, 'Type 72 hours at most.'),
  finished: share(),
  ingredientFrom: share(),
  ingredientTo: share(),
})

/** What a drill found so far; percentages may pass 100, and are null where there was nothing to find. */
export const DrillOut = z.strictObject({
  /** Steps in the order in which they were done; minutes from the start. */
  steps: z.array(z.strictObject({ step: z.enum(drillSteps), at: z.string(), minutes: z.number() })),
  /** Finished lots, with what is here by the record and what somebody counted. */
  counts: z.array(
    z.strictObject({ lotId: Id, label: z.string(), unit: z.string(), expected: z.int(), counted: z.int().nullable() }),
  ),
  contacts: z.array(
    z.strictObject({ placeId: Id, place: z.string(), contact: z.string(), isRight: z.boolean().nullable() }),
  ),
  /** Ingredient lots, with the share of what was received that the record places. */
  ingredients: z.array(z.strictObject({ lotId: Id, label: z.string(), balancePercent: Percent })),
  /** Those of the day on which the scope was found; until then, today's. */
  tolerances: Tolerances,
  parts: z.strictObject({ time: Percent, scope: Percent, units: Percent, contacts: Percent }),
  score: Percent,
  /** What stood in the way, the cheapest to mend first. */
  gaps: z.array(z.strictObject({ what: z.string(), fix: z.string(), screen: z.string() })),
  signed: z.strictObject({ name: z.string(), note: z.string(), at: z.string() }).nullable(),
})
export type DrillOut = z.infer<typeof DrillOut>

const Done = z.strictObject({ drillId: Id })

export const drills = {
  start: command(
    'Draws a lot by a seed and starts the clock of a drill. Nothing goes on hold, and nobody is contacted.',
    z.strictObject({ requestId: RequestId, seed: Seed.nullish() }),
    z.strictObject({ drillId: Id, seed: Seed }),
  ),
  list: query(
    'Drills, newest first.',
    nothing,
    z.array(
      z.strictObject({
        id: Id,
        title: z.string(),
        seed: Seed,
        startedOn: z.string(),
        minutes: z.number().nullable(),
        accountedPercent: Percent,
        score: Percent,
        signedBy: z.string().nullable(),
      }),
    ),
  ),
  tolerances: query(
    'What is asked of drills and of balances: the time, and the shares that should be found.',
    nothing,
    Tolerances,
  ),
  saveTolerances: command(
    'Changes what is asked of drills to come and of balances. Drills whose scope was found keep what was asked then.',
    Tolerances.safeExtend({ requestId: RequestId }),
    Tolerances,
  ),
  findScope: command(
    'Finds what the lot of a drill is in and where it went, and keeps it with the time.',
    z.strictObject({ requestId: RequestId, drillId: Id }),
    z.strictObject({ drillId: Id, lots: z.int() }),
  ),
  count: command(
    'Notes what was counted on the shelf of each finished lot of a drill.',
    z.strictObject({
      requestId: RequestId,
      drillId: Id,
      lots: z
        .array(
          z.strictObject({
            lotId: Id,
            counted: z.int('Type a whole number.').min(0, 'Type 0 or more.').max(1_000_000),
          }),
        )
        .max(2000),
    }),
    Done,
  ),
  checkContacts: command(
    'Notes of which places the contact is right: looked up, not called.',
    z.strictObject({
      requestId: RequestId,
      drillId: Id,
      places: z.array(z.strictObject({ placeId: Id, isRight: z.boolean() })).max(2000),
    }),
    Done,
  ),
  sign: command(
    'Signs a drill off; after that it stays as it is.',
    z.strictObject({
      requestId: RequestId,
      drillId: Id,
      name: named('The name'),
      note: optionalText('The note', 1000),
    }),
    Done,
  ),
}
