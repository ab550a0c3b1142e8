import { notFound } from '../../shared/api/errors.ts'
import type { TraceNode, TraceRow } from '../../shared/api/trace.ts'
import { batchById } from '../db/repos/batches.ts'
import { itemsNamed, namesOf } from '../db/repos/finding.ts'
import { lotById } from '../db/repos/lots.ts'
import { shipmentById } from '../db/repos/shipments.ts'
import type { Db } from '../db/schema.ts'
import { batchLine, blankRow, lotLine } from './traceLines.ts'
import { sayDay } from '../../shared/words/day.ts'
import { say, sayWord } from '../../shared/words/say.ts'

/** The line that a trace begins with; a lot that was made here is its batch. @throws AppError `not_found` */
export async function rootRow(db: Db, node: TraceNode): Promise<TraceRow> {
  const row = await rowOf(db, node)
  if (row) return row
  throw notFound(say('What you want to trace'))
}

async function rowOf(db: Db, node: TraceNode): Promise<TraceRow | undefined> {
  const { kind, id } = node
  switch (kind) {
    case 'batch': {
      const batch = await batchById(db, id)
      return batch && batchLine(batch)
    }
    case 'lot': {
      const lot = await lotById(db, id)
      if (lot?.batch_id) return await rootRow(db, { kind: 'batch', id: lot.batch_id })
      return lot && lotLine(lot)
    }
    case 'shipment': {
      const shipment = await shipmentById(db, id)
      if (!shipment) return undefined
      const taken = shipment.void_reason === null ? '' : say('taken back')
      return {
        ...many(node, 'shipment', shipment.place ?? sayWord(shipment.purpose)),
        detail: [sayDay(shipment.sent_on), shipment.reference, taken].filter(Boolean).join(', '),
        day: shipment.sent_on,
      }
    }
    case 'item': {
      const [item] = await itemsNamed(db, [id])
      return item && many({ kind, id: item.id }, item.kind, item.name)
    }
    case 'supplier':
    case 'place':
    case 'person':
    case 'equipment': {
      const [named] = await namesOf(db, kind, [id])
      return named && many(node, kind, named.name)
    }
  }
}

function many(node: TraceNode, what: TraceRow['what'], label: string): TraceRow {
  return { ...blankRow, node, what, label, opens: true }
}
