import { createHash } from 'node:crypto'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { records } from '../../shared/api/records.ts'
import { addDays, dayAt, offsetOn } from '../../shared/domain/day.ts'
import { checkElements, digitalLink } from '../../shared/domain/gs1Elements.ts'
import { unitNamed } from '../../shared/domain/units.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import {
  backBetween,
  discardedBetween,
  holdsBetween,
  type Period,
  productionBetween,
  receivedBetween,
  usedBetween,
} from '../db/repos/records.ts'
import { firstEntry } from '../db/repos/audit.ts'
import { daysOfRecord, lotsWithGtin, recalledBetween } from '../db/repos/eventFacts.ts'
import type { Db } from '../db/schema.ts'
import { EpcisDocument, EpcisEvent, type Quantity } from '../reports/epcisDocument.ts'
import { type Context, kitchenZone } from './context.ts'
import type { Far } from './longSheets.ts'
import { salesBetween } from './sales.ts'

/** Everything that happened in a period as one EPCIS 2.0 document. */
export async function epcis(
  { from, to }: Input<typeof records.epcis>,
  context: Context,
): Promise<Output<typeof records.epcis>> {
  const zone = await context.store.read(async (db) => await kitchenZone(db, context))
  const order = { what: 'epcis', period: { from, to }, zone, now: context.now() } as const
  const file = { name: `events-${from}-to-${to}.jsonld`, mediaType: 'application/ld+json' }
  return await context.largeFiles.begin(order, file)
}

/** What is reckoned at a time: the events of ten years are never in the memory together. */
const DAYS_AT_A_TIME = 92

/**
 * The document as text, an event a line, in the order of their times.
 * @param now when it is made, as ISO 8601
 * @param far is told of parts of the period
 */
export async function* epcisText(
  db: Db,
  { period, zone, now }: { readonly period: Period; readonly zone: string; readonly now: string },
  far: Far,
): AsyncGenerator<string> {
  const ids = identities(await firstEntry(db))
  const build = { db, ids, zone, offsetOf: offsetsIn(zone), lotClass: await lotClasses(db, ids) }
  const [before, after] = emptyDocument(now).split('[]')
  yield `${before ?? ''}[`
  let between = '\n'
  const parts = partsOf(period, await daysOfRecord(db))
  far.left += parts.length
  for (const part of parts) {
    for (const event of await eventsOf({ ...build, period: part })) {
      yield between + JSON.stringify(event)
      between = ',\n'
    }
    far.done += 1
    far.left -= 1
  }
  yield `]${after ?? ''}\n`
}

function emptyDocument(now: string): string {
  const document: EpcisDocument = {
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { tb: 'https://traceberry.example/ns/' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: now,
    epcisBody: { eventList: [] },
  }
  return JSON.stringify(EpcisDocument.parse(document), null, 1)
}

/** A period in pieces, as far as the record knows of anything. */
function partsOf(period: Period, known: Period | undefined): Period[] {
  if (!known) return []
  const parts: Period[] = []
  const end = period.to < known.to ? period.to : known.to
  for (let from = period.from > known.from ? period.from : known.from; from <= end;) {
    const to = addDays(from, DAYS_AT_A_TIME - 1)
    parts.push({ from, to: to < end ? to : end })
    from = addDays(to, 1)
  }
  return parts
}

async function eventsOf(build: Build): Promise<EpcisEvent[]> {
  const events = [
    ...(await receipts(build)),
    ...(await transformations(build)),
    ...(await shipments(build)),
    ...(await returns(build)),
    ...(await discards(build)),
    ...(await holds(build)),
    ...(await recalls(build)),
  ]
  return events
    .map((event) => EpcisEvent.parse(event))
    .toSorted((a, b) => Date.parse(a.eventTime) - Date.parse(b.eventTime))
}

interface Build {
  readonly db: Db
  readonly period: Period
  readonly ids: Identities
  readonly zone: string
  /** How far the zone is from UTC on a day, `-05:00`. */
  readonly offsetOf: (day: string) => string
  /** What a lot is called. */
  readonly lotClass: (lotId: number) => string
}

/** Names things for the rest of the world: always the same name for the same thing of the same kitchen. */
type Identities = (kind: string, id: number | string) => string

/** Without a GTIN a thing is a `urn:uuid:`, made from the first entry of the kitchen's history and its number there. */
function identities(kitchen: string): Identities {
  return (kind, id) => {
    const hash = createHash('sha256').update(`${kitchen} ${kind} ${id}`).digest('hex')
    // Version 8 of RFC 9562: a UUID whose bits are the application's own.
    const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 3) | 8).toString(16)
    const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`]
    return `urn:uuid:${[...parts, hash.slice(20, 32)].join('-')}`
  }
}

/**
 * A lot whose pack has a GTIN is its canonical GS1 Digital Link: GTIN and lot at id.gs1.org, without the unit’s serial
 * and whatever domain the kitchen’s labels lead to. Any other is a `urn:uuid:`.
 */
async function lotClasses(db: Db, ids: Identities): Promise<(lotId: number) => string> {
  const links = new Map(
    (await lotsWithGtin(db)).flatMap(({ lot_id, gtin, lot_number }) => {
      const elements = [
        { ai: '01', value: gtin },
        { ai: '10', value: lot_number },
      ]
      const link = checkElements(elements).ok ? digitalLink(elements, 'https://id.gs1.org') : undefined
      return link === undefined ? [] : [[lot_id, link] as const]
    }),
  )
  return (lotId) => links.get(lotId) ?? ids('lot', lotId)
}

/** Each day once: the calendar of a zone is slow to ask, and every day has some thirty events. */
function offsetsIn(zone: string): (day: string) => string {
  const known = new Map<string, string>()
  return (day) => {
    const offset = known.get(day) ?? offsetOn(day, zone)
    known.set(day, offset)
    return offset
  }
}

function at({ ids, offsetOf }: Build, day: string, event: string) {
  const offset = offsetOf(day)
  return {
    eventTime: `${day}T12:00:00${offset}`,
    eventTimeZoneOffset: offset,
    eventID: ids('event', event),
    readPoint: { id: ids('place', 'kitchen') },
  }
}

/** UN/ECE recommendation 20 codes; units without one that is sure go as grams or millilitres. */
const uoms: Readonly<Record<string, string>> = {
  g: 'GRM',
  kg: 'KGM',
  lb: 'LBR',
  oz: 'ONZ',
  mL: 'MLT',
  L: 'LTR',
}

function quantityOf(epcClass: string, base: number, unitName: string): Quantity {
  const unit = unitNamed(unitName)
  const round = (value: number) => Math.round(value * 1_000_000) / 1_000_000
  if (unit.dimension === 'count') return { epcClass, quantity: round(base / unitNamed('each').base) }
  const name = uoms[unit.name] === undefined ? (unit.dimension === 'mass' ? 'g' : 'mL') : unit.name
  return { epcClass, quantity: round(base / unitNamed(name).base), uom: uoms[name] ?? '' }
}

async function receipts(build: Build): Promise<EpcisEvent[]> {
  const { db, period, ids, lotClass } = build
  return (await receivedBetween(db, period))
    .filter((row) => row.base > 0)
    .map((row) => ({
      type: 'ObjectEvent' as const,
      ...at(build, row.day, `received ${row.lot_id}`),
      action: 'OBSERVE' as const,
      bizStep: 'receiving' as const,
      disposition: 'in_progress' as const,
      quantityList: [quantityOf(lotClass(row.lot_id), row.base, row.unit)],
      bizLocation: { id: ids('place', 'kitchen') },
      ...(row.supplier_id === null
        ? {}
        : { sourceList: [{ type: 'possessing_party' as const, source: ids('supplier', row.supplier_id) }] }),
    }))
}

async function transformations(build: Build): Promise<EpcisEvent[]> {
  const { db, period, ids, lotClass } = build
  const uses = Map.groupBy(await usedBetween(db, period), (row) => row.batch_id)
  const made = Map.groupBy(
    (await productionBetween(db, period)).filter((row) => row.void_reason === null),
    (row) => row.batch_id,
  )
  return [...made].flatMap(([batchId, outputs]): EpcisEvent[] => {
    const [first] = outputs
    const inputs = (uses.get(batchId) ?? []).map((use) =>
      quantityOf(use.lot_id === null ? ids('unknown lot of', use.item_id) : lotClass(use.lot_id), use.base, use.unit),
    )
    const out = outputs.filter((row) => row.made > 0)
    if (!first || (inputs.length === 0 && out.length === 0)) return []
    return [
      {
        type: 'TransformationEvent',
        ...at(build, first.made_on, `batch ${batchId}`),
        ...(inputs.length > 0 ? { inputQuantityList: inputs } : {}),
        ...(out.length > 0
          ? { outputQuantityList: out.map((row) => ({ epcClass: lotClass(row.lot_id), quantity: row.made })) }
          : {}),
        transformationID: ids('batch', batchId),
        bizStep: 'commissioning',
        disposition: 'active',
        bizLocation: { id: ids('place', 'kitchen') },
        bizTransactionList: [{ type: 'prodorder', bizTransaction: ids('batch record', batchId) }],
        ilmd: {
          'tb:lotNumber': first.lot_number,
          'tb:product': first.product,
          ...(first.best_by === null ? {} : { 'tb:bestBefore': first.best_by }),
        },
      },
    ]
  })
}

/** What left: to a place it is shipped, and at a stall, online or by hand then sold; the rest is used up here. */
async function shipments(build: Build): Promise<EpcisEvent[]> {
  const { db, period, ids, lotClass } = build
  const lines = await salesBetween(db, period)
  return [...Map.groupBy(lines, (line) => line.shipment_id)].flatMap(([shipmentId, of]): EpcisEvent[] => {
    const [first] = of
    if (!first) return []
    const all = of.map((line) => ({ epcClass: lotClass(line.lot_id), quantity: line.units }))
    const head = (what: string) => at(build, first.sent_on, `${what} ${shipmentId}`)
    const transaction = [{ type: 'desadv' as const, bizTransaction: ids('shipment', shipmentId) }]
    if (first.place_id === null) {
      const isWaste = first.purpose === 'destroyed'
      return [
        {
          type: 'ObjectEvent',
          ...head('left'),
          action: 'DELETE',
          bizStep: isWaste ? 'destroying' : 'decommissioning',
          disposition: isWaste ? 'destroyed' : 'inactive',
          quantityList: all,
        },
      ]
    }
    const destination = ids('place', first.place_id)
    const events: EpcisEvent[] = [
      {
        type: 'ObjectEvent',
        ...head('shipped'),
        action: 'OBSERVE',
        bizStep: 'shipping',
        disposition: 'in_transit',
        quantityList: all,
        destinationList: [{ type: 'possessing_party', destination }],
        bizTransactionList: transaction,
      },
    ]
    const sold = of.filter((line) => line.sold > 0)
    if (sold.length > 0 && first.place_kind !== 'store')
      events.push({
        type: 'ObjectEvent',
        ...head('sold'),
        readPoint: { id: destination },
        action: 'DELETE',
        bizStep: 'retail_selling',
        disposition: 'retail_sold',
        quantityList: sold.map((line) => ({ epcClass: lotClass(line.lot_id), quantity: line.sold })),
        bizTransactionList: transaction,
      })
    return events
  })
}

async function returns(build: Build): Promise<EpcisEvent[]> {
  const { db, period, ids, lotClass } = build
  return (await backBetween(db, period)).map((row) => ({
    type: 'ObjectEvent' as const,
    ...at(build, row.day, `returned ${row.id}`),
    action: 'OBSERVE' as const,
    bizStep: 'receiving' as const,
    disposition: 'returned' as const,
    quantityList: [{ epcClass: lotClass(row.lot_id), quantity: row.units }],
    bizLocation: { id: ids('place', 'kitchen') },
    sourceList: [{ type: 'possessing_party' as const, source: ids('place', row.place_id) }],
  }))
}

async function discards(build: Build): Promise<EpcisEvent[]> {
  const { db, period, lotClass } = build
  return (await discardedBetween(db, period)).map((row) => ({
    type: 'ObjectEvent' as const,
    ...at(build, row.day, `discarded ${row.id}`),
    action: 'DELETE' as const,
    bizStep: 'destroying' as const,
    disposition: 'destroyed' as const,
    quantityList: [{ epcClass: lotClass(row.lot_id), quantity: row.units }],
  }))
}

/** A hold says how much of the lot is still here; of one whose reason is a recall, that it is recalled. */
async function holds(build: Build): Promise<EpcisEvent[]> {
  const { db, period, ids, zone, lotClass } = build
  // Instants are kept in UTC, whose day may be the next or the one before.
  const rows = await holdsBetween(db, { from: addDays(period.from, -1), to: addDays(period.to, 1) })
  const lots = await lotsById(
    db,
    rows.map((row) => row.lot_id),
  )
  return rows.flatMap(({ id, at: instant, lot_id, reason }): EpcisEvent[] => {
    const lot: LotView | undefined = lots.get(lot_id)
    const day = dayAt(instant, zone)
    if (!lot || day < period.from || day > period.to) return []
    const epcClass = lotClass(lot_id)
    return [
      {
        type: 'ObjectEvent',
        ...at(build, day, `held ${id}`),
        action: 'OBSERVE',
        bizStep: 'holding',
        disposition: /recall/i.test(reason) ? 'recalled' : 'non_sellable_other',
        quantityList: [lot.on_hand > 0 ? quantityOf(epcClass, lot.on_hand, lot.unit) : { epcClass }],
        bizLocation: { id: ids('place', 'kitchen') },
      },
    ]
  })
}

/** The lots a recall names, on the day it was opened. Drills are no recalls. */
async function recalls(build: Build): Promise<EpcisEvent[]> {
  const { db, period, lotClass } = build
  const named = Map.groupBy(await recalledBetween(db, period), (row) => row.recall_id)
  return [...named].flatMap(([recallId, lots]): EpcisEvent[] => {
    const [first] = lots
    if (!first) return []
    return [
      {
        type: 'ObjectEvent',
        ...at(build, first.opened_on, `recall ${recallId}`),
        action: 'OBSERVE',
        bizStep: 'holding',
        disposition: 'recalled',
        quantityList: lots.map(({ lot_id }) => ({ epcClass: lotClass(lot_id) })),
        'tb:recall': first.title,
      },
    ]
  })
}
