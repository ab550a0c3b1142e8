import { FileOut } from './files.ts'
import { Id, nothing, RequestId, Units } from './fields.ts'
import { command, query } from './operation.ts'
import { z } from './zod.ts'

const SheetRow = z.strictObject({
  id: Id,
  /** What its QR code says: TB-SHEET-12-9F3C. */
  code: z.string(),
  productId: Id,
  product: z.string(),
  unit: z.string(),
  /** The size that was printed, in units of the main pack; where a batch is repeated, in units of all its packs. */
  planned: z.int(),
  /** The one pack that everything goes into; null for the usual ones. */
  packId: Id.nullable(),
  /** The batch that is repeated; null for the recipe. */
  like: z.strictObject({ batchId: Id, lotNumber: z.string() }).nullable(),
  /** The version of the recipe that was printed. */
  recipeVersion: z.int(),
  /** The plan that it makes, while that is open. */
  planId: Id.nullable(),
  /** An instant. */
  printedAt: z.string(),
})
export type SheetRow = z.infer<typeof SheetRow>

/** Sheets of paper on which a batch is written down by hand when there is no power. */
export const blankSheets = {
  make: command(
    'Makes blank sheets to print, each with a number of its own. Nothing leaves stock and no lot number is issued.',
    z.strictObject({
      requestId: RequestId,
      sheets: z
        .array(
          z.strictObject({
            productId: Id,
            /** Units to make; left out for what the recipe makes, or the plan says. */
            planned: Units.min(1, 'Type 1 or more.').nullish(),
            /** The plan that it is for, whose size, pack and batch to repeat it takes. */
            planId: Id.nullish(),
            /** Sheets like this one, each for a batch of its own; 0 for none. */
            copies: z
              .int('Type a whole number.')
              .min(0, 'Type 0 or more.')
              .max(20, 'Print 20 of one at most.')
              .default(1),
          }),
        )
        .max(400, 'Choose 400 products and plans at most.'),
    }),
    z.strictObject({ sheetIds: z.array(Id) }),
  ),
  page: query(
    'Blank sheets as one file to print, a page each: PDF, or a page for a browser.',
    z.strictObject({ sheetIds: z.array(Id).min(1).max(200), format: z.enum(['pdf', 'html']) }),
    FileOut,
  ),
  get: query(
    'One sheet, and the batches that were typed in from it; by the letters behind its number where it is scanned.',
    z.strictObject({ sheetId: Id, tag: z.string().max(8).nullish() }),
    SheetRow.extend({
      batches: z.array(z.strictObject({ batchId: Id, lotNumber: z.string(), madeOn: z.string() })),
    }),
  ),
  open: query('Sheets that were printed and not typed in yet, the newest first.', nothing, z.array(SheetRow)),
}
