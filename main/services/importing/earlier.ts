import { usesOfBatches } from '../../db/repos/batches.ts'
import { batchesLeanedOn } from '../../db/repos/importKnown.ts'
import { doneElsewhere, filesOfImports } from '../../db/repos/imports.ts'
import { rangesOfMovement, standingMovements } from '../../db/repos/movements.ts'
import { shipmentLines } from '../../db/repos/shipments.ts'
import type { Db } from '../../db/schema.ts'
import type { Store } from '../../db/store.ts'
import type { SerialRange } from '../../../shared/domain/serialRange.ts'
import type { Pace } from './pace.ts'
import type { Made } from './plan.ts'

interface Done {
  readonly id: number
  readonly importId: number
  readonly naturalKey: string
  readonly made: Made
}

/** What earlier imports brought and still stands, as far as this one comes from the same file. */
export interface Earlier {
  /** Records with the same content, taken one by one. */
  readonly same: Map<string, Done[]>
  /** Records of an earlier state of this file that are not in it as they were, by natural key. */
  readonly changed: Map<string, Done[]>
  /** The same, where a natural key counts how often it came: by the key without that count, which others moved. */
  readonly changedAlike: Map<string, Done[]>
  readonly uses: ReadonlyMap<number, readonly Taken[]>
  readonly sent: ReadonlyMap<number, readonly Taken[]>
  /** Batches among them of which something was sent, used or poured since. */
  readonly leaned: ReadonlySet<number>
}

/** What is on hand again once it is taken back: in base units, and which ones of a lot made here. */
interface Taken {
  readonly lotId: number
  readonly base: number
  readonly ranges: readonly SerialRange[]
}

/**
 * Finds what this import brought before: rows that say the same add nothing, and of the rest those that an earlier
 * state of the same file said otherwise. A file is the same by its name, or by half of what it says.
 */
export async function readEarlier(
  store: Store,
  groups: readonly { readonly contentKey: string }[],
  { importId, files }: { readonly importId: number; readonly files: readonly string[] },
  pace: Pace,
): Promise<Earlier> {
  const wanted = new Map<string, number>()
  for (const group of groups) wanted.set(group.contentKey, (wanted.get(group.contentKey) ?? 0) + 1)
  const same = new Map<string, Done[]>()
  const rest = new Map<number, Done[]>()
  const matched = new Map<number, number>()
  // What this import itself brought is not planned again.
  for await (const row of doneBefore(store, importId)) {
    const done: Done = { id: row.id, importId: row.import_id, naturalKey: row.natural_key, made: madeOf(row.made) }
    const open = wanted.get(row.content_key) ?? 0
    if (open > 0) {
      wanted.set(row.content_key, open - 1)
      addTo(same, row.content_key, done)
      matched.set(row.import_id, (matched.get(row.import_id) ?? 0) + 1)
    } else addTo(rest, row.import_id, done)
    await pace()
  }
  const names = new Set(files.map(baseName))
  const sameFile = new Set(
    (await store.read(filesOfImports)).filter((row) => names.has(baseName(row.file))).map((row) => row.import_id),
  )
  const changed = new Map<string, Done[]>()
  const changedAlike = new Map<string, Done[]>()
  for (const [id, records] of rest) {
    if (!sameFile.has(id) && (matched.get(id) ?? 0) < records.length) continue
    for (const done of records) {
      addTo(changed, done.naturalKey, done)
      addTo(changedAlike, done.naturalKey.replace(/\|\d+$/, ''), done)
    }
  }
  const took = await store.read(async (db) => await whatTheyTook(db, [...changed.values()].flat()))
  return { same, changed, changedAlike, ...took }
}

const AT_ONCE = 1000

async function* doneBefore(store: Store, importId: number) {
  for (let last = 0; ;) {
    const after = last
    const rows = await store.read(async (db) => await doneElsewhere(db, importId, after, AT_ONCE))
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}

function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

async function whatTheyTook(db: Db, changed: readonly Done[]): Promise<Pick<Earlier, 'uses' | 'sent' | 'leaned'>> {
  const batchIds = changed.flatMap(({ made }) => made.batchId ?? [])
  const uses = new Map<number, Taken[]>()
  for (const use of await usesOfBatches(db, batchIds))
    uses.set(use.batch_id, [...(uses.get(use.batch_id) ?? []), ...(await takenBy(db, 'batch_use_id', use.id))])
  const sent = new Map<number, Taken[]>()
  for (const line of await shipmentLines(
    db,
    'shipment_id',
    changed.flatMap(({ made }) => made.shipmentId ?? []),
  ))
    sent.set(line.shipment_id, [
      ...(sent.get(line.shipment_id) ?? []),
      ...(await takenBy(db, 'shipment_line_id', line.id)),
    ])
  return { uses, sent, leaned: await batchesLeanedOn(db, batchIds) }
}

async function takenBy(db: Db, column: 'batch_use_id' | 'shipment_line_id', id: number): Promise<Taken[]> {
  const taken: Taken[] = []
  for (const { id: movementId, lot_id: lotId, delta } of await standingMovements(db, column, id))
    taken.push({ lotId, base: -delta, ranges: await rangesOfMovement(db, movementId) })
  return taken
}

/** `purchases (2).csv`, `Purchases - Copy.csv` and `purchases.csv` are one file. */
function baseName(file: string): string {
  return file
    .toLowerCase()
    .replace(/\.[a-z]+$/, '')
    .replace(/(?:\s*\(\d+\)|[\s_-]+copy(?:\s*\d+)?|[\s_-]+v?\d{1,3})$/, '')
    .trim()
}

export function madeOf(json: string | null): Made {
  return json === null ? {} : (JSON.parse(json) as Made)
}
