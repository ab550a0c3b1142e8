import type { Period, TraceNode, TraceRow } from '../../shared/api/trace.ts'
import { batchesById } from '../db/repos/batches.ts'
import { batchesOfMany, lotsOfMany } from '../db/repos/manyOf.ts'
import { lotsById } from '../db/repos/lots.ts'
import { shipmentsOf } from '../db/repos/finding.ts'
import type { Db } from '../db/schema.ts'
import { batchLine, blankRow, lotLine, nodeKey } from './traceLines.ts'
import { sayDay } from '../../shared/words/day.ts'

type Below = Map<string, TraceRow[]>
type Many = 'supplier' | 'item' | 'person' | 'equipment' | 'place'

/** Forward from what stands for many, within a period: the lots of a supplier or an ingredient, the batches of the others. */
export async function manyBelow(db: Db, nodes: readonly TraceNode[], period: Period, below: Below): Promise<void> {
  for (const node of nodes) {
    if (!isMany(node.kind) || node.kind === 'place') continue
    const rows = below.get(nodeKey(node))
    if (node.kind === 'supplier' || node.kind === 'item') {
      const ids = await lotsOfMany(db, node.kind, node.id, period)
      const lots = await lotsById(db, ids)
      rows?.push(...ids.flatMap((id) => lots.get(id) ?? []).map((lot) => ({ ...lotLine(lot), quantity: lot.typed })))
    }
    if (node.kind === 'supplier') continue
    const ids = await batchesOfMany(db, node.kind, node.id, period)
    const batches = await batchesById(db, ids)
    rows?.push(...ids.flatMap((id) => batches.get(id) ?? []).map(batchLine))
  }
}

/** Backward from places: what was sent there within a period, the newest first. */
export async function sentBelow(db: Db, nodes: readonly TraceNode[], period: Period, below: Below): Promise<void> {
  for (const node of nodes.filter(({ kind }) => kind === 'place')) {
    const days = { from: period?.from ?? undefined, to: period?.to ?? undefined }
    for (const shipment of await shipmentsOf(db, { placeIds: [node.id], ...days, limit: MOST }))
      below.get(nodeKey(node))?.push({
        ...blankRow,
        node: { kind: 'shipment', id: shipment.id },
        what: 'shipment',
        label: sayDay(shipment.sent_on),
        detail: shipment.reference,
        day: shipment.sent_on,
        opens: true,
      })
  }
}

/** More deliveries to one place than any kitchen makes. */
const MOST = 100_000

function isMany(kind: TraceNode['kind']): kind is Many {
  return kind === 'supplier' || kind === 'item' || kind === 'person' || kind === 'equipment' || kind === 'place'
}
