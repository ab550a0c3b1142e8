import { AppError } from '../../shared/api/errors.ts'
import type { corrections } from '../../shared/api/corrections.ts'
import type { Input } from '../../shared/api/operation.ts'
import { wayBack } from '../../shared/domain/cycle.ts'
import { addEdge, batchesById, batchesUsing, removeEdges, usesOfBatches } from '../db/repos/batches.ts'
import { type Change, endUse } from '../db/repos/corrections.ts'
import { batchesBehind, edgesInto } from '../db/repos/genealogy.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import { standingMovements, takeAllBack } from '../db/repos/movements.ts'
import type { Db } from '../db/schema.ts'
import type { Correcting } from './correcting.ts'
import { settleEmptiedBins } from './emptiedBins.ts'
import { takeUse } from './batchRecording.ts'
import { type CheckedUse, checkUses } from './batchUses.ts'
import { moveUses } from './correctedDay.ts'
import { lotLabel } from './lotRow.ts'
import { inEnglish } from './speech.ts'
import { say } from '../../shared/words/say.ts'

type Rows = NonNullable<Input<typeof corrections.save>['uses']>
type Standing = Awaited<ReturnType<typeof usesOfBatches>>[number]

/** Ends the ingredient rows that differ from what is given, writes the right ones, and lets stock and trace follow. */
export async function correctUses(db: Db, correcting: Correcting, rows: Rows | null): Promise<Change[]> {
  const { batch, madeOn } = correcting
  const changes = rows === null ? [] : await replaceUses(db, correcting, rows)
  if (madeOn !== batch.made_on) await moveUses(db, correcting)
  return changes
}

async function replaceUses(db: Db, correcting: Correcting, rows: Rows): Promise<Change[]> {
  const { batch, madeOn, correctionId, seq, today, reason } = correcting
  const standing = await usesOfBatches(db, [batch.id])
  const byId = new Map(standing.map((use) => [use.id, use]))
  checkRowsStand(rows, byId)
  const kept = new Set(rows.filter((row) => sameRow(byId.get(row.useId ?? 0), row)).map((row) => row.useId))
  const ended = standing.filter((use) => !kept.has(use.id))
  const written = [...rows.entries()].filter(([, row]) => !kept.has(row.useId))
  if (ended.length === 0 && written.length === 0) return []

  for (const use of ended.toReversed()) {
    await takeAllBack(db, await standingMovements(db, 'batch_use_id', use.id), { day: today, seq, reason })
    await endUse(db, use.id, correctionId)
  }
  const checked = await checkRows(db, correcting, written)
  await refuseCycles(db, correcting, written, checked)

  const last = Math.max(0, ...standing.map((use) => use.line))
  for (const [at, use] of checked.entries()) {
    const line = byId.get(written[at]?.[1].useId ?? 0)?.line ?? last + 1 + at
    await takeUse(db, { batchId: batch.id, line, use, day: madeOn, seq, correctionId })
  }
  await redrawEdges(db, batch.id)
  await settleEmptiedBins(db, { day: madeOn, seq })
  return await changesOf(db, ended, written, checked)
}

function checkRowsStand(rows: Rows, standing: ReadonlyMap<number, Standing>): void {
  const ids = rows.flatMap((row) => row.useId ?? [])
  if (ids.every((id) => standing.has(id)) && new Set(ids).size === ids.length) return
  throw new AppError({
    code: 'conflict',
    message: say('This batch was corrected in the meantime. Open the correction again to see it as it is now.'),
  })
}

function sameRow(use: Standing | undefined, row: Rows[number]): boolean {
  return use?.item_id === row.itemId && use.lot_id === row.lotId && use.typed === row.quantity
}

/** As for a new batch, but that a lot held or past its date now may well have been used then. */
async function checkRows(db: Db, correcting: Correcting, written: readonly (readonly [number, Rows[number]])[]) {
  try {
    const uses = written.map(([, row]) => ({ ...row, basis: 'confirmed' as const }))
    return await checkUses(db, { madeOn: correcting.madeOn, uses }, { past: true })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw await atTheirRows(db, error, written, correcting.batch.lot_number)
  }
}

/** The same refusal at the rows of the form, naming the batches that have the rest of a lot that is short. */
async function atTheirRows(
  db: Db,
  { body }: AppError,
  written: readonly (readonly [number, Rows[number]])[],
  own: string,
) {
  const fields: Record<string, string> = {}
  for (const [path, sentence] of Object.entries(body.fields ?? {})) {
    const [, index = '', name = ''] = path.split('.')
    const [at, row] = written[Number(index)] ?? []
    const users = row?.lotId && name === 'quantity' ? await batchesUsing(db, row.lotId) : []
    const others = users.filter((number) => number !== own)
    const rest = others.length === 0 ? '' : ` ${say('The rest went into {batches}.', { batches: others.join(', ') })}`
    fields[at === undefined ? path : `uses.${at}.${name}`] = sentence + rest
  }
  const sentences = Object.values(fields)
  return new AppError({
    ...body,
    message: sentences[0] ?? body.message,
    fields,
    ...(body.blockers ? { blockers: sentences } : {}),
  })
}

/** @throws AppError `rule_violation` with the whole way, where a batch would be made with itself */
async function refuseCycles(
  db: Db,
  { batch }: Correcting,
  written: readonly (readonly [number, Rows[number]])[],
  checked: readonly CheckedUse[],
): Promise<void> {
  for (const [at, { lot }] of checked.entries()) {
    if (!lot?.batch_id) continue
    const edges = await edgesInto(db, await batchesBehind(db, [lot.batch_id]))
    const way = wayBack(
      edges.map((edge) => ({ batchId: edge.batch_id, lotId: edge.lot_id, madeBy: edge.made_by })),
      lot.batch_id,
      batch.id,
    )
    if (!way) continue
    const numbers = await batchesById(db, way)
    const names = way.map((id) => numbers.get(id)?.lot_number ?? '')
    const message =
      way.length === 1
        ? say('{lotNumber} cannot be made with itself. Choose another lot.', { lotNumber: batch.lot_number })
        : say('{lotNumber} cannot be made with {other}, which was itself made with it: {way}. Choose another lot.', {
            lotNumber: batch.lot_number,
            other: names[0] ?? '',
            way: names.join(`, ${say('made with')} `),
          })
    const field = `uses.${written[at]?.[0] ?? 0}.lotId`
    throw new AppError({ code: 'rule_violation', message, fields: { [field]: message }, blockers: names })
  }
}

async function redrawEdges(db: Db, batchId: number): Promise<void> {
  await removeEdges(db, batchId)
  const uses = await usesOfBatches(db, [batchId])
  const lots = await lotsById(
    db,
    uses.flatMap((use) => use.lot_id ?? []),
  )
  for (const lot of lots.values()) await addEdge(db, batchId, lot)
}

async function changesOf(
  db: Db,
  ended: readonly Standing[],
  written: readonly (readonly [number, Rows[number]])[],
  checked: readonly CheckedUse[],
): Promise<Change[]> {
  const lots = await lotsById(
    db,
    ended.flatMap((use) => use.lot_id ?? []),
  )
  const old = new Map(ended.map((use) => [use.id, rowInWords(use.typed, lots.get(use.lot_id ?? 0))]))
  const replaced = new Set<number>()
  const changes = checked.map((use, at): Change => {
    const useId = written[at]?.[1].useId ?? 0
    replaced.add(useId)
    return {
      fact: use.item.name,
      old: old.get(useId) ?? null,
      new: rowInWords(use.quantity.text, use.lot ?? undefined),
    }
  })
  const removed = ended.filter((use) => !replaced.has(use.id))
  return [...changes, ...removed.map((use) => ({ fact: use.item, old: old.get(use.id) ?? null, new: null }))]
}

/** Kept in the record, so in English. */
function rowInWords(typed: string, lot: LotView | undefined): string {
  return `${typed}, ${lot ? inEnglish(() => lotLabel(lot)) : 'lot not recorded'}`
}
