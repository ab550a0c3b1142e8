import type { Input, Output } from '../../shared/api/operation.ts'
import type { TraceNode, trace, TraceRow } from '../../shared/api/trace.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { batchById } from '../db/repos/batches.ts'
import { lotsOfBatch } from '../db/repos/lots.ts'
import { whereUnitsAre } from '../db/repos/unitPlaces.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from './context.ts'
import { rootRow } from './traceRoot.ts'
import { nodeKey } from './traceLines.ts'
import { rowsBelow } from './traceRows.ts'
import { sayDay } from '../../shared/words/day.ts'
import { say } from '../../shared/words/say.ts'

export async function openTrace(
  { node, serial }: Input<typeof trace.open>,
  { store }: Context,
): Promise<Output<typeof trace.open>> {
  return await store.read(async (db) => {
    const row = await rootRow(db, node)
    return { row, unit: serial && node.kind === 'batch' ? await unitPlace(db, node.id, serial) : null }
  })
}

export async function traceChildren(
  { node, direction, period }: Input<typeof trace.children>,
  { store }: Context,
): Promise<Output<typeof trace.children>> {
  return await store.read(async (db) => {
    await rootRow(db, node)
    return (await rowsBelow(db, [node], direction, period)).get(nodeKey(node)) ?? []
  })
}

/**
 * A whole trace as a nested list. Level by level every new node is opened once, so that a diamond costs what a line
 * costs; a node that comes again is listed under each parent and marked, and its own lines are listed once.
 */
export async function listTrace(
  { node, direction, period, from, limit }: Input<typeof trace.list>,
  { store }: Context,
): Promise<Output<typeof trace.list>> {
  return await store.read(async (db) => {
    const root = await rootRow(db, node)
    const below = new Map<string, TraceRow[]>()
    let frontier = [node]
    while (frontier.length > 0) {
      for (const [key, rows] of await rowsBelow(db, frontier, direction, period)) below.set(key, rows)
      const next = new Map<string, TraceNode>()
      for (const parent of frontier)
        for (const row of below.get(nodeKey(parent)) ?? [])
          if (row.node && row.opens && !below.has(nodeKey(row.node))) next.set(nodeKey(row.node), row.node)
      frontier = [...next.values()]
    }
    // What a batch is a sibling of is not a sibling of its own.
    if (direction === 'siblings')
      for (const [key, rows] of below) if (key !== nodeKey(node)) below.set(key, rows.filter(others(node)))
    const rows = flatten(root, below)
    const reached = new Set(rows.flatMap((row) => (row.node ? [nodeKey(row.node)] : [])))
    const count = (kind: TraceNode['kind']) => [...reached].filter((key) => key.startsWith(`${kind} `)).length
    return { total: rows.length, lots: count('lot'), batches: count('batch'), rows: rows.slice(from, from + limit) }
  })
}

function others(of: TraceNode) {
  return ({ node }: TraceRow) => node === null || nodeKey(node) !== nodeKey(of)
}

type ListRow = Output<typeof trace.list>['rows'][number]

/** Depth first, without recursion: a chain of any length is listed. */
function flatten(root: TraceRow, below: ReadonlyMap<string, TraceRow[]>): ListRow[] {
  const listed = new Set<string>()
  const rows: ListRow[] = []
  const waiting: { row: TraceRow; level: number }[] = [{ row: root, level: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { row, level } = next
    const key = row.node ? nodeKey(row.node) : undefined
    const children = key === undefined ? [] : (below.get(key) ?? [])
    const seenAbove = key !== undefined && listed.has(key) && children.length > 0
    rows.push({ ...row, level, seenAbove })
    if (key === undefined || seenAbove) continue
    listed.add(key)
    for (const child of children.toReversed()) waiting.push({ row: child, level: level + 1 })
  }
  return rows
}

/** Where one unit is, and whether that is known by its number or follows from a range. */
async function unitPlace(db: Db, batchId: number, serial: number) {
  const batch = await batchById(db, batchId)
  const lots = await lotsOfBatch(db, batchId)
  const places = await whereUnitsAre(
    db,
    lots.map((lot) => lot.id),
  )
  const place = places.find((each) => each.first <= serial && serial <= each.last)
  const number = unitNumber(batch?.lot_number ?? '', serial)
  if (!place) return { number, lotId: null, product: '', where: say('no unit of that number was made'), basis: '' }
  const product = lots.find((lot) => lot.id === place.lot_id)?.item ?? ''
  const basis =
    place.basis === 'range' ? say('by range, not by scan') : place.basis === 'typed' ? say('by its number') : ''
  return {
    number,
    lotId: place.lot_id,
    product,
    where: `${place.where}${place.day === null ? '' : `, ${sayDay(place.day)}`}`,
    basis,
  }
}
