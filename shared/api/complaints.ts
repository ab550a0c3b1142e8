import { PhotoContent } from './journal.ts'
import { amendment, command, query } from './operation.ts'
import { Cursor, Day, Id, named, nothing, optionalText, PageSize, RequestId, Units } from './fields.ts'
import { z } from './zod.ts'

const Serial = z.int().min(1).max(1_000_000).nullish()

/** How bad it is: a matter of taste, something wrong with the food, or somebody fell ill of it. */
const Severity = z.enum(['minor', 'serious', 'ill'])

const Complaint = z.strictObject({
  id: Id,
  /** Null while nobody knows which batch it is about; so are the lot number and the product. */
  batchId: Id.nullable(),
  lotNumber: z.string().nullable(),
  product: z.string().nullable(),
  serial: z.int().nullable(),
  what: z.string(),
  who: z.string(),
  heardOn: z.string(),
  symptom: z.string(),
  severity: Severity.nullable(),
  /** What came of it; null while it is open. */
  outcome: z.string().nullable(),
  /** Days since it was heard. */
  age: z.int(),
})

const About = z.strictObject({ requestId: RequestId, complaintId: Id })
const Done = z.strictObject({ complaintId: Id })

export const complaints = {
  list: query(
    'Complaints: open ones by age, the oldest first, then the others, newest first; of one batch where given.',
    z.strictObject({
      batchId: Id.nullish(),
      only: z.enum(['everything', 'open']).default('everything'),
      after: Cursor.nullish(),
      limit: PageSize,
    }),
    z.strictObject({ rows: z.array(Complaint), next: Cursor.nullable() }),
  ),
  open: query(
    'How many complaints are open, and since when.',
    nothing,
    z.strictObject({ count: z.int(), ill: z.int(), oldest: z.string().nullable() }),
  ),
  get: query(
    'One complaint with everything that was done about it, oldest first.',
    z.strictObject({ complaintId: Id }),
    Complaint.extend({
      /** A reply to the customer, to be copied and changed. */
      reply: z.string(),
      history: z.array(
        z.strictObject({
          id: z.string(),
          at: z.string(),
          what: z.string(),
          attachmentId: Id.nullable(),
          shipmentId: Id.nullable(),
        }),
      ),
      /** Units of the same product that can be sent in its place, the oldest first. */
      replacements: z.array(z.strictObject({ lotId: Id, lotNumber: z.string(), onHand: z.int() })),
    }),
  ),
  shortlist: query(
    'Which batches a jar without a code may be of, three at most: from its product, the place and the day.',
    z.strictObject({ text: named('What the customer says', 200) }),
    z.array(z.strictObject({ batchId: Id, lotNumber: z.string(), product: z.string(), madeOn: z.string() })),
  ),
  log: command(
    'Writes down what a customer said of a unit, of a batch, or of a jar of which the batch is not known yet.',
    z.strictObject({
      requestId: RequestId,
      batchId: Id.nullish(),
      serial: Serial,
      what: named('What is wrong', 500),
      who: optionalText('Who said it', 120),
      heardOn: Day,
      symptom: optionalText('The symptom', 60),
      severity: z.union([z.literal(''), Severity]).nullish(),
    }),
    Done,
  ),
  link: command(
    'Says which batch, and which unit where that is known, a complaint is about.',
    About.extend({ batchId: Id, serial: Serial }),
    Done,
  ),
  grade: command(
    'Says what kind of complaint it is and how bad.',
    About.extend({ symptom: optionalText('The symptom', 60), severity: Severity }),
    Done,
  ),
  note: command('Adds a note to a complaint.', About.extend({ text: named('The note', 1000) }), Done),
  addPhoto: command(
    'Keeps a photo with a complaint: a JPEG of 1.5 MB at most.',
    About.extend({ jpegBase64: PhotoContent, text: optionalText('The note', 200) }),
    Done,
  ),
  replied: command('Keeps what was answered.', About.extend({ text: named('The reply', 4000) }), Done),
  replace: command(
    'Sends units in place of those that were complained about: a shipment for exchange, kept with the complaint.',
    About.extend({
      lotId: Id,
      units: Units.min(1, 'Type 1 or more.'),
      place: named('Who gets it', 120),
      sentOn: Day,
    }),
    z.strictObject({ complaintId: Id, shipmentId: Id }),
  ),
  settle: command(
    'Writes down what came of a complaint, and closes it.',
    About.extend({ outcome: named('The outcome', 500) }),
    Done,
  ),
  reopen: amendment('Opens a closed complaint again.', About.extend({ reason: named('The reason', 200) }), Done),
  withdraw: amendment(
    'Takes back a complaint that was a mistake; it stays in the history.',
    About.extend({ reason: named('The reason', 200) }),
    Done,
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
