import { AppError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import type { pantry } from '../../shared/api/pantry.ts'
import { voidBlockers } from '../../shared/domain/voiding.ts'
import { batchesUsing } from '../db/repos/batches.ts'
import { pours } from '../db/repos/bins.ts'
import { lotsById, lotsOfReceipt } from '../db/repos/lots.ts'
import { standingMovements, takeAllBack } from '../db/repos/movements.ts'
import { receiptById } from '../db/repos/receipts.ts'
import { insertVoid, voidReason } from '../db/repos/voids.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { say } from '../../shared/words/say.ts'

/** Takes back a shopping trip recorded by mistake. Refused once a batch used some of it, naming which. */
export async function voidReceipt(
  input: Input<typeof pantry.voidReceipt>,
  context: Context,
): Promise<Output<typeof pantry.voidReceipt>> {
  return await command(context, input, async ({ db, seq }) => {
    const taken = { day: await kitchenToday(db, context), seq, reason: input.reason }
    await undoReceipt(db, input.receiptId, taken)
    return { receiptId: input.receiptId }
  })
}

/** Takes a shopping trip back. @throws AppError `rule_violation` naming what used some of it */
export async function undoReceipt(
  db: Db,
  receiptId: number,
  taken: { readonly day: string; readonly seq: number; readonly reason: string },
): Promise<void> {
  const receipt = await receiptById(db, receiptId)
  if (!receipt) throw notFound(say('This shopping trip'))
  const lots = await lotsOfReceipt(db, receipt.id)
  const usedBy: string[] = []
  for (const lot of lots) usedBy.push(...(await batchesUsing(db, lot.id)))
  const ids = lots.map((lot) => lot.id)
  const bins = await lotsById(
    db,
    (await pours(db, 'lot_id', ids)).map((pour) => pour.bin_lot_id),
  )
  const blockers = voidBlockers({
    alreadyVoid: (await voidReason(db, 'receipt', receipt.id)) !== undefined,
    sentTo: [],
    usedBy: [
      ...[...new Set(usedBy)].map((number) => say('batch {number}', { number })),
      ...[...bins.values()].map((lot) => say('what was poured into {bin}', { bin: lot.bin ?? say('a bin') })),
    ],
  })
  if (blockers.length > 0)
    throw new AppError({
      code: 'rule_violation',
      message: say('This shopping trip cannot be taken back because of {blockers}. Void what used it first.', {
        blockers: blockers.join(` ${say('and')} `),
      }),
      blockers,
    })
  for (const lot of lots) await takeAllBack(db, await standingMovements(db, 'lot_id', lot.id), taken)
  await insertVoid(db, { kind: 'receipt', id: receipt.id, reason: taken.reason, seq: taken.seq })
}
