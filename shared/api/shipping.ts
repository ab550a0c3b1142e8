import { PlaceKind } from './directory.ts'
import { command, query } from './operation.ts'
import { Cursor, Day, Id, named, nothing, optionalText, PageSize, RequestId, Units } from './fields.ts'
import { z } from './zod.ts'

export const ShipmentLine = z.strictObject({
  lotId: Id,
  units: Units.min(1, 'Type 1 or more.'),
  /** Serials that really went, `001-024` or `7, 9`; left out for the lowest free ones. */
  serials: optionalText('The serials', 200),
})

export const SendInput = z.strictObject({
  place: named('The place'),
  /** What kind of place it is, where it is a new one. */
  placeKind: PlaceKind.default('market'),
  sentOn: Day,
  /** Order or delivery number. */
  reference: optionalText('The reference', 60),
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
})

const Shipment = z.strictObject({
  id: Id,
  placeId: Id,
  place: z.string(),
  placeKind: PlaceKind,
  sentOn: z.string(),
  reference: z.string(),
  note: z.string(),
  voidReason: z.string().nullable(),
  lines: z.array(SentLine),
})

export const shipping = {
  stock: query(
    'Finished lots with units to send, oldest first.',
    nothing,
    z.array(
      z.strictObject({
        lotId: Id,
        batchId: Id,
        lotNumber: z.string(),
        product: z.string(),
        unit: z.string(),
        madeOn: z.string(),
        bestBy: z.string().nullable(),
        onHand: z.int(),
        serials: z.string(),
        /** Why it may not be sent; null where it may. */
        problem: z.string().nullable(),
      }),
    ),
  ),
  send: command(
    'Sends units to a place: a market day, a delivery or an order. Units go by serial range.',
    SendInput.extend({ requestId: RequestId }),
    z.strictObject({ shipmentId: Id, lines: z.array(SentLine) }),
  ),
  list: query(
    'Shipments, newest first.',
    z.strictObject({ after: Cursor.nullish(), limit: PageSize }),
    z.strictObject({ rows: z.array(Shipment), next: z.string().nullable() }),
  ),
  void: command(
    'Takes back a shipment recorded by mistake; its units are on hand again.',
    z.strictObject({ requestId: RequestId, shipmentId: Id, reason: named('The reason', 200) }),
    z.strictObject({ shipmentId: Id }),
  ),
}
