import { Cents, Day, Id, named, nothing, optionalText, RequestId } from './fields.ts'
import { command, query } from './operation.ts'
import { z } from './zod.ts'

/** How far a fact was verified, best first. */
const confidences = ['law', 'secondary', 'memory'] as const
const Confidence = z.enum(confidences)
const onLabels = ['no', 'yes', 'some foods', 'unclear'] as const

const State = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'Type the two letters of the state, for example VT.')

/** What one state asks of home kitchens, with where that was read and when. Never legal advice. */
export const StateRule = z.strictObject({
  state: State,
  name: named('The state’s name', 40),
  law: optionalText('The law', 300),
  /** Words the label must carry; empty where the state asks for none. */
  statement: optionalText('The statement', 600),
  statementConfidence: Confidence,
  /** Smallest type of the statement as printed, in points; null where none is stated. */
  minTypePt: z.number('Type a number of points.').min(4, 'Type 4 points or more.').max(72).nullish(),
  placement: optionalText('The placement', 200),
  lotOnLabel: z.enum(onLabels),
  dateOnLabel: z.enum(onLabels),
  lotAndDateNote: optionalText('The note on lots and dates', 1000),
  /** Gross sales allowed in a calendar year; null where no cap is known. */
  capCents: Cents.nullish(),
  capBasis: z.enum(['all sales', 'each product']),
  capConfidence: Confidence,
  capNote: optionalText('The note on the cap', 600),
  /** Everything a label must show, a phrase each. */
  elements: z.array(named('A label element', 300)).max(30),
  notes: optionalText('The notes', 2000),
  source: named('The source', 600),
  /** Day, or month, on which the source was read. */
  checked: z.union([z.string().regex(/^\d{4}-\d{2}$/), Day], 'Type the day you checked it, for example 2026-11-20.'),
  /** Which parts were seen where, in words. */
  verified: optionalText('What was verified', 600),
})
export type StateRule = z.output<typeof StateRule>

const Profile = z.strictObject({
  state: z.string(),
  name: z.string(),
  law: z.string(),
  statement: z.string(),
  statementConfidence: Confidence,
  minTypePt: z.number().nullable(),
  placement: z.string(),
  lotOnLabel: z.enum(onLabels),
  dateOnLabel: z.enum(onLabels),
  lotAndDateNote: z.string(),
  capCents: z.int().nullable(),
  capBasis: z.enum(['all sales', 'each product']),
  capConfidence: Confidence,
  capNote: z.string(),
  elements: z.array(z.string()),
  notes: z.string(),
  source: z.string(),
  checked: z.string(),
  verified: z.string(),
  /** Whether the kitchen wrote it itself; otherwise it came with the app. */
  own: z.boolean(),
  /** `Checked against … on …`, to show beside every use of it. */
  checkedSentence: z.string(),
})
export type Profile = z.infer<typeof Profile>

export const rules = {
  profiles: query('What each known state asks of home kitchens, by name.', nothing, z.array(Profile)),
  profile: query(
    'What one state asks; of the kitchen’s own state where none is given, and null where none is known.',
    z.strictObject({ state: State.nullish() }),
    z.strictObject({
      /** The kitchen’s own state; null until it is chosen. */
      chosen: z.string().nullable(),
      profile: Profile.nullable(),
    }),
  ),
  gauge: query(
    'Sales of a calendar year beside what the kitchen’s state allows, in all and product by product.',
    z.strictObject({ year: z.int().min(1970).max(2999).nullish() }),
    z.strictObject({
      year: z.int(),
      profile: Profile.nullable(),
      /** Money taken where it was counted, otherwise what the prices come to. */
      totalCents: z.int(),
      /** Units sold for an amount that nobody recorded: the total is short of them. */
      unpriced: z.int(),
      products: z.array(z.strictObject({ productId: Id, product: z.string(), cents: z.int(), unpriced: z.int() })),
    }),
  ),
  choose: command(
    'Says in which state the kitchen is.',
    z.strictObject({ requestId: RequestId, state: State.nullable() }),
    z.strictObject({ chosen: z.string().nullable() }),
  ),
  save: command(
    'Writes down what a state asks, in place of what came with the app; older words stay in the history.',
    StateRule.extend({ requestId: RequestId }),
    Profile,
  ),
  useShipped: command(
    'Goes back to what came with the app for one state.',
    z.strictObject({ requestId: RequestId, state: State }),
    z.strictObject({ profile: Profile.nullable() }),
  ),
}
