import type { TraceNode, TraceRow } from '../../shared/api/trace.ts'
import type { BatchView } from '../db/repos/batches.ts'
import type { LotView } from '../db/repos/lots.ts'
import { lotLabel } from './lotRow.ts'
import { say } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'
import { countOf } from '../../shared/words/counted.ts'

export function nodeKey({ kind, id }: TraceNode): string {
  return `${kind} ${id}`
}

/** A line of which nothing is said. */
export const blankRow: TraceRow = {
  node: null,
  what: 'on hand',
  label: '',
  detail: '',
  quantity: '',
  day: null,
  basis: null,
  held: false,
  here: false,
  others: 0,
  opens: false,
}

export function batchLine(batch: BatchView): TraceRow {
  const made = countOf(batch.made, batch.unit)
  return {
    ...blankRow,
    node: { kind: 'batch', id: batch.id },
    what: 'batch',
    label: `${batch.lot_number} ${batch.product}`,
    detail:
      batch.void_reason === null
        ? say('{made} made {day}', { made, day: sayDay(batch.made_on) })
        : say('{made} made {day}, void', { made, day: sayDay(batch.made_on) }),
    quantity: made,
    day: batch.made_on,
    here: (batch.on_hand ?? 0) > 0,
    opens: true,
  }
}

export function lotLine(lot: LotView): TraceRow {
  return {
    ...blankRow,
    node: { kind: 'lot', id: lot.id },
    what: 'lot',
    label: lot.item,
    detail: lotLabel(lot),
    quantity: lot.typed,
    day: lot.received_on,
    held: lot.held === 1,
    here: lot.on_hand > 0,
    opens: true,
  }
}

/** An ingredient of which nobody knows the lot. */
export function unknownLot(item: string, typed: string): TraceRow {
  return {
    ...blankRow,
    what: 'unknown lot',
    label: item,
    detail: say('lot not recorded'),
    quantity: typed,
    basis: 'unknown',
  }
}
