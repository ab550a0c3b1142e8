import { FileOut } from './files.ts'
import { query } from './operation.ts'
import { Id, OptionalDay, optionalText, QuantityOut } from './fields.ts'
import { z } from './zod.ts'

/** Every criterion given must hold; at least one is needed. */
export const RecallInput = z.strictObject({
  /** The ingredient, or product of one’s own, that the notice names. */
  itemId: Id.nullish(),
  supplierId: Id.nullish(),
  /** One code, or a list: `PKT-99281, 00112 to 10412, ?AB1` (in doubt), `…` (the list goes on). */
  supplierLot: optionalText('The supplier’s lots', 4000),
  receivedFrom: OptionalDay,
  receivedTo: OptionalDay,
  /** Best-by days on the bags: `2026-05-12 to 2026-05-29, 2026-06-07`. */
  bestBy: optionalText('The best-by days', 1000),
  /** Lot numbers of own batches, as a list like `supplierLot`. */
  ownLot: optionalText('The own lot numbers', 4000),
  madeFrom: OptionalDay,
  madeTo: OptionalDay,
  /** Batches that took from this bin. */
  binId: Id.nullish(),
  /** Batches made with it; from and to are the days they were made. */
  equipmentId: Id.nullish(),
  personId: Id.nullish(),
  /** `milk`, `nut:almond`, or a whole family such as `nut`: contained, or by equipment shared with no cleaning between. */
  allergen: optionalText('The allergen', 40),
})

/** So many batches of a column, and recipients, a window lists at first: nobody reads thousands. */
export const LISTED_AT_FIRST = 200

export type RecallInput = z.infer<typeof RecallInput>

export const Tally = z.strictObject({
  made: z.int(),
  onHand: z.int(),
  held: z.int(),
  sent: z.int(),
  sampled: z.int(),
  ownUse: z.int(),
  discarded: z.int(),
  setAside: z.int(),
  reworked: z.int(),
  corrected: z.int(),
  unaccounted: z.int(),
})

const ScopeBatch = z.strictObject({
  batchId: Id,
  /** Its lots, one a pack. */
  lotIds: z.array(Id),
  lotNumber: z.string(),
  productId: Id,
  product: z.string(),
  unit: z.string(),
  madeOn: z.string(),
  units: Tally,
  /** Sentences: the evidence, the reason or the missing record. */
  because: z.array(z.string()),
})

const AffectedLot = z.strictObject({
  lotId: Id,
  label: z.string(),
  onHand: QuantityOut,
  held: z.boolean(),
  verdict: z.enum(['affected', 'cannot tell']),
  because: z.string(),
})

const Recipient = z.strictObject({
  shipmentId: Id,
  placeId: Id,
  place: z.string(),
  placeKind: z.string(),
  contact: z.string(),
  sentOn: z.string(),
  reference: z.string(),
  batchId: Id,
  lotNumber: z.string(),
  product: z.string(),
  units: z.int(),
  serials: z.string(),
  column: z.enum(['affected', 'cannot tell']),
})

export const RecallScope = z.strictObject({
  /** The notice in words. */
  notice: z.string(),
  /** Days between which batches were compared, for the “not affected” column. */
  period: z.strictObject({ from: z.string(), to: z.string() }),
  affected: z.array(ScopeBatch),
  notAffected: z.array(ScopeBatch),
  cannotTell: z.array(ScopeBatch),
  lots: z.array(AffectedLot),
  recipients: z.array(Recipient),
  /** What was counted beyond the batches and recipients listed. */
  more: z.strictObject({ affected: z.int(), notAffected: z.int(), cannotTell: z.int(), recipients: z.int() }),
  /** Places that have units of the affected batches. */
  places: z.int(),
  /** The word for one unit of all of these batches; `unit` where they are called differently. */
  unit: z.string(),
  /** Lots to put on hold for all that is affected, still here and not on hold: of a batch one for all its packs. */
  toHold: z.strictObject({ batches: z.array(Id), ingredients: z.array(Id) }),
  totals: z.strictObject({
    affected: Tally,
    cannotTell: Tally,
    /** Units of every batch of the products concerned made in the period: what would be recalled without records. */
    withoutRecords: z.int(),
  }),
  /** Ingredient rows behind the affected batches, by how they were recorded. */
  rows: z.strictObject({ assumed: z.int(), confirmed: z.int(), unknown: z.int() }),
  /** What was not looked at, in sentences. */
  remarks: z.array(z.string()),
  /** Last link of the audit chain when this was worked out. */
  auditHash: z.string(),
  at: z.string(),
})
export type RecallScope = z.infer<typeof RecallScope>

const NamedPart = z.strictObject({ id: Id, name: z.string() })

const NoticeRead = z.strictObject({
  /** Names of the kitchen that stand in the text, the likeliest first. */
  items: z.array(NamedPart),
  suppliers: z.array(NamedPart),
  /** What was read, as the form takes it. */
  supplierLot: z.string(),
  bestBy: z.string(),
  receivedFrom: z.string(),
  receivedTo: z.string(),
  reason: z.string(),
  /** What a person must look at: nothing that these sentences name may be called “not affected” unseen. */
  checks: z.array(z.string()),
})

export const reportFormats = ['pdf', 'html', 'csv', 'xlsx'] as const

export const recall = {
  scope: query(
    'Which batches a supplier’s notice affects, which it does not and why, and which cannot be told.',
    RecallInput.extend({
      /** So many batches of each column and so many recipients are listed, and the others counted; all without it. */
      most: z.int().min(1).optional(),
    }),
    RecallScope,
  ),
  read: query(
    'What a pasted supplier’s notice or FDA recall text names: item, supplier, lots, days, and what to check by hand.',
    z.strictObject({ text: z.string().max(50_000, 'A notice can have 50,000 characters at most.') }),
    NoticeRead,
  ),
  report: query(
    'The recall report as a PDF, one self-contained HTML file, CSV, or an Excel workbook.',
    RecallInput.extend({ format: z.enum(reportFormats), reason: optionalText('The reason', 500) }),
    FileOut,
  ),
}
