import { z } from '../../shared/api/zod.ts'

/*
 * The part of EPCIS 2.0 (ISO/IEC 19987, JSON-LD binding) that Traceberry writes: narrower than the standard's own
 * schema, so that whatever fits here fits there.
 */
const Uri = z.string().regex(/^(?:urn:uuid:[0-9a-f-]{36}|https:\/\/id\.gs1\.org\/01\/\d{14}\/10\/[^\s]+)$/)
const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/)
const Zone = z.string().regex(/^[+-]\d{2}:\d{2}$/)

const Quantity = z.strictObject({
  epcClass: Uri,
  /** Absent where the class is meant and nobody counted. */
  quantity: z.number().positive().optional(),
  /** UN/ECE code; absent for pieces. */
  uom: z
    .string()
    .regex(/^[A-Z0-9]{2,3}$/)
    .optional(),
})
export type Quantity = z.infer<typeof Quantity>

const Place = z.strictObject({ id: Uri })

const head = {
  eventTime: Instant,
  eventTimeZoneOffset: Zone,
  eventID: Uri,
  readPoint: Place,
}

const Transaction = z.strictObject({ type: z.enum(['desadv', 'prodorder']), bizTransaction: Uri })

const ObjectEvent = z.strictObject({
  type: z.literal('ObjectEvent'),
  ...head,
  action: z.enum(['OBSERVE', 'DELETE']),
  bizStep: z.enum(['receiving', 'shipping', 'retail_selling', 'destroying', 'decommissioning', 'holding']),
  disposition: z.enum([
    'in_progress',
    'in_transit',
    'retail_sold',
    'destroyed',
    'recalled',
    'returned',
    'inactive',
    'non_sellable_other',
  ]),
  quantityList: z.array(Quantity).min(1),
  bizLocation: Place.optional(),
  sourceList: z.array(z.strictObject({ type: z.literal('possessing_party'), source: Uri })).optional(),
  destinationList: z.array(z.strictObject({ type: z.literal('possessing_party'), destination: Uri })).optional(),
  bizTransactionList: z.array(Transaction).optional(),
  /** Of a recall, what it is called. */
  'tb:recall': z.string().optional(),
})

const TransformationEvent = z.strictObject({
  type: z.literal('TransformationEvent'),
  ...head,
  inputQuantityList: z.array(Quantity).min(1).optional(),
  outputQuantityList: z.array(Quantity).min(1).optional(),
  transformationID: Uri,
  bizStep: z.literal('commissioning'),
  disposition: z.literal('active'),
  bizLocation: Place,
  bizTransactionList: z.array(Transaction),
  ilmd: z.strictObject({
    'tb:lotNumber': z.string(),
    'tb:product': z.string(),
    'tb:bestBefore': z.string().optional(),
  }),
})

export const EpcisEvent = z.discriminatedUnion('type', [ObjectEvent, TransformationEvent])
export type EpcisEvent = z.infer<typeof EpcisEvent>

export const EpcisDocument = z.strictObject({
  '@context': z.tuple([
    z.literal('https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'),
    z.strictObject({ tb: z.string() }),
  ]),
  type: z.literal('EPCISDocument'),
  schemaVersion: z.literal('2.0'),
  creationDate: z.iso.datetime(),
  epcisBody: z.strictObject({ eventList: z.array(EpcisEvent) }),
})
export type EpcisDocument = z.infer<typeof EpcisDocument>
