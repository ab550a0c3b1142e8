import { AppError, fieldError } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { pantry } from '../../shared/api/pantry.ts'
import { binLotsHolding, followContents } from '../db/repos/bins.ts'
import { listSuppliers } from '../db/repos/directory.ts'
import { keepLotBefore, lotBefore } from '../db/repos/lotBefore.ts'
import { correctLotSource, type LotView } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context, kitchenToday, orNull } from './context.ts'
import { applyHoldRules } from './holds.ts'
import { knownLot, pastDay, supplierOf } from './pantry.ts'
import { say } from '../../shared/words/say.ts'

/** Corrects where a lot came from; what it was before stays in the history, and is put back by an undo. */
export async function correctLot(
  input: Input<typeof pantry.correctLot>,
  context: Context,
): Promise<Output<typeof pantry.correctLot>> {
  return await command(context, input, async ({ db, seq }) => {
    const row = await knownLot(db, input.lotId)
    if (row.batch_id !== null) throw fieldError('lotId', say('This lot was made here: correct its batch instead.'))
    if (row.bin_id !== null)
      throw fieldError('lotId', say('This is what a bin holds: correct the lots poured into it.'))
    const receivedOn = pastDay(input.receivedOn, await kitchenToday(db, context), 'receivedOn')
    const supplier = orNull(input.supplier)
    const costCents = input.costCents === undefined ? row.cost_cents : input.costCents
    const facts = { receivedOn, bestBy: orNull(input.bestBy), supplierLot: orNull(input.supplierLot), costCents }
    const change = changedFacts(row, { supplier, ...facts })
    if (change === '') throw fieldError('reason', say('Nothing is changed. Change a field, or go back.'))
    const supplierId = await supplierOf(db, supplier)
    await keepLotBefore(db, row, seq)
    await writeSource(db, row.id, { supplierId, ...facts }, { change, reason: input.reason, seq })
    return { lotId: row.id }
  })
}

/** Takes a correction of where a lot came from back, unless it was corrected again since. */
export async function takeLotCorrectionBack(
  db: Db,
  commandSeq: number,
  { seq, reason }: { readonly seq: number; readonly reason: string },
): Promise<void> {
  const before = await lotBefore(db, commandSeq)
  if (!before || !before.isLast)
    throw new AppError({
      code: 'rule_violation',
      message: before
        ? say('This lot was corrected again since. Correct it once more instead.')
        : say('What this lot was before is not kept so far back. Correct it once more instead.'),
      blockers: [say('a later correction')],
    })
  const row = await knownLot(db, before.lot_id)
  const { supplier_id: supplierId, received_on: receivedOn, best_by: bestBy, supplier_lot: supplierLot } = before
  const supplier = (await listSuppliers(db)).find((each) => each.id === supplierId)?.name ?? null
  const facts = { receivedOn, bestBy, supplierLot, costCents: before.cost_cents }
  const change = changedFacts(row, { supplier, ...facts })
  await keepLotBefore(db, row, seq)
  await writeSource(db, row.id, { supplierId, ...facts }, { change, reason, seq })
}

/** Writes the facts down, and lets bins and holds follow them. */
async function writeSource(
  db: Db,
  lotId: number,
  facts: Parameters<typeof correctLotSource>[2],
  why: Parameters<typeof correctLotSource>[3],
): Promise<void> {
  await correctLotSource(db, lotId, facts, why)
  for (const binLotId of await binLotsHolding(db, [lotId])) await followContents(db, binLotId)
  await applyHoldRules(db, lotId, why.seq)
}

/** Old and new of what a correction changes, in English for the record (lotHistory.ts says it); empty where nothing is. */
function changedFacts(
  row: LotView,
  now: {
    supplier: string | null
    receivedOn: string | null
    bestBy: string | null
    supplierLot: string | null
    costCents: number | null
  },
): string {
  const facts: readonly (readonly [string, string | null, string | null])[] = [
    ['supplier', row.supplier, now.supplier],
    ['received', row.received_on, now.receivedOn],
    ['best by', row.best_by, now.bestBy],
    ['supplier lot', row.supplier_lot, now.supplierLot],
    ['price', dollars(row.cost_cents), dollars(now.costCents)],
  ]
  return facts
    .filter(([, old, corrected]) => old !== corrected)
    .map(
      ([name, old, corrected]) => `${name} corrected from ${old ?? 'not recorded'} to ${corrected ?? 'not recorded'}`,
    )
    .join(', ')
}

function dollars(cents: number | null): string | null {
  return cents === null ? null : `$${(cents / 100).toFixed(2)}`
}
