import { CrewInput } from './crew.ts'
import { amendment, command, query } from './operation.ts'
import {
  Cents,
  Cursor,
  Day,
  Id,
  LotNumber,
  named,
  nothing,
  OptionalDay,
  optionalText,
  PageSize,
  QuantityText,
  RequestId,
  ScannedText,
  Units,
} from './fields.ts'
import { ReadingOut } from './readings.ts'
import { z } from './zod.ts'

export const UseInput = z.strictObject({
  itemId: Id,
  /** Null where nobody recorded which lot it was: traced as “cannot tell”. */
  lotId: z.int('Choose the lot, or “lot not recorded”.').positive().nullable(),
  quantity: QuantityText,
  /** `assumed` as proposed, `confirmed` once a person touched or scanned it. */
  basis: z.enum(['assumed', 'confirmed']).default('assumed'),
  /** “There was more in the bag”: counts the lot up by the shortage in the same step. */
  moreThanRecorded: z.boolean().default(false),
})

/** A bag just opened that was never written down: it is received in the same step that uses it. */
const Delivery = z.strictObject({
  supplier: optionalText('The supplier’s name', 80),
  /** Left out for the day the batch was made. */
  receivedOn: OptionalDay,
  /** What the whole bag holds. */
  quantity: QuantityText,
  supplierLot: optionalText('The supplier’s lot', 60),
  bestBy: OptionalDay,
  costCents: Cents.nullish(),
})

const RecordedUse = UseInput.extend({
  /** With it `lotId` is null: the lot is the one that it brings. */
  delivery: Delivery.nullish(),
  /** A lot on hold or past its date is used all the same, for this reason. */
  override: z.strictObject({ problem: z.enum(['held', 'expired']), reason: named('The reason', 200) }).nullish(),
})

/** What came out in one further pack. */
const PackOutcome = z.strictObject({
  itemId: Id,
  made: Units,
  discarded: Units.default(0),
  setAside: Units.default(0),
})

export const BatchInput = z.strictObject({
  productId: Id,
  /** The batch in progress that this finishes; its number is the batch’s. */
  liveId: Id.nullish(),
  /** The plan that this makes, which is done with then. */
  planId: Id.nullish(),
  /** The sheet of paper that it was written on, which is typed in then. */
  sheetId: Id.nullish(),
  /** The draft that this saves. */
  draftId: z.uuid('A draft’s id must be a UUID.').nullish(),
  madeOn: Day,
  /** Left out for the next number of the kitchen’s format. */
  lotNumber: z.union([z.literal(''), LotNumber]).nullish(),
  /** Units of the main pack. */
  made: Units,
  discarded: Units.default(0),
  discardReason: optionalText('The reason', 100),
  /** Kept back for tests or own use: not for sale. */
  setAside: Units.default(0),
  /** Further packs of the same cook: one lot number, a lot each, unit numbers that run on after the main pack’s. */
  packs: z.array(PackOutcome).max(20, 'One batch can have 20 packs at most.').default([]),
  /** Left out for the day made plus the product’s shelf life. */
  bestBy: OptionalDay,
  uses: z.array(RecordedUse).max(200, 'One batch can use 200 lots at most.'),
  note: optionalText('The note', 2000),
  ...CrewInput,
})

/** A lot proposed for a line, and what to take of it. */
const ProposedUse = z.strictObject({
  lotId: Id,
  lot: z.string(),
  onHand: z.string(),
  quantity: z.string(),
})

/** Why a lot may not be used; only the first two can be overridden. */
const LotProblem = z.enum(['held', 'expired', 'later', 'empty'])
export type LotProblem = z.infer<typeof LotProblem>

const LotChoice = z.strictObject({
  lotId: Id,
  lot: z.string(),
  onHand: z.string(),
  problem: z.string().nullable(),
  problemKind: LotProblem.nullable(),
})

const Proposal = z.strictObject({
  uses: z.array(ProposedUse),
  /** What no good lot has, as text; null when all is there. */
  short: z.string().nullable(),
})

const BatchRow = z.strictObject({
  id: Id,
  lotNumber: z.string(),
  productId: Id,
  product: z.string(),
  unit: z.string(),
  madeOn: z.string(),
  made: z.int(),
  onHand: z.int(),
  state: z.enum(['finished', 'failed', 'void']),
})

export const batches = {
  propose: query(
    'The batch page already filled: next lot number, ingredients scaled to the yield, lots earliest expiry first.',
    z.strictObject({
      productId: Id,
      madeOn: Day,
      /** Units to make; ingredients are scaled to it. Left out for what the recipe, or the batch repeated, makes. */
      planned: Units.min(1, 'Type 1 or more.').nullish(),
      /** The one ingredient there is only so much of, in place of `planned`: all others are scaled to it. */
      have: z.strictObject({ itemId: Id, quantity: QuantityText }).nullish(),
      /** A batch of this product to repeat: its ingredients and figures in place of the recipe’s. */
      likeBatchId: Id.nullish(),
      /** The one pack that everything is filled into; left out for the usual ones. */
      packId: Id.nullish(),
      /** The version of the recipe to go by; left out for the newest. */
      recipeVersion: z.int().positive().nullish(),
    }),
    z.strictObject({
      lotNumber: z.string(),
      /** The batch repeated. */
      like: z
        .strictObject({ batchId: Id, lotNumber: z.string(), madeOn: z.string(), made: z.int(), recipeVersion: z.int() })
        .nullable(),
      bestBy: z.string().nullable(),
      planned: z.int(),
      /** What comes out, pack by pack, the main one first. */
      packs: z.array(
        z.strictObject({
          itemId: Id,
          name: z.string(),
          unit: z.string(),
          net: z.string().nullable(),
          expected: z.int(),
        }),
      ),
      recipeVersion: z.int(),
      /** What the recipe wants to be read while it is made, and what it is made with. */
      readings: z.array(ReadingOut),
      equipment: z.array(z.string()),
      lines: z.array(Proposal.extend({ itemId: Id, ingredient: z.string(), quantity: z.string(), unit: z.string() })),
    }),
  ),
  allocate: query(
    'Lots to take for one ingredient and quantity, earliest expiry first; a short lot spills into the next.',
    z.strictObject({ itemId: Id, quantity: QuantityText, madeOn: Day }),
    Proposal,
  ),
  choices: query(
    'Every lot of an ingredient with stock, and why one may not be used.',
    z.strictObject({ itemId: Id, madeOn: Day }),
    z.array(LotChoice),
  ),
  scan: query(
    'The lots that a scanned or typed code names: a bag of this kitchen, a supplier’s lot or GS1 barcode, an own lot or unit number.',
    z.strictObject({ code: ScannedText.min(1, 'Scan a code.'), madeOn: Day }),
    z.array(LotChoice.extend({ itemId: Id, ingredient: z.string(), unit: z.string() })),
  ),
  again: query(
    'Products to make again, the most likely first, each with the batch to repeat; then those never made.',
    z.strictObject({ limit: z.int().min(1).max(200).default(9) }),
    z.array(
      z.strictObject({
        productId: Id,
        product: z.string(),
        code: z.string(),
        unit: z.string(),
        onHand: z.int(),
        last: z.strictObject({ batchId: Id, lotNumber: z.string(), madeOn: z.string(), made: z.int() }).nullable(),
      }),
    ),
  ),
  labelsOnSave: query(
    'The printer on which saving a batch queues its labels, or null.',
    nothing,
    z.strictObject({ printerId: Id.nullable() }),
  ),
  rememberLabels: command(
    'Remembers on which printer saving a batch queues its labels; null for none.',
    z.strictObject({ requestId: RequestId, printerId: Id.nullable() }),
    z.strictObject({ printerId: Id.nullable() }),
  ),
  record: command(
    'Records a finished batch: its lot number, what went in, what came out. All of it or nothing is written.',
    BatchInput.extend({ requestId: RequestId }),
    z.strictObject({
      batchId: Id,
      /** The lot of the first pack that came out. */
      lotId: Id,
      lotNumber: z.string(),
      /** Made less discarded and set aside, over all packs. */
      forSale: z.int(),
      /** Serials for sale, for example 001–036. */
      serials: z.string(),
      lots: z.array(z.strictObject({ lotId: Id, itemId: Id, forSale: z.int(), serials: z.string() })),
    }),
  ),
  list: query(
    'Batches, newest first.',
    z.strictObject({ productId: Id.nullish(), after: Cursor.nullish(), limit: PageSize }),
    z.strictObject({ rows: z.array(BatchRow), next: z.string().nullable() }),
  ),
  get: query(
    'One batch with its ingredients, its units and where they are.',
    z.strictObject({ batchId: Id }),
    BatchRow.extend({
      /** The lot of the first pack. */
      lotId: Id,
      /** A lot for each pack that came out. */
      lots: z.array(
        z.strictObject({
          lotId: Id,
          itemId: Id,
          product: z.string(),
          /** What the pack is called beside the others; empty where there is only one. */
          pack: z.string(),
          unit: z.string(),
          made: z.int(),
          onHand: z.int(),
          /** Every unit number of it, for example 031–050. */
          serials: z.string(),
          held: z.boolean(),
        }),
      ),
      recipeVersion: z.int().nullable(),
      bestBy: z.string().nullable(),
      recordedAt: z.string(),
      /** Who was at the laptop; null where nobody in particular was. */
      recordedBy: z.string().nullable(),
      note: z.string(),
      held: z.boolean(),
      voidReason: z.string().nullable(),
      people: z.array(z.string()),
      equipment: z.array(z.string()),
      /** Allergens it may have taken over by equipment that was not cleaned between, a sentence each. */
      crossContact: z.array(z.string()),
      uses: z.array(
        z.strictObject({
          itemId: Id,
          ingredient: z.string(),
          quantity: z.string(),
          lotId: Id.nullable(),
          lot: z.string(),
          basis: z.enum(['assumed', 'confirmed']),
          /** Why a lot on hold or past its date was used. */
          overrideReason: z.string().nullable(),
        }),
      ),
      units: z.array(
        z.strictObject({
          lotId: Id,
          serials: z.string(),
          count: z.int(),
          where: z.string(),
          day: z.string().nullable(),
        }),
      ),
    }),
  ),
  discard: command(
    'Discards units of a batch afterwards, with the reason.',
    z.strictObject({
      requestId: RequestId,
      batchId: Id,
      /** Of which pack; left out for the first. */
      lotId: Id.nullish(),
      units: Units.min(1, 'Type 1 or more.'),
      reason: named('The reason', 100),
    }),
    z.strictObject({ batchId: Id, serials: z.string() }),
  ),
  void: amendment(
    'Voids a batch that nothing depends on: its ingredients go back to stock, its number is never used again.',
    z.strictObject({ requestId: RequestId, batchId: Id, reason: named('The reason', 200) }),
    z.strictObject({ batchId: Id }),
  ),
}
