import { AppError } from '../../shared/api/errors.ts'
import { containsRanges } from '../../shared/domain/serialRange.ts'
import { lotById } from '../db/repos/lots.ts'
import { rangesOfMovement, unitRanges } from '../db/repos/movements.ts'
import type { Db, MovementKind } from '../db/schema.ts'
import { lotLabel } from './lotRow.ts'
import { say } from '../../shared/words/say.ts'

/**
 * For counts and discards.
 * @throws AppError `rule_violation` where what a movement brought was used, or its units went elsewhere since
 */
export async function refuseMovedSince(
  db: Db,
  movement: { readonly id: number; readonly lot_id: number; readonly kind: MovementKind; readonly delta: number },
): Promise<void> {
  const { id, lot_id: lotId, kind, delta } = movement
  const lot = await lotById(db, lotId)
  // By where they are, not by what put them there: a later count that was taken back left them where they were.
  const state = delta > 0 ? 'on hand' : kind === 'set aside' ? 'set aside' : kind === 'discarded' ? kind : 'missing'
  const stay = containsRanges(await unitRanges(db, lotId, state), await rangesOfMovement(db, id))
  if (lot && lot.on_hand >= delta && stay) return
  const message = lot
    ? say('{item}, {lot}, was used or moved since, so this cannot be taken back. Count it again instead.', {
        item: lot.item,
        lot: lotLabel(lot),
      })
    : say('This lot was used or moved since, so this cannot be taken back. Count it again instead.')
  throw new AppError({ code: 'rule_violation', message, blockers: [message] })
}
