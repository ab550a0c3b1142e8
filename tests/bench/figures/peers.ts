import type Database from 'better-sqlite3'
import type { Figure } from '../figure.ts'
import type { BenchKitchen } from '../kitchens/kitchenOf.ts'
import { medianOf, p95Of, sideBySide } from '../timing.ts'
import { heaviestLots, SQL_ALONE } from './reading.ts'

/*
 * The ways in which open-source trace systems walk a genealogy, each on the same record and with the right index: what
 * is compared is the pattern, not a program. All give the same batches.
 */
type Walk = (db: Database.Database, lotId: number) => Set<number>

/** What it is called, how it goes, and how many times faster one statement must be. */
export type PeerWay = readonly [what: string, way: (db: Database.Database) => Walk, faster: number]

/** One recursive statement on ids, deduplicated: the statement of main/db/repos/genealogy.ts. */
function atOnce(db: Database.Database): Walk {
  return idsOf(
    db,
    `WITH RECURSIVE ahead (id) AS (
       SELECT batch_id FROM edge WHERE lot_id = ?
       UNION SELECT edge.batch_id FROM ahead CROSS JOIN edge ON edge.made_by = ahead.id
     ) SELECT id FROM ahead`,
  )
}

/** One query for each lot and batch that is reached, as object mappers do: the lot’s uses, then each use’s batch, then its lots. */
function nodeByNode(db: Database.Database): Walk {
  const usesOf = db.prepare<[number], { batch_id: number }>('SELECT * FROM edge WHERE lot_id = ?')
  const batchOf = db.prepare<[number], { id: number }>('SELECT * FROM batch WHERE id = ?')
  const lotsOf = db.prepare<[number], { id: number }>('SELECT * FROM lot WHERE batch_id = ?')
  return (_, lotId) => {
    const batches = new Set<number>()
    const open = [lotId]
    for (let lot = open.pop(); lot !== undefined; lot = open.pop())
      for (const { batch_id } of usesOf.all(lot)) {
        if (batches.has(batch_id)) continue
        batches.add(batch_id)
        const batch = batchOf.get(batch_id)
        for (const { id } of lotsOf.all(batch?.id ?? 0)) open.push(id)
      }
    return batches
  }
}

/** One query for each level, the ids of the level before written into it. */
function levelByLevel(db: Database.Database): Walk {
  const first = db.prepare<[number], number>('SELECT DISTINCT batch_id FROM edge WHERE lot_id = ?').pluck()
  return (_, lotId) => {
    const batches = new Set<number>()
    let level = first.all(lotId)
    while (level.length > 0) {
      for (const id of level) batches.add(id)
      level = db
        .prepare<[], number>(`SELECT DISTINCT batch_id FROM edge WHERE made_by IN (${level.join(',')})`)
        .pluck()
        .all()
        .filter((id) => !batches.has(id))
    }
    return batches
  }
}

/** Every path on its own, as statements do that remove nothing twice reached: only where the paths can be counted. */
export const everyPath: PeerWay = [
  'every path on its own',
  (db) =>
    idsOf(
      db,
      `WITH RECURSIVE path (id) AS (
       SELECT batch_id FROM edge WHERE lot_id = ?
       UNION ALL SELECT edge.batch_id FROM path CROSS JOIN edge ON edge.made_by = path.id
     ) SELECT DISTINCT id FROM path`,
    ),
  4,
]

/** Every batch once for each depth at which it is reached, as statements do that count the levels. */
export const everyDepth: PeerWay = [
  'every batch at every depth',
  (db) =>
    idsOf(
      db,
      `WITH RECURSIVE reached (id, depth) AS (
       SELECT batch_id, 1 FROM edge WHERE lot_id = ?
       UNION SELECT edge.batch_id, depth + 1 FROM reached CROSS JOIN edge ON edge.made_by = reached.id
     ) SELECT DISTINCT id FROM reached`,
    ),
  4,
]

function idsOf(db: Database.Database, sql: string): Walk {
  const ids = db.prepare<[number], number>(sql).pluck()
  return (_, lotId) => new Set(ids.all(lotId))
}

/** One trace in one statement, against the ways of others, on lots that reached more than 200 batches. */
export function peerFigures(bench: BenchKitchen<unknown>, rounds: number): Promise<Figure[]> {
  return walks(bench, heaviestLots(bench), rounds, [
    ['one query for each lot and batch', nodeByNode, 4],
    ['one query for each level', levelByLevel, 1],
  ])
}

/** The same where one bought lot is in everything, and the trace as a list through the door against its SQL alone. */
export async function shapeFigures(
  bench: BenchKitchen<{ readonly lotId: number }>,
  shape: string,
  rounds: number,
  ways: readonly PeerWay[],
): Promise<Figure[]> {
  const { lotId } = bench.marks
  const figures = [
    await listFigure(bench, rounds),
    ...(await walks(bench, [lotId], rounds, [
      ['one query for each lot and batch', nodeByNode, 1],
      ['one query for each level', levelByLevel, 1],
    ])),
    ...(await walks(bench, [lotId], Math.min(rounds, 5), ways)),
  ]
  return figures.map((figure) => ({ ...figure, work: `${shape}: ${inSentence(figure.work)}` }))
}

function inSentence(work: string): string {
  return work.charAt(0).toLowerCase() + work.slice(1)
}

async function listFigure(bench: BenchKitchen<{ readonly lotId: number }>, rounds: number): Promise<Figure> {
  const node = { kind: 'lot', id: bench.marks.lotId } as const
  const list = async () => await bench.kitchen.api.trace.list({ node, direction: 'forward', limit: 5000 })
  const { batches, lots } = await list()
  const times = await sideBySide(rounds, list, await bench.floorOf(list))
  const floor = { what: SQL_ALONE, median: medianOf(times.other) }
  const bar = batches + lots > 200 ? { times: 2 } : { ms: 100 }
  return { work: 'The trace, as a list', median: medianOf(times.one), p95: p95Of(times.one), floor, bar }
}

async function walks(
  { raw }: BenchKitchen<unknown>,
  lots: readonly number[],
  rounds: number,
  ways: readonly PeerWay[],
): Promise<Figure[]> {
  const own = atOnce(raw)
  const reached = lots.map((id) => own(raw, id))
  const work = `Every batch reached by ${lots.length === 1 ? 'a lot' : `${lots.length} lots`} (${reached.reduce((sum, { size }) => sum + size, 0)} batches)`
  const figures: Figure[] = []
  for (const [what, way, atLeastTimes] of ways) {
    const other = way(raw)
    lots.forEach((id, at) => {
      const [there, here] = [other(raw, id), reached[at] ?? new Set()]
      if (there.size !== here.size || [...there].some((batch) => !here.has(batch)))
        throw new Error(`${what}: other batches`)
    })
    const times = await sideBySide(
      rounds,
      () => lots.forEach((id) => own(raw, id)),
      () => lots.forEach((id) => other(raw, id)),
    )
    figures.push({
      work,
      median: medianOf(times.one),
      p95: p95Of(times.one),
      floor: { what, median: medianOf(times.other) },
      bar: { atLeastTimes },
    })
  }
  return figures
}
