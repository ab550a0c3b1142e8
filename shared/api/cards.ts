import { Raster } from './designs.ts'
import { Id, RequestId } from './fields.ts'
import { command, query } from './operation.ts'
import { z } from './zod.ts'

/**
 * A thing that has labels beside the units of a batch: a bought lot’s bag, the shelf of an item or a place, a person, a
 * kettle, a recipe, a delivery, its cases; the cases that what is on hand of a batch is packed in, before it goes
 * anywhere; and the cards of commands, which have no id.
 */
export const LabelledThing = z.strictObject({
  kind: z.enum(['bag', 'item', 'place', 'person', 'equipment', 'recipe', 'delivery', 'case', 'batchCases', 'commands']),
  id: Id.nullish(),
  /** How many units of a batch go into a case. */
  perCase: z.int('Type a whole number.').min(1, 'Type 1 or more.').max(1000, 'Type 1,000 at most.').nullish(),
})
export type LabelledThing = z.infer<typeof LabelledThing>

/** The design to print with; left out for the layout that comes with the app. */
const On = { thing: LabelledThing, printerId: Id, designId: Id.nullish() }

export const cards = {
  preview: query(
    'The labels of a thing exactly as they will print.',
    z.strictObject({ ...On, printerId: Id.nullish() }),
    z.strictObject({
      /** What they are of. */
      title: z.string(),
      labels: z.array(Raster.extend({ name: z.string(), code: z.string() })),
      problems: z.array(z.strictObject({ field: z.string(), message: z.string() })),
      warnings: z.array(z.string()),
    }),
  ),
  print: command(
    'Queues the labels of a thing. Nothing is queued when one of them cannot be printed right.',
    z.strictObject({
      requestId: RequestId,
      ...On,
      copies: z.int('Type a whole number.').min(1, 'Type 1 or more.').max(200, 'Type 200 at most.').default(1),
      /** On a sheet that was begun, the first label that is still there, counted along the rows. */
      startAt: z.int('Type a whole number.').min(1, 'Type 1 or more.').max(900).default(1),
    }),
    z.strictObject({ jobId: Id, labels: z.int(), title: z.string() }),
  ),
}
