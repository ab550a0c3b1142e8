import { z } from './zod.ts'

/** Told to every window after something is committed, so that it asks again. */
export const Notice = z.strictObject({
  /** Operations whose commit changed the record, for example `batches.record`. */
  changed: z.array(z.string()),
})
export type Notice = z.infer<typeof Notice>
