import { AppError } from '../../../shared/api/errors.ts'
import { containsRanges, readRanges } from '../../../shared/domain/serialRange.ts'
import { lotById } from '../../db/repos/lots.ts'
import { placeUnits, postMovement, standingMovement, takeBack, unitRanges } from '../../db/repos/movements.ts'
import type { Db } from '../../db/schema.ts'
import type { Work } from '../../db/unitOfWork.ts'
import { refuseMovedSince } from '../movedSince.ts'
import { takeUnits } from '../units.ts'
import type { Made, PlannedChange } from './plan.ts'
import { say } from '../../../shared/words/say.ts'

/** Carries out a count or a discard as a table tells it. @throws AppError where the units or so much is not there */
export async function changeStock({ db, seq }: Work, lotId: number, plan: PlannedChange): Promise<Made> {
  const { what, day, base, serials, reason } = plan
  const kind = what === 'found' || what === 'missing' ? 'counted' : what
  const movement = { lotId, kind, day, seq, reason } as const
  if (serials === '') {
    const lot = await lotById(db, lotId)
    if (what !== 'found' && (lot?.on_hand ?? 0) < base)
      throw refused(say('So much of it cannot have been so. Correct the row.'))
    return { movementId: await postMovement(db, { ...movement, delta: what === 'found' ? base : -base }) }
  }
  const ranges = readRanges(serials) ?? []
  if (!containsRanges(await unitRanges(db, lotId, what === 'found' ? 'missing' : 'on hand'), ranges))
    throw refused(
      what === 'found'
        ? say('Some of {serials} were not missing, so that cannot have been so. Correct the row.', { serials })
        : say('Not all of {serials} are on hand: that cannot have been so. Correct the row.', { serials }),
    )
  if (what !== 'found') return { movementId: await takeUnits(db, movement, what, ranges) }
  const movementId = await postMovement(db, { ...movement, delta: base })
  await placeUnits(db, { lotId, movementId, state: 'on hand', ranges })
  return { movementId }
}

function refused(message: string): AppError {
  return new AppError({ code: 'rule_violation', message })
}

/** Takes such a change back. @throws AppError `rule_violation` where what it is about was used or moved since */
export async function takeChangeBack(
  db: Db,
  movementId: number,
  taken: { readonly day: string; readonly seq: number; readonly reason: string },
): Promise<void> {
  const movement = await standingMovement(db, movementId)
  if (!movement) return
  await refuseMovedSince(db, movement)
  await takeBack(db, movement, taken)
}
