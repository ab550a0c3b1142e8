import { countDiffering, lastEntry, revise } from '../../db/repos/importRevisions.ts'
import { clearSomePlans, insertRecords, nextRecordId, setImport, writeVerdicts } from '../../db/repos/imports.ts'
import type { Db } from '../../db/schema.ts'
import type { Store } from '../../db/store.ts'
import type { Draft } from './draft.ts'
import { openImport } from './openImport.ts'
import type { Pace } from './pace.ts'

/** What a plan is worked out from: the rows as they stand, and the record. */
export interface Seen {
  readonly revision: number
  readonly entry: number
}

export async function seenBy(db: Db, importId: number): Promise<Seen> {
  const { revision } = await openImport(db, importId)
  return { revision, entry: await lastEntry(db) }
}

/** An import whose rows are not all looked at says that it has seen this entry of the history, which there never is. */
export const NOT_LOOKED_AT = -1

const AT_ONCE = 1000

/**
 * Writes a plan, some hundred rows at a time so that others are answered in between. Until its last part is written the
 * import counts as not looked at. Nothing more is written once the rows or the record are not as they were.
 * @returns how many rows something else is said of than before, and whether all of it was written
 */
export async function writePlan(
  store: Store,
  importId: number,
  { draft, summary, seen }: { readonly draft: Draft; readonly summary: string; readonly seen: Seen },
  pace: Pace,
): Promise<{ readonly changed: number; readonly isWhole: boolean }> {
  const { records, verdicts, firstId } = draft
  let [changed, expected, written] = [0, seen.revision, 0]
  const part = async (work: (db: Db) => Promise<void>): Promise<boolean> => {
    const isDone = await store.write(async (db) => {
      const now = await seenBy(db, importId)
      if (now.revision !== expected || now.entry !== seen.entry || (await nextRecordId(db)) > firstId + written)
        return false
      await work(db)
      return true
    })
    await pace()
    return isDone
  }

  let isMore = true
  if (!(await part(async (db) => await revise(db, importId, NOT_LOOKED_AT)))) return { changed, isWhole: false }
  expected += 1
  while (isMore)
    if (!(await part(async (db) => void (isMore = await clearSomePlans(db, importId, AT_ONCE)))))
      return { changed, isWhole: false }
  for (const some of inParts(records)) {
    if (!(await part(async (db) => await insertRecords(db, importId, some)))) return { changed, isWhole: false }
    written += some.length
  }
  for (const [sheetId, rows] of Map.groupBy(verdicts, ([row]) => row.sheetId))
    for (const some of inParts(rows)) {
      const said = some.map(([row, { verdict, why, recordId }]) => [row.line, verdict, why, recordId] as const)
      const isDone = await part(async (db) => {
        changed += await countDiffering(db, sheetId, said)
        await writeVerdicts(db, sheetId, said)
      })
      if (!isDone) return { changed, isWhole: false }
    }
  const isWhole = await part(async (db) => {
    await setImport(db, importId, { summary })
    await revise(db, importId, seen.entry)
  })
  return { changed, isWhole }
}

function* inParts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += AT_ONCE) yield all.slice(from, from + AT_ONCE)
}
