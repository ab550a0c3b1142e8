import { Id, named, optionalText, RequestId } from './fields.ts'
import { amendment, command, query } from './operation.ts'
import { z } from './zod.ts'

/** A batch in progress, or one that was saved. */
const Of = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('live'), id: Id }),
  z.strictObject({ kind: z.literal('batch'), id: Id }),
])
export type JournalOf = z.infer<typeof Of>

/** When it was read, if not now. */
const At = z.iso.datetime('Type the time as a UTC instant.').nullish()

const Entry = z.strictObject({
  id: Id,
  kind: z.enum(['reading', 'note', 'photo']),
  at: z.string(),
  /** What was read; empty for notes and photos. */
  name: z.string(),
  /** Exact thousandths of the unit; null for notes and photos. */
  thousandths: z.int().nullable(),
  unit: z.string(),
  text: z.string(),
  attachmentId: Id.nullable(),
})

/** A JPEG, as base64. */
export const PhotoContent = z
  .base64('The photo is not readable.')
  .max(2_100_000, 'The photo is too large. Choose a smaller one.')

const Written = z.strictObject({ entryId: Id })

export const journal = {
  list: query(
    'Readings, notes and photos of a batch in the order of time; of a saved one with those from when it was made.',
    z.strictObject({ of: Of }),
    z.array(Entry),
  ),
  addReading: command(
    'Writes down a reading of a batch, in progress or saved.',
    z.strictObject({
      requestId: RequestId,
      of: Of,
      name: named('What was read', 40),
      thousandths: z.int('Type a number with at most three digits after the point.').min(-1e9).max(1e9),
      unit: z.string().trim().max(12, 'A unit can have 12 characters at most.'),
      at: At,
    }),
    Written,
  ),
  addNote: command(
    'Writes down a note of a batch, in progress or saved.',
    z.strictObject({ requestId: RequestId, of: Of, text: named('The note', 2000), at: At }),
    Written,
  ),
  addPhoto: command(
    'Keeps a photo of a batch: a JPEG of 1.5 MB at most. The same picture is stored once.',
    z.strictObject({
      requestId: RequestId,
      of: Of,
      jpegBase64: PhotoContent,
      text: optionalText('The note', 200),
      at: At,
    }),
    Written,
  ),
  takeBack: amendment(
    'Takes back a reading, note or photo that was a mistake; it stays in the history.',
    z.strictObject({ requestId: RequestId, entryId: Id, reason: named('The reason', 200) }),
    Written,
  ),
  photo: query(
    'A photo’s content.',
    z.strictObject({ attachmentId: Id }),
    z.strictObject({ mediaType: z.string(), base64: z.string() }),
  ),
}
