import { amendment, command, query } from './operation.ts'
import {
  Cents,
  Cursor,
  Id,
  named,
  nothing,
  OptionalDay,
  optionalText,
  PageSize,
  QuantityOut,
  QuantityText,
  RequestId,
} from './fields.ts'
import { z } from './zod.ts'

const ReceiptLine = z.strictObject({
  ingredient: named('The ingredient'),
  quantity: QuantityText,
  /** The code on the bag, kept exactly as typed. */
  supplierLot: optionalText('The supplier’s lot', 60),
  bestBy: OptionalDay,
  /** Price of the line in cents. */
  costCents: Cents.nullish(),
  /** The number under the stripes of the pack, 14 digits: what it is and how much it holds is remembered. */
  gtin: z.union([z.literal(''), z.string().regex(/^\d{14}$/, 'A product number has 14 digits.')]).nullish(),
})

/** A line of what is there on the first day. */
const OpeningLine = ReceiptLine.extend({ supplier: optionalText('The supplier’s name', 80), receivedOn: OptionalDay })

export const ReceiveInput = z.strictObject({
  /** Left out when nobody knows: batches made from it may then be “cannot tell” in a recall. */
  supplier: optionalText('The supplier’s name', 80),
  receivedOn: OptionalDay,
  note: optionalText('The note', 500),
  lines: z.array(ReceiptLine).min(1, 'Add at least one line.').max(100, 'One trip can have 100 lines at most.'),
})

/** A received or made lot as lists show it. */
export const LotRow = z.strictObject({
  id: Id,
  itemId: Id,
  item: z.string(),
  origin: z.enum(['received', 'made', 'bin']),
  /** The code on the label of the bag, to scan: L-123. */
  code: z.string(),
  /** The bin whose content it is. */
  bin: z.string().nullable(),
  binId: Id.nullable(),
  /** Own lot number of a made lot. */
  lotNumber: z.string().nullable(),
  batchId: Id.nullable(),
  supplier: z.string().nullable(),
  receivedOn: z.string().nullable(),
  bestBy: z.string().nullable(),
  supplierLot: z.string().nullable(),
  costCents: z.int().nullable(),
  /** What one of its unit costs, in hundredths of a cent. */
  costPerUnit: z.int().nullable(),
  /** As typed when it came in. */
  received: z.string(),
  onHand: QuantityOut,
  /** The unit it is shown in. */
  unit: z.string(),
  held: z.boolean(),
  expired: z.boolean(),
  /** Facts a recall would ask for and nobody recorded. */
  missing: z.array(z.string()),
})
export type LotRow = z.infer<typeof LotRow>

const Reason = named('The reason', 200)
const Done = z.strictObject({ lotId: Id })

const Hold = z.strictObject({
  requestId: RequestId,
  lotId: Id,
  /** Every other pack of the batch that made the lot as well. */
  wholeBatch: z.boolean().default(false),
  reason: Reason,
})

export const pantry = {
  ingredients: query(
    'Every ingredient with what is on hand, by name.',
    nothing,
    z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        unit: z.string(),
        onHand: QuantityOut,
        lots: z.int(),
        nextBestBy: z.string().nullable(),
        /** Words of this kitchen that count it: flat, scoop. */
        ownUnits: z.array(z.string()),
      }),
    ),
  ),
  lots: query(
    'Received lots, newest first; of one ingredient where given.',
    z.strictObject({
      itemId: Id.nullish(),
      includeEmpty: z.boolean().default(false),
      after: Cursor.nullish(),
      limit: PageSize,
    }),
    z.strictObject({ rows: z.array(LotRow), next: z.string().nullable() }),
  ),
  attention: query(
    'Lots that need a person: on hold, past their date or soon, or with facts missing that a recall asks for.',
    nothing,
    z.strictObject({
      /** The most pressing first, at most 50. */
      rows: z.array(LotRow),
      total: z.int(),
    }),
  ),
  expiring: query(
    'Lots with stock that are past their date or come to it within some days, the earliest first.',
    z.strictObject({ days: z.int().min(0).max(366).default(14) }),
    z.array(LotRow),
  ),
  lot: query(
    'One lot with everything that ever happened to it.',
    z.strictObject({ lotId: Id }),
    z.strictObject({
      lot: LotRow,
      history: z.array(
        z.strictObject({
          at: z.string(),
          day: z.string(),
          what: z.string(),
          change: z.string(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  receive: command(
    'Records a shopping trip: one lot a line. New names become new ingredients and suppliers.',
    ReceiveInput.extend({ requestId: RequestId }),
    z.strictObject({
      receiptId: Id,
      lots: z.array(z.strictObject({ lotId: Id, ingredient: z.string(), quantity: z.string() })),
    }),
  ),
  opening: command(
    'Records what is there on the first day: one lot a line, with a supplier and a day where anybody still knows.',
    z.strictObject({
      requestId: RequestId,
      lines: z.array(OpeningLine).min(1, 'Add at least one line.').max(200, 'One step can have 200 lines at most.'),
    }),
    z.strictObject({
      receiptId: Id,
      lots: z.array(z.strictObject({ lotId: Id, ingredient: z.string(), quantity: z.string() })),
    }),
  ),
  readBarcode: query(
    'Reads a supplier’s barcode: GS1 elements, a Digital Link or a product number, with what is remembered of the pack.',
    z.strictObject({ code: z.string().min(1, 'Scan a code.').max(500, 'A code has 500 characters at most.') }),
    z.strictObject({
      gtin: z.string().nullable(),
      /** Null until a person said once what the pack is. */
      itemId: Id.nullable(),
      ingredient: z.string().nullable(),
      supplier: z.string().nullable(),
      quantity: z.string().nullable(),
      supplierLot: z.string().nullable(),
      bestBy: z.string().nullable(),
      problem: z.string().nullable(),
    }),
  ),
  stock: query(
    'Every lot with something left, to count: ingredients by name, then finished goods.',
    nothing,
    z.array(LotRow),
  ),
  countAll: amendment(
    'Records what is really there of many lots in one step.',
    z.strictObject({
      requestId: RequestId,
      counts: z
        .array(
          z.strictObject({
            lotId: Id,
            /** Empty where it was not counted. */ found: z.union([z.literal(''), z.literal('0'), QuantityText]),
          }),
        )
        .max(2000, 'One step can count 2,000 lots at most.'),
      reason: Reason,
    }),
    z.strictObject({ counted: z.int(), /** Lots that differed. */ changed: z.int() }),
  ),
  holdAll: command(
    'Holds everything from a supplier or of an ingredient: what is in stock, and what comes in until the hold is ended.',
    z.strictObject({ requestId: RequestId, supplierId: Id.nullish(), itemId: Id.nullish(), reason: Reason }),
    z.strictObject({ ruleId: Id, /** Lots that went on hold. */ lots: z.int() }),
  ),
  releaseAll: command(
    'Ends a hold on everything of a kind, and the holds that it alone brought.',
    z.strictObject({ requestId: RequestId, ruleId: Id, reason: Reason }),
    z.strictObject({ ruleId: Id, lots: z.int() }),
  ),
  holdRules: query(
    'Holds on everything of a kind that were not ended.',
    nothing,
    z.array(z.strictObject({ id: Id, what: z.string(), reason: z.string(), since: z.string(), lots: z.int() })),
  ),
  bagLabel: query(
    'What the label of a bag carries, with a code that finds its lot when it is scanned.',
    z.strictObject({ lotId: Id }),
    z.strictObject({
      code: z.string(),
      ingredient: z.string(),
      quantity: z.string(),
      supplier: z.string().nullable(),
      receivedOn: z.string().nullable(),
      bestBy: z.string().nullable(),
      supplierLot: z.string().nullable(),
    }),
  ),
  readLine: query(
    'Reads a delivery typed in one line, such as “straw 8 lb valley 3/2 bb 3/8 lot A-99 $56”, without recording it.',
    z.strictObject({
      text: optionalText('The line', 200),
      /** The ingredient that the line is about, where it is known. */
      itemId: Id.nullish(),
    }),
    z.strictObject({
      /** Everything the names may mean; choose where there is more than one, or a name is new. */
      readings: z.array(
        z.strictObject({
          ingredient: z.string(),
          itemId: Id.nullable(),
          supplier: z.string().nullable(),
          supplierId: Id.nullable(),
        }),
      ),
      quantity: z.string().nullable(),
      receivedOn: z.string().nullable(),
      bestBy: z.string().nullable(),
      supplierLot: z.string().nullable(),
      costCents: z.int().nullable(),
      /** One meaning, with names that are known. */
      certain: z.boolean(),
      /** What is missing, as a sentence; null where it can be received. */
      problem: z.string().nullable(),
    }),
  ),
  voidReceipt: amendment(
    'Takes back a shopping trip none of which was used.',
    z.strictObject({ requestId: RequestId, receiptId: Id, reason: Reason }),
    z.strictObject({ receiptId: Id }),
  ),
  count: amendment(
    'Records what is really there of a lot; the difference becomes a correction.',
    z.strictObject({
      requestId: RequestId,
      lotId: Id,
      /** A quantity, or 0 for none left. */
      found: z.union([z.literal('0'), QuantityText]),
      reason: Reason,
    }),
    Done,
  ),
  correctLot: amendment(
    'Writes down facts of a received lot that were missing or wrong; old and new stay in the history.',
    z.strictObject({
      requestId: RequestId,
      lotId: Id,
      supplier: optionalText('The supplier’s name', 80),
      receivedOn: OptionalDay,
      bestBy: OptionalDay,
      supplierLot: optionalText('The supplier’s lot', 60),
      /** Left out to leave it as it is; null for none. */
      costCents: Cents.nullish(),
      reason: Reason,
    }),
    Done,
  ),
  hold: command('Stops a lot from being used or sent.', Hold, Done),
  release: command('Ends a hold.', Hold, Done),
}
