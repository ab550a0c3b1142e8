import { AppError, fieldError } from '../../shared/api/errors.ts'
import { usersOfLots, usesOfBatches } from '../db/repos/batches.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import { moveToDay, standingMovements } from '../db/repos/movements.ts'
import { shipmentLines } from '../db/repos/shipments.ts'
import type { Db } from '../db/schema.ts'
import type { Correcting } from './correcting.ts'
import { lotLabel } from './lotRow.ts'
import { say, sayWord } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

/**
 * Refuses a day on which the batch cannot have been made: one still to come, or one after its jars were sent or used.
 * @throws AppError naming the field `madeOn`
 */
export async function checkDay(db: Db, { batch, madeOn, today }: Correcting, lots: readonly LotView[]): Promise<void> {
  if (madeOn > today) throw fieldError('madeOn', say('That day is still to come. Type the day the batch was made.'))
  const lotIds = lots.map((lot) => lot.id)
  const sent = (await shipmentLines(db, 'lot_id', lotIds))
    .filter((line) => line.void_reason === null && line.sent_on < madeOn)
    .map(({ units, place, purpose, sent_on }) =>
      place === null
        ? say('{units} left as {purpose} on {day}', { units, purpose: sayWord(purpose), day: sayDay(sent_on) })
        : say('{units} went to {place} on {day}', { units, place, day: sayDay(sent_on) }),
    )
  const used = (await usersOfLots(db, lotIds))
    .filter((user) => user.made_on < madeOn)
    .map((user) =>
      say('{lotNumber} was made with it on {day}', { lotNumber: user.lot_number, day: sayDay(user.made_on) }),
    )
  const blockers = [...new Set([...sent, ...used])]
  if (blockers.length === 0) return
  const message = say(
    '{lotNumber} cannot have been made on {day}: {blockers}. Choose an earlier day, or correct those first.',
    { lotNumber: batch.lot_number, day: sayDay(madeOn), blockers: blockers.join(', ') },
  )
  throw new AppError({ code: 'rule_violation', message, fields: { madeOn: message }, blockers })
}

/** Moves what the ingredient rows took to the corrected day. @throws AppError where a lot came in after it */
export async function moveUses(db: Db, { batch, madeOn, seq, reason }: Correcting): Promise<void> {
  const uses = await usesOfBatches(db, [batch.id])
  const lots = await lotsById(
    db,
    uses.flatMap((use) => use.lot_id ?? []),
  )
  for (const use of uses) {
    const lot = use.lot_id === null ? undefined : lots.get(use.lot_id)
    if (!lot) continue
    const since = lot.received_on ?? lot.made_on
    if (since !== null && since > madeOn) {
      const message = say(
        '{lotNumber} cannot have been made on {day}: {item} from {lot} was not there before {since}. Choose a later day, or correct that lot.',
        { lotNumber: batch.lot_number, day: sayDay(madeOn), item: lot.item, lot: lotLabel(lot), since: sayDay(since) },
      )
      throw new AppError({ code: 'rule_violation', message, fields: { madeOn: message }, blockers: [message] })
    }
    const movements = (await standingMovements(db, 'batch_use_id', use.id)).filter((each) => each.day !== madeOn)
    await moveToDay(db, movements, { day: madeOn, seq, reason, state: 'used' })
  }
}
