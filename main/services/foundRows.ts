import type { Output } from '../../shared/api/operation.ts'
import type { trace } from '../../shared/api/trace.ts'
import type { CodeReading } from '../../shared/domain/codeReadings.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { batchesById } from '../db/repos/batches.ts'
import { batchesWithKeys, shipmentsById, unitRangesOf } from '../db/repos/finding.ts'
import { lotsById } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { lotLabel } from './lotRow.ts'
import { batchLine } from './traceLines.ts'
import { say, sayWord } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

export type Found = Output<typeof trace.find>

/** Units: a batch's number with up to six more digits behind it that are no more than the units made. */
export async function unitsNamed(db: Db, named: readonly CodeReading[]): Promise<Found> {
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
  const ids = rows.map((row) => row.id)
  const views = await batchesById(db, ids)
  const ranges = await unitRangesOf(db, ids)
  return readings.flatMap(({ key, serial }) => {
    const row = rows.find((each) => each.lot_key === key)
    const view = row && views.get(row.id)
    const range = ranges.find((each) => each.batch_id === view?.id && each.first <= serial && serial <= each.last)
    if (!view || !range) return []
    const node = { kind: 'batch', id: view.id } as const
    const label = unitNumber(view.lot_number, serial)
    return [{ kind: 'unit' as const, id: view.id, node, serial, label, detail: range.product }]
  })
}

export async function batchResults(db: Db, ids: readonly number[]): Promise<Found> {
  const views = await batchesById(db, ids)
  return ids.flatMap((id) => {
    const view = views.get(id)
    if (!view) return []
    const { label, detail } = batchLine(view)
    return [{ kind: 'batch' as const, id, node: { kind: 'batch' as const, id }, serial: null, label, detail }]
  })
}

export async function lotResults(db: Db, ids: readonly number[]): Promise<Found> {
  const views = await lotsById(db, ids)
  return ids.flatMap((id) => {
    const view = views.get(id)
    if (!view) return []
    const node = { kind: 'lot' as const, id }
    return [{ kind: 'lot' as const, id, node, serial: null, label: view.item, detail: lotLabel(view) }]
  })
}

export async function shipmentResults(db: Db, ids: readonly number[]): Promise<Found> {
  const rows = await shipmentsById(db, ids)
  return rows.map(({ id, sent_on, reference, purpose, place, void_reason }) => ({
    kind: 'shipment',
    id,
    node: { kind: 'shipment', id },
    serial: null,
    label: place ?? sayWord(purpose),
    detail: `${
      void_reason === null
        ? say('sent {day}', { day: sayDay(sent_on) })
        : say('taken back: sent {day}', { day: sayDay(sent_on) })
    }${reference ? `, ${reference}` : ''}`,
  }))
}
