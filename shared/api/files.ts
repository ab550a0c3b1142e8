import { query } from './operation.ts'
import { z } from './zod.ts'

/** A file made for the person: the renderer saves it, no path crosses the door. */
export const FileOut = z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.string() })
export type FileOut = z.infer<typeof FileOut>

const fileId = z.uuid('A file’s id must be a UUID.')

/** A file that is large after years of records. It is fetched with `files.next`. */
export const Begun = z.strictObject({ fileId, name: z.string(), mediaType: z.string() })
export type Begun = z.infer<typeof Begun>

const Piece = z.strictObject({
  /** While the record is copied nothing of the file is there: the same piece is asked for again. */
  step: z.enum(['copying', 'writing']),
  done: z.int(),
  /** 0 while writing: this was the last piece. */
  left: z.int(),
  /** Bytes of the file, in base64. */
  content: z.string(),
})
export type Piece = z.infer<typeof Piece>

/** Both only read: a file is no part of the record, so an inspector may have one too. */
export const files = {
  next: query(
    'The next piece of a file that was begun, and how far it is. Called again until nothing is left; whoever stops calling stops the work.',
    z.strictObject({
      fileId,
      /** From 0: a piece that was lost on its way is not left out unnoticed. */
      piece: z.int().min(0),
    }),
    Piece,
  ),
  stop: query('Stops the writing of a file; nothing of it is kept.', z.strictObject({ fileId }), z.strictObject({})),
}
