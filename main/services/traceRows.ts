import type { Direction, Period, TraceNode, TraceRow } from '../../shared/api/trace.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { batchesById, usesOfBatches } from '../db/repos/batches.ts'
import { pours } from '../db/repos/bins.ts'
import { countBatchesOfLots, usesOfLots } from '../db/repos/genealogy.ts'
import { lotsById, outputLots } from '../db/repos/lots.ts'
import { shipmentLines } from '../db/repos/shipments.ts'
import { type UnitPlace, whereUnitsAre } from '../db/repos/unitPlaces.ts'
import type { Db } from '../db/schema.ts'
import { batchLine, blankRow, lotLine, nodeKey, unknownLot } from './traceLines.ts'
import { sharedBelow, siblingsBelow } from './traceSiblings.ts'
import { manyBelow, sentBelow } from './tracePeriods.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import { countOf } from '../../shared/words/counted.ts'
import { say } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

type Below = Map<string, TraceRow[]>
type LotUse = Awaited<ReturnType<typeof usesOfLots>>[number]

/** The next level below some nodes, all fetched together: one set of statements however many nodes there are. */
export async function rowsBelow(
  db: Db,
  nodes: readonly TraceNode[],
  direction: Direction,
  period: Period,
): Promise<Below> {
  const ids = (kind: TraceNode['kind']) => nodes.filter((node) => node.kind === kind).map((node) => node.id)
  const below: Below = new Map(nodes.map((node) => [nodeKey(node), []]))
  if (direction === 'backward') {
    await usesBelow(db, ids('batch'), below)
    await suppliersBelow(db, ids('lot'), below)
    await pouredBelow(db, ids('lot'), 'bin_lot_id', below)
    await shippedBelow(db, ids('shipment'), below)
    await sentBelow(db, nodes, period, below)
  } else if (direction === 'siblings') {
    await sharedBelow(db, ids('batch'), below)
    await siblingsBelow(db, ids('lot'), below)
  } else {
    await manyBelow(db, nodes, period, below)
    await pouredBelow(db, ids('lot'), 'lot_id', below)
    await batchesBelow(db, ids('lot'), below)
    await placesBelow(db, ids('batch'), below)
  }
  return below
}

/** Backward from batches: the lots and batches that went in. */
async function usesBelow(db: Db, batchIds: readonly number[], below: Below): Promise<void> {
  const uses = await usesOfBatches(db, batchIds)
  const lots = await lotsById(db, [...new Set(uses.flatMap((use) => use.lot_id ?? []))])
  const batches = await batchesById(db, [...new Set([...lots.values()].flatMap((lot) => lot.batch_id ?? []))])
  const taken = await countBatchesOfLots(db, [...lots.keys()])
  for (const use of uses) {
    const lot = use.lot_id === null ? undefined : lots.get(use.lot_id)
    // A lot on two lines of a batch, and the batches of a void one, are no others.
    const others = Math.max(0, (taken.get(lot?.id ?? 0) ?? 0) - 1)
    const maker = lot?.batch_id ? batches.get(lot.batch_id) : undefined
    const rows = below.get(nodeKey({ kind: 'batch', id: use.batch_id }))
    if (!lot) rows?.push(unknownLot(use.item, use.typed))
    else if (maker)
      rows?.push({
        ...batchLine(maker),
        quantity: use.typed,
        basis: use.basis,
        held: lot.held === 1,
        here: lot.on_hand > 0,
        others,
      })
    else
      rows?.push({
        ...lotLine(lot),
        quantity: use.typed,
        basis: use.basis,
        others,
        opens: lot.supplier_id !== null || lot.bin_id !== null,
      })
  }
}

/** Backward from received lots: who sold them. */
async function suppliersBelow(db: Db, lotIds: readonly number[], below: Below): Promise<void> {
  for (const lot of (await lotsById(db, lotIds)).values()) {
    if (lot.supplier_id === null || lot.supplier === null) continue
    below.get(nodeKey({ kind: 'lot', id: lot.id }))?.push({
      ...blankRow,
      node: { kind: 'supplier', id: lot.supplier_id },
      what: 'supplier',
      label: lot.supplier,
      detail:
        lot.received_on === null
          ? say('received date not recorded')
          : say('received {day}', { day: sayDay(lot.received_on) }),
      quantity: lot.typed,
      day: lot.received_on,
    })
  }
}

/** Backward from what a bin holds: the lots poured in. Forward from a lot: what bins held that it was poured into. */
async function pouredBelow(
  db: Db,
  lotIds: readonly number[],
  from: 'bin_lot_id' | 'lot_id',
  below: Below,
): Promise<void> {
  const found = await pours(db, from, lotIds)
  const to = from === 'lot_id' ? 'bin_lot_id' : 'lot_id'
  const lots = await lotsById(
    db,
    found.map((pour) => pour[to]),
  )
  for (const pour of found) {
    const lot = lots.get(pour[to])
    if (lot)
      below
        .get(nodeKey({ kind: 'lot', id: pour[from] }))
        ?.push({ ...lotLine(lot), quantity: pour.typed, day: pour.day })
  }
}

/** Backward from shipments: the batches that were sent. */
async function shippedBelow(db: Db, shipmentIds: readonly number[], below: Below): Promise<void> {
  const lines = await shipmentLines(db, 'shipment_id', shipmentIds)
  const batches = await batchesById(db, [...new Set(lines.map((line) => line.batch_id))])
  for (const line of lines) {
    const batch = batches.get(line.batch_id)
    if (!batch) continue
    below.get(nodeKey({ kind: 'shipment', id: line.shipment_id }))?.push({
      ...batchLine(batch),
      label: `${line.lot_number} ${line.product}`,
      quantity: countOf(line.units, line.unit),
      basis: line.basis,
    })
  }
}

/** Forward from received lots: the batches they went into, and what is left. */
async function batchesBelow(db: Db, lotIds: readonly number[], below: Below): Promise<void> {
  const uses = await usesOfLots(db, lotIds)
  const lineOf = await linesOfUsers(db, uses)
  for (const use of uses) below.get(nodeKey({ kind: 'lot', id: use.lot_id }))?.push(...lineOf(use))
  for (const lot of (await lotsById(db, lotIds)).values())
    if (lot.on_hand > 0)
      below.get(nodeKey({ kind: 'lot', id: lot.id }))?.push({
        ...blankRow,
        what: 'on hand',
        label: lot.held === 1 ? say('Left in the pantry, on hold') : say('Left in the pantry'),
        quantity: formatQuantity(lot.on_hand, lot.unit),
        held: lot.held === 1,
        here: true,
      })
}

/** Forward from batches: where every unit went, other batches included. */
async function placesBelow(db: Db, batchIds: readonly number[], below: Below): Promise<void> {
  const lots = await outputLots(db, batchIds)
  const several = new Set(lots.filter((lot, at) => lots[at - 1]?.batch_id === lot.batch_id).map((lot) => lot.batch_id))
  const lotIds = lots.map((lot) => lot.id)
  const places = Map.groupBy(await whereUnitsAre(db, lotIds), (place) => place.lot_id)
  const used = await usesOfLots(db, lotIds)
  const uses = Map.groupBy(used, (use) => use.lot_id)
  const lineOf = await linesOfUsers(db, used)
  for (const lot of lots) {
    const rows = below.get(nodeKey({ kind: 'batch', id: lot.batch_id ?? 0 }))
    const mine = (places.get(lot.id) ?? []).filter((place) => place.state !== 'used')
    for (const group of Map.groupBy(mine, (place) => `${place.state} ${place.shipment_id ?? place.where}`).values()) {
      const [place] = group
      if (!place) continue
      const units = group.reduce((sum, range) => sum + range.last - range.first + 1, 0)
      rows?.push({
        ...blankRow,
        node: place.shipment_id === null ? null : { kind: 'shipment', id: place.shipment_id },
        what: place.state === 'sent' ? 'shipment' : isStay(place.state) ? place.state : 'discarded',
        label: place.state === 'on hand' && lot.held === 1 ? say('on hand, on hold') : place.where,
        detail: lot.pack && several.has(lot.batch_id) ? `${lot.pack}, ${showRanges(group)}` : showRanges(group),
        quantity: countOf(units, lot.unit),
        day: place.day,
        basis: place.basis,
        held: place.state === 'on hand' && lot.held === 1,
        here: place.state === 'on hand',
      })
    }
    rows?.push(...(uses.get(lot.id) ?? []).flatMap(lineOf))
  }
}

/** Says of each use the batch that it went into; what is said of a batch is put together once. */
async function linesOfUsers(db: Db, uses: readonly LotUse[]): Promise<(use: LotUse) => TraceRow[]> {
  const batches = await batchesById(db, [...new Set(uses.map((use) => use.batch_id))])
  const lines = new Map([...batches].map(([id, batch]) => [id, batchLine(batch)]))
  return (use) => {
    const line = lines.get(use.batch_id)
    return line ? [{ ...line, quantity: use.typed, basis: use.basis }] : []
  }
}

/** States that a line of a trace is called after; the others read as discarded, with their own words beside. */
function isStay(state: UnitPlace['state']): state is 'on hand' | 'set aside' | 'sampled' | 'own use' {
  return state === 'on hand' || state === 'set aside' || state === 'sampled' || state === 'own use'
}
