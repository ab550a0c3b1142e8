import type { Input, Output } from '../../shared/api/operation.ts'
import type { trace } from '../../shared/api/trace.ts'
import { showDay } from '../../shared/domain/day.ts'
import { type CodeReading, codeReadings } from '../../shared/domain/codeReadings.ts'
import { readScan } from '../../shared/domain/gs1Reading.ts'
import { lotOfBagCode } from '../../shared/domain/bagCode.ts'
import { lotKey, unitNumber } from '../../shared/domain/lotNumber.ts'
import { batchesById } from '../db/repos/batches.ts'
import {
  batchesBeginning,
  batchesWithKeys,
  lotsWithKeys,
  lotsWithSupplierLot,
  namesContaining,
  newestBatches,
  newestLots,
  newestShipments,
  unitRangesOf,
} from '../db/repos/finding.ts'
import { lotsById } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { type Context, kitchenToday } from './context.ts'
import { lotLabel } from './lotRow.ts'
import { shortlist } from './shortlist.ts'
import { batchLine } from './traceRows.ts'

type Found = Output<typeof trace.find>
const EACH = 5

/**
 * What a typed, pasted or scanned text may mean: codes first, in any spelling, then a description without a code, then
 * names. What is only almost what was typed comes where nothing is exactly that, and says so.
 */
export async function find({ text }: Input<typeof trace.find>, context: Context): Promise<Found> {
  const typed = scannedNumber(text ?? '')
  if (typed === '') return []
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const scraps = codeScraps(typed)
    const readings = scraps.map((scrap) => codeReadings(scrap, today))
    const sure = readings.flat().filter(({ note }) => note === '' || note === 'year added')
    const units = await unitsNamed(db, sure)
    const batchIds = new Set<number>()
    const bag = lotOfBagCode(typed)
    const lotIds = new Set<number>(bag === undefined ? [] : [bag])
    for (const { key, note } of sure) {
      for (const id of await batchesBeginning(db, key)) batchIds.add(id)
      if (note === '') for (const id of await lotsWithSupplierLot(db, key)) lotIds.add(id)
    }
    const almost = units.length + batchIds.size + lotIds.size > 0 ? [] : await almostNamed(db, readings.flat())
    for (const id of await shortlist(db, typed, today)) batchIds.add(id)
    const { items, suppliers, places } = await namesContaining(db, typed)
    for (const item of items) {
      const add = item.kind === 'product' ? batchIds : lotIds
      const ids = item.kind === 'product' ? await newestBatches(db, item.id, EACH) : await newestLots(db, item.id, EACH)
      for (const id of ids) add.add(id)
    }
    const found: Found = [
      ...units,
      ...almost,
      ...(await batchResults(db, [...batchIds])),
      ...(await lotResults(db, [...lotIds])),
    ]
    for (const { id, name } of suppliers)
      found.push({
        kind: 'supplier',
        id,
        node: { kind: 'supplier', id },
        serial: null,
        label: name,
        detail: 'supplier',
      })
    for (const place of places)
      for (const shipment of await newestShipments(db, place.id, EACH))
        found.push({
          kind: 'place',
          id: place.id,
          node: { kind: 'shipment', id: shipment.id },
          serial: null,
          label: place.name,
          detail: `sent ${showDay(shipment.sent_on)}${shipment.reference ? `, ${shipment.reference}` : ''}`,
        })
    return found.slice(0, 24)
  })
}

/** The unit or lot that a scanned GS1 code or Digital Link of ours names; any other text as it is. */
function scannedNumber(text: string): string {
  const scan = readScan(text)
  if (scan.kind === 'plain') return scan.text
  if (scan.kind !== 'gs1') return text
  const value = (ai: string) => scan.elements.find((element) => element.ai === ai)?.value
  const [lot, serial] = [value('10'), value('21')]
  if (lot === undefined) return text
  if (serial !== undefined) return `${lot}-${serial}`
  // Many scanners, being keyboards, leave out the separator: the lot then seems to end with 21 and the serial.
  const joined = /^(.+)21(\d{3,6})$/.exec(lot)
  return joined ? `${joined[1] ?? ''}-${joined[2] ?? ''} ${lot}` : lot
}

/**
 * The whole text and each word with a digit in it; a pasted message holds its code among other words. Elements in
 * brackets without a product number are no GS1 data, and name their lot all the same.
 */
function codeScraps(text: string): string[] {
  const bracketed = /\(10\)([^(\s]+)(?:\(21\)([^(\s]+))?/.exec(text)
  if (bracketed) return [`${bracketed[1] ?? ''}${bracketed[2] ?? ''}`, bracketed[1] ?? '']
  const words = text.split(/[\s,;:!?()"“”]+/).filter((word) => /\d/.test(word))
  const scraps = [text, ...words].filter((scrap) => lotKey(scrap).length >= 2 && lotKey(scrap).length <= 40)
  return [...new Set(scraps)].slice(0, 12)
}

/** Batches, units and supplier lots that a slip of the eye or of the finger separates from what was typed. */
async function almostNamed(db: Db, readings: readonly CodeReading[]): Promise<Found> {
  const near = readings.filter(({ note }) => note === 'read again' || note === 'digits exchanged')
  const units = await unitsNamed(db, near)
  const batches = await batchesWithKeys(
    db,
    near.map(({ key }) => key),
  )
  const lots = await lotsWithKeys(
    db,
    near.map(({ key }) => key),
  )
  const noteOf = (key: string | null) => near.find((reading) => reading.key === key)?.note ?? 'read again'
  const found = [
    ...units,
    ...(await batchResults(
      db,
      batches.map(({ id }) => id),
    )),
    ...(await lotResults(
      db,
      lots.map(({ id }) => id),
    )),
  ]
  const keys = new Map<string, string | null>([
    ...batches.map((row) => [`batch ${row.id}`, row.lot_key] as const),
    ...lots.map((row) => [`lot ${row.id}`, row.supplier_lot_key] as const),
  ])
  return found.map((each) => {
    const note = noteOf(keys.get(`${each.kind} ${each.id}`) ?? null)
    return { ...each, detail: `almost what you typed (${note}): ${each.detail}` }
  })
}

/** Units: a batch's number with up to six more digits behind it that are no more than the units made. */
async function unitsNamed(db: Db, named: readonly CodeReading[]): Promise<Found> {
  const readings = named.flatMap(({ key: scrap }) => {
    const tail = /\d{1,6}$/.exec(scrap)?.[0] ?? ''
    return Array.from({ length: tail.length }, (_, at) => ({
      key: scrap.slice(0, scrap.length - at - 1),
      serial: Number(scrap.slice(scrap.length - at - 1)),
    }))
  })
  const rows = await batchesWithKeys(
    db,
    readings.map((reading) => reading.key),
  )
  const views = await batchesById(
    db,
    rows.map((row) => row.id),
  )
  const ranges = await unitRangesOf(
    db,
    rows.map((row) => row.id),
  )
  return readings.flatMap(({ key, serial }) => {
    const row = rows.find((each) => each.lot_key === key)
    const view = row && views.get(row.id)
    const range = ranges.find((each) => each.batch_id === view?.id && each.first <= serial && serial <= each.last)
    if (!view || !range) return []
    const node = { kind: 'batch', id: view.id } as const
    return [
      {
        kind: 'unit' as const,
        id: view.id,
        node,
        serial,
        label: unitNumber(view.lot_number, serial),
        detail: range.product,
      },
    ]
  })
}

async function batchResults(db: Db, ids: readonly number[]): Promise<Found> {
  const views = await batchesById(db, ids)
  return ids.flatMap((id) => {
    const view = views.get(id)
    if (!view) return []
    const { label, detail } = batchLine(view)
    return [{ kind: 'batch' as const, id, node: { kind: 'batch' as const, id }, serial: null, label, detail }]
  })
}

async function lotResults(db: Db, ids: readonly number[]): Promise<Found> {
  const views = await lotsById(db, ids)
  return ids.flatMap((id) => {
    const view = views.get(id)
    if (!view) return []
    return [
      {
        kind: 'lot' as const,
        id,
        node: { kind: 'lot' as const, id },
        serial: null,
        label: view.item,
        detail: lotLabel(view),
      },
    ]
  })
}
