import { purposes } from '../domain/labelLists.ts'
import { Id, nothing, RequestId } from './fields.ts'
import { FileOut } from './files.ts'
import { LabelDesign, LabelSays } from './labelDesign.ts'
import { LONGEST_LABEL_FILE } from './labelFile.ts'
import { amendment, command, query } from './operation.ts'
import { z } from './zod.ts'

/** A label dot for dot. */
export const Raster = z.strictObject({
  widthDots: z.int(),
  heightDots: z.int(),
  dpi: z.int(),
  /** Rows from the top, each padded to whole bytes, most significant bit leftmost, 1 = black. */
  bitsBase64: z.string(),
})

/** Layouts that come with the app, to begin a design from. */
export const starters = [
  'jar',
  'jar-qr',
  'jar-small',
  'full-qr',
  'lid',
  'case',
  'bag',
  'shelf',
  'person',
  'equipment',
  'recipe',
  'command',
  'delivery',
] as const

const Row = z.strictObject({
  id: Id,
  name: z.string(),
  purpose: z.enum(purposes),
  widthMm: z.number(),
  heightMm: z.number(),
  version: z.int(),
  changedAt: z.string(),
  /** Labels printed with any version of it. */
  printed: z.int(),
})

export const designs = {
  list: query('The labels designed here, by name.', nothing, z.array(Row)),
  get: query(
    'A design as it is now, or as one of its versions was.',
    z.strictObject({ designId: Id, version: z.int().min(1).nullish() }),
    z.strictObject({
      design: LabelDesign,
      versions: z.array(z.strictObject({ version: z.int(), at: z.string(), printed: z.int() })),
    }),
  ),
  starter: query(
    'A layout that comes with the app, as a design to change.',
    z.strictObject({ starter: z.enum(starters) }),
    z.strictObject({ design: LabelDesign }),
  ),
  samples: query(
    'What labels of a purpose really say: one of the newest, and the longest of everything there is.',
    z.strictObject({ purpose: z.enum(purposes) }),
    z.array(z.strictObject({ name: z.string(), says: LabelSays })),
  ),
  draw: query(
    'A design exactly as it would print.',
    z.strictObject({
      design: LabelDesign,
      says: LabelSays,
      dpi: z.union([z.literal(203), z.literal(300)]),
      /** What the printer's head does not reach at the left and right edge. */
      marginMm: z.number().min(0).max(10).default(0),
    }),
    Raster.extend({
      /** Why it may not be printed. */
      problems: z.array(z.strictObject({ field: z.string(), message: z.string() })),
      warnings: z.array(z.string()),
      /** What of that belongs to which element of the design, from 0. */
      faults: z.array(
        z.strictObject({
          element: z.int(),
          message: z.string(),
          /** False for what prints, but should be looked at first. */
          stops: z.boolean(),
        }),
      ),
    }),
  ),
  save: command(
    'Keeps a design; of one that is there, as its next version. What was printed with older versions stays known.',
    z.strictObject({ requestId: RequestId, designId: Id.nullish(), design: LabelDesign }),
    z.strictObject({ designId: Id, version: z.int(), name: z.string() }),
  ),
  remove: amendment(
    'Takes a design off the list. Labels printed with it keep their history.',
    z.strictObject({ requestId: RequestId, designId: Id }),
    z.strictObject({ designId: Id }),
  ),
  bringBack: command(
    'Puts a design that was taken off the list on it again.',
    z.strictObject({ requestId: RequestId, designId: Id }),
    z.strictObject({ designId: Id, name: z.string() }),
  ),
  file: query('A design as a file for another Traceberry.', z.strictObject({ designId: Id }), FileOut),
  take: command(
    'Takes a design from such a file.',
    z.strictObject({ requestId: RequestId, text: z.string().max(LONGEST_LABEL_FILE, 'That file is too large.') }),
    z.strictObject({ designId: Id, name: z.string() }),
  ),
}
