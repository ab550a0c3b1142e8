import type { Day } from '../../shared/domain/day.ts'
import type { BatchView } from '../db/repos/batches.ts'
import type { Change } from '../db/repos/corrections.ts'
import { orNull } from './context.ts'

/** What a correction writes with: its row, its audit row, and why. */
export interface Correcting {
  readonly batch: BatchView
  /** The day of the batch once it is corrected. */
  readonly madeOn: Day
  readonly correctionId: number
  readonly seq: number
  /** The day of the correction itself. */
  readonly today: Day
  readonly reason: string
}

/** A change of one fact; none where old and new are the same. */
export function changeOf(fact: string, old: string | null, corrected: string | null): Change[] {
  return (old ?? '') === (corrected ?? '') ? [] : [{ fact, old: old === '' ? null : old, new: orNull(corrected) }]
}
