import { command, query } from './operation.ts'
import { Day, Id, named, optionalText, RequestId } from './fields.ts'
import { z } from './zod.ts'

const Serial = z.int().min(1).max(1_000_000).nullish()

const Complaint = z.strictObject({
  id: Id,
  batchId: Id,
  lotNumber: z.string(),
  product: z.string(),
  serial: z.int().nullable(),
  what: z.string(),
  who: z.string(),
  heardOn: z.string(),
  /** What came of it; null while it is open. */
  outcome: z.string().nullable(),
})

export const complaints = {
  list: query(
    'Complaints, newest first; of one batch where given.',
    z.strictObject({ batchId: Id.nullish(), limit: z.int().min(1).max(200).default(100) }),
    z.array(Complaint),
  ),
  log: command(
    'Writes down what a customer said of a batch or of one unit of it.',
    z.strictObject({
      requestId: RequestId,
      batchId: Id,
      serial: Serial,
      what: named('What is wrong', 500),
      who: optionalText('Who said it', 120),
      heardOn: Day,
    }),
    z.strictObject({ complaintId: Id }),
  ),
  settle: command(
    'Writes down what came of a complaint.',
    z.strictObject({ requestId: RequestId, complaintId: Id, outcome: named('The outcome', 500) }),
    z.strictObject({ complaintId: Id }),
  ),
  answer: query(
    'What to answer somebody who asks about a batch: what was different, what others said, where its units are.',
    z.strictObject({ batchId: Id, serial: Serial }),
    z.strictObject({
      /** Sentences; empty where nothing was different or there is nothing to compare with. */
      differences: z.array(z.string()),
      /** Lot numbers of the good batches before, newest first. */
      comparedWith: z.array(z.string()),
      complaints: z.array(Complaint),
      /** A reply to the customer, to be copied and changed. */
      reply: z.string(),
      /** Lots of the batch with units that can still be used or sent. */
      toHold: z.array(Id),
      units: z.strictObject({
        made: z.int(),
        here: z.int(),
        held: z.int(),
        sent: z.int(),
        discarded: z.int(),
        unaccounted: z.int(),
      }),
    }),
  ),
}
