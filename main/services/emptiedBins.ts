import { leftInEmptied } from '../db/repos/bins.ts'
import { postMovement } from '../db/repos/movements.ts'
import type { Db } from '../db/schema.ts'

/** The reason of every movement that counts a bin down because it was seen empty. */
export const MARKED_EMPTIED = 'marked emptied'

/**
 * Counts away what came back to bins that were emptied since: a batch that is void took nothing, so that much more was
 * gone when the bin was seen empty. Call it last in a command that takes movements back.
 */
export async function settleEmptiedBins(db: Db, { day, seq }: { day: string; seq: number }): Promise<void> {
  for (const { id, on_hand } of await leftInEmptied(db))
    await postMovement(db, { lotId: id, kind: 'counted', delta: -on_hand, day, seq, reason: MARKED_EMPTIED })
}
