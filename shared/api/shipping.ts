import { PlaceKind } from './directory.ts'
import { FileOut } from './files.ts'
import { amendment, command, query } from './operation.ts'
import { Cents, Cursor, Day, Id, named, nothing, optionalText, PageSize, RequestId, Units } from './fields.ts'
import { z } from './zod.ts'

/** What units leave for: sold, given, or used up without going to anybody. */
const purposes = ['sale', 'gift', 'sample', 'exchange', 'own use', 'destroyed'] as const
const Purpose = z.enum(purposes)

const serials = optionalText('The serials', 200)

export const ShipmentLine = z.strictObject({
  lotId: Id,
  units: Units.min(1, 'Type 1 or more.'),
  /** Serials that really went, `001-024` or `7, 9`; left out for the lowest free ones. */
  serials,
  /** What one unit costs there. */
  priceCents: Cents.nullish(),
})

export const SendInput = z.strictObject({
  /** May be empty only for samples, own use and what is destroyed. */
  place: optionalText('The place', 80),
  /** What kind of place it is, where it is a new one. */
  placeKind: PlaceKind.default('market'),
  purpose: Purpose.default('sale'),
  sentOn: Day,
  /** Order or delivery number. */
  reference: optionalText('The reference', 60),
  /** Why, where units are destroyed. */
  note: optionalText('The note', 500),
  lines: z.array(ShipmentLine).min(1, 'Add at least one line.').max(100, 'One shipment can have 100 lines at most.'),
})

const SentLine = z.strictObject({
  lotId: Id,
  batchId: Id,
  lotNumber: z.string(),
  product: z.string(),
  unit: z.string(),
  units: z.int(),
  serials: z.string(),
  /** Whether the serials were typed or scanned, or follow from the count alone. */
  basis: z.enum(['range', 'typed']),
  priceCents: z.int().nullable(),
  /** Units that came back since. */
  back: z.int(),
})

const fates = ['on hand', 'destroyed'] as const

const BackLine = z.strictObject({
  lotId: Id,
  units: Units.min(1, 'Type 1 or more.'),
  /** Serials that came back; left out, the highest of those sent count as the ones. */
  serials,
  /** What happens with them: on the shelf again, or destroyed at once. */
  fate: z.enum(fates).default('on hand'),
})

const Shipment = z.strictObject({
  id: Id,
  placeId: Id.nullable(),
  /** Empty for what leaves stock without going to anybody. */
  place: z.string(),
  placeKind: PlaceKind.nullable(),
  purpose: Purpose,
  sentOn: z.string(),
  reference: z.string(),
  note: z.string(),
  voidReason: z.string().nullable(),
  lines: z.array(SentLine),
  /** What came back of it, and when; a market day has one of its own once it is counted. */
  returns: z.array(
    z.strictObject({
      id: Id,
      day: z.string(),
      reason: z.string(),
      units: z.int(),
      cashCents: z.int().nullable(),
      marketDay: z.boolean(),
    }),
  ),
})

/** Units of one lot that are at a place, or still out at a market. */
const OutLine = z.strictObject({
  lotId: Id,
  batchId: Id,
  lotNumber: z.string(),
  product: z.string(),
  unit: z.string(),
  units: z.int(),
  serials: z.string(),
  priceCents: z.int().nullable(),
})

const Reason = named('The reason', 200)

export const shipping = {
  stock: query(
    'Finished lots with units to send, oldest first.',
    z.strictObject({
      /** The day they go, which may be over; left out for today. */
      on: Day.optional(),
    }),
    z.array(
      z.strictObject({
        lotId: Id,
        batchId: Id,
        lotNumber: z.string(),
        productId: Id,
        product: z.string(),
        /** What tells lots of one number apart; empty where no other pack of it is on hand. */
        pack: z.string(),
        unit: z.string(),
        madeOn: z.string(),
        bestBy: z.string().nullable(),
        onHand: z.int(),
        serials: z.string(),
        /** What one unit was last sold for; null where nobody ever said. */
        priceCents: z.int().nullable(),
        /** Why it may not be sent that day; null where it may. Units of such a lot may still be destroyed. */
        problem: z.string().nullable(),
        /** Made after that day: whatever happened to it, it was not on it. */
        madeLater: z.boolean(),
      }),
    ),
  ),
  send: command(
    'Sends units out: a market day, a delivery, an order, a gift, samples, own use, or to be destroyed. Units go by serial range.',
    SendInput.extend({ requestId: RequestId }),
    z.strictObject({ shipmentId: Id, lines: z.array(SentLine) }),
  ),
  list: query(
    'Shipments, newest first; of one place where given.',
    z.strictObject({ placeId: Id.nullish(), after: Cursor.nullish(), limit: PageSize }),
    z.strictObject({ rows: z.array(Shipment), next: z.string().nullable() }),
  ),
  void: amendment(
    'Takes back a shipment recorded by mistake; its units are on hand again.',
    z.strictObject({ requestId: RequestId, shipmentId: Id, reason: Reason }),
    z.strictObject({ shipmentId: Id }),
  ),
  slip: query(
    'The delivery slip of a shipment, which is also the customer’s list of lots: PDF, or one HTML page.',
    z.strictObject({ shipmentId: Id, format: z.enum(['pdf', 'html']) }),
    FileOut,
  ),
  marketDays: query(
    'Market days of the last month that nobody has counted yet, newest first, with what is out.',
    nothing,
    z.array(
      z.strictObject({
        shipmentId: Id,
        placeId: Id,
        place: z.string(),
        sentOn: z.string(),
        lines: z.array(OutLine),
      }),
    ),
  ),
  bringBack: command(
    'Counts a market day: what came back is on hand again under its numbers, the rest was sold; with the cash taken.',
    z.strictObject({
      requestId: RequestId,
      shipmentId: Id,
      day: Day,
      /** Money taken, cash and cards; left out where nobody counted it. */
      cashCents: Cents.nullish(),
      note: optionalText('The note', 200),
      lines: z.array(BackLine).max(100),
    }),
    z.strictObject({ returnedId: Id, out: z.int(), back: z.int(), sold: z.int() }),
  ),
  atPlace: query(
    'Units that are at a place, by lot: what can come back from there.',
    z.strictObject({ placeId: Id }),
    z.array(OutLine),
  ),
  takeReturn: command(
    'Takes units back from a place, and gives others in exchange where asked.',
    z.strictObject({
      requestId: RequestId,
      placeId: Id,
      day: Day,
      reason: Reason,
      lines: z.array(BackLine).min(1, 'Add at least one line.').max(100),
      /** Units that go to the place in their stead. */
      exchange: z.array(ShipmentLine).max(100).default([]),
    }),
    z.strictObject({ returnedId: Id, exchangeId: Id.nullable(), back: z.int() }),
  ),
  voidReturned: amendment(
    'Takes back a bring-back or a return recorded by mistake: its units are at the place again, and what was given in exchange is on hand.',
    z.strictObject({ requestId: RequestId, returnedId: Id, reason: Reason }),
    z.strictObject({ returnedId: Id }),
  ),
}
