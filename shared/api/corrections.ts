import { UseInput } from './batches.ts'
import { CrewInput } from './crew.ts'
import { Day, Id, named, nothing, OptionalDay, optionalText, QuantityText, RequestId, Units } from './fields.ts'
import { amendment, query } from './operation.ts'
import { LotRow } from './pantry.ts'
import { z } from './zod.ts'

const Outcome = z.strictObject({
  /** The lot that the batch made; one a pack size. */
  lotId: Id,
  made: Units,
  discarded: Units,
  discardReason: optionalText('The reason', 100),
  setAside: Units,
})

const CorrectedUse = UseInput.omit({ basis: true }).extend({
  /** The row as it stands; left out for one that is added. A row that is not sent is removed. */
  useId: Id.nullish(),
})

/** What is left out stays as it is. */
export const CorrectionInput = z.strictObject({
  batchId: Id,
  reason: named('The reason', 200),
  madeOn: Day.nullish(),
  /** Empty for none. */
  bestBy: OptionalDay,
  note: optionalText('The note', 2000),
  ...CrewInput,
  outcomes: z.array(Outcome).max(20).nullish(),
  uses: z.array(CorrectedUse).max(200, 'One batch can use 200 lots at most.').nullish(),
})

const Change = z.strictObject({
  fact: z.string(),
  /** As people read it; null where there was none. */
  old: z.string().nullable(),
  new: z.string().nullable(),
})

export const Changes = z.array(Change)

export const corrections = {
  open: query(
    'A batch as it can be corrected: every fact with the row or lot it belongs to.',
    z.strictObject({ batchId: Id }),
    z.strictObject({
      batchId: Id,
      lotNumber: z.string(),
      product: z.string(),
      unit: z.string(),
      madeOn: z.string(),
      bestBy: z.string().nullable(),
      note: z.string(),
      personIds: z.array(Id),
      equipmentIds: z.array(Id),
      outcomes: z.array(
        z.strictObject({
          lotId: Id,
          product: z.string(),
          unit: z.string(),
          made: z.int(),
          discarded: z.int(),
          discardReason: z.string(),
          setAside: z.int(),
          /** Sent, used or missed: fewer than these cannot have been made. */
          gone: z.int(),
        }),
      ),
      uses: z.array(
        z.strictObject({
          useId: Id,
          itemId: Id,
          ingredient: z.string(),
          quantity: z.string(),
          lotId: Id.nullable(),
          lot: z.string(),
        }),
      ),
    }),
  ),
  lots: query(
    'Lots of an ingredient that a batch of that day may have come from; those that were in stock then come first.',
    z.strictObject({ itemId: Id, day: Day }),
    z.array(
      z.strictObject({
        lotId: Id,
        lot: z.string(),
        /** What was there that day, as text; null where the record has none left by then. */
        there: z.string().nullable(),
        /** What is left now. */
        left: z.string(),
        /** What is known of it now: on hold, past its date. */
        mark: z.string().nullable(),
      }),
    ),
  ),
  missing: query(
    'Facts that a recall asks for and nobody recorded: ingredients without their lot, lots without supplier or day.',
    nothing,
    z.strictObject({
      total: z.int(),
      /** The newest first, at most 50. */
      uses: z.array(
        z.strictObject({
          useId: Id,
          batchId: Id,
          lotNumber: z.string(),
          product: z.string(),
          madeOn: z.string(),
          itemId: Id,
          ingredient: z.string(),
          quantity: z.string(),
        }),
      ),
      lots: z.array(LotRow),
    }),
  ),
  list: query(
    'What was corrected of a batch, newest first: old, new and why.',
    z.strictObject({ batchId: Id }),
    z.array(z.strictObject({ at: z.string(), who: z.string().nullable(), reason: z.string(), changes: Changes })),
  ),
  save: amendment(
    'Corrects a saved batch with a reason: old and new stay visible, stock and traces follow the new.',
    CorrectionInput.extend({ requestId: RequestId }),
    z.strictObject({ batchId: Id, lotNumber: z.string(), changes: Changes }),
  ),
  nameLot: amendment(
    'Says which lot an ingredient of a saved batch came from, where nobody had recorded it.',
    z.strictObject({
      requestId: RequestId,
      useId: Id,
      lotId: Id,
      /** Left out for the quantity that was recorded. */
      quantity: z.union([z.literal(''), QuantityText]).nullish(),
      moreThanRecorded: z.boolean().default(false),
      reason: optionalText('The reason', 200),
    }),
    z.strictObject({ batchId: Id, lotNumber: z.string(), changes: Changes }),
  ),
}
