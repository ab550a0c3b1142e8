import { RecallInput } from '../../shared/api/recall.ts'
import { z } from '../../shared/api/zod.ts'

/** What the recall screen begins with when it is opened from a trace; travels as the state of the address. */
export const RecallStart = RecallInput.partial().extend({
  /** The name of the item where it is no ingredient. */
  item: z.string().optional(),
})
export type RecallStart = z.infer<typeof RecallStart>
