import { amendment, command, query } from './operation.ts'
import { Day, Id, named, nothing, QuantityOut, QuantityText, RequestId } from './fields.ts'
import { z } from './zod.ts'

/** What a bin holds from one “emptied” to the next: a lot of its own. */
const Content = z.strictObject({
  lotId: Id,
  onHand: QuantityOut,
  /** Day of the first pour. */
  filledOn: z.string().nullable(),
  /** The earliest of the lots in it. */
  bestBy: z.string().nullable(),
  held: z.boolean(),
  expired: z.boolean(),
  /** Lots that were in it at any time since it was last empty. */
  lots: z.int(),
})

const Bin = z.strictObject({
  id: Id,
  name: z.string(),
  itemId: Id,
  ingredient: z.string(),
  unit: z.string(),
  /** Null before the first pour and after it was emptied. */
  content: Content.nullable(),
  emptiedOn: z.string().nullable(),
})

const Done = z.strictObject({ binId: Id })
const Reason = named('The reason', 200)

export const bins = {
  list: query('Every bin with what it holds, by name.', nothing, z.array(Bin)),
  get: query(
    'One bin: what is in it, from which lots, and what was in it before.',
    z.strictObject({ binId: Id }),
    Bin.extend({
      pours: z.array(z.strictObject({ pourId: Id, lotId: Id, lot: z.string(), quantity: z.string(), day: z.string() })),
      /** The latest first. */
      before: z.array(z.strictObject({ lotId: Id, from: z.string().nullable(), emptiedOn: z.string(), lots: z.int() })),
    }),
  ),
  save: command(
    'Adds a bin for one ingredient, or changes the one of that id; its ingredient only while it is empty.',
    z.strictObject({
      requestId: RequestId,
      binId: Id.nullish(),
      name: named('The bin’s name'),
      itemId: z.int('Choose the ingredient.').positive(),
    }),
    Done,
  ),
  pour: command(
    'Tops a bin up from lots: what is in it mixes until it is marked emptied.',
    z.strictObject({
      requestId: RequestId,
      binId: Id,
      day: Day,
      lines: z
        .array(
          z.strictObject({
            lotId: z.int('Choose the lot.').positive(),
            /** Left out for all that is left of the lot. */
            quantity: z.union([z.literal(''), QuantityText]).nullish(),
            /** “There was more in the bag”: counts the lot up by the shortage in the same step. */
            moreThanRecorded: z.boolean().default(false),
          }),
        )
        .min(1, 'Choose at least one lot.')
        .max(50, 'One step can pour 50 lots at most.'),
    }),
    z.strictObject({ binId: Id, lotId: Id, pourIds: z.array(Id) }),
  ),
  takeBackPour: amendment(
    'Takes back a pour that did not happen: it is in its lot again, and no longer in what used the bin.',
    z.strictObject({ requestId: RequestId, pourId: Id, reason: Reason }),
    Done,
  ),
  empty: command(
    'Marks a bin emptied: what was recorded as left is counted away, and what comes next mixes with nothing before.',
    z.strictObject({ requestId: RequestId, binId: Id, day: Day }),
    z.strictObject({ binId: Id, /** What the record had left. */ left: z.string().nullable() }),
  ),
  undoEmpty: amendment(
    'Takes back the last “emptied” of a bin, as long as nothing was poured in since.',
    z.strictObject({ requestId: RequestId, binId: Id, reason: Reason }),
    Done,
  ),
}
