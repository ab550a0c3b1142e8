import type { LotProblem } from '../../shared/api/batches.ts'
import type { LotRow } from '../../shared/api/pantry.ts'
import { type Day, isExpired } from '../../shared/domain/day.ts'
import { bagCode } from '../../shared/domain/bagCode.ts'
import { costPerUnit } from '../../shared/domain/cost.ts'
import { formatQuantity } from '../../shared/domain/quantity.ts'
import type { LotView } from '../db/repos/lots.ts'
import { say } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

/** A lot as lists show it. */
export function lotRow(row: LotView, today: Day): LotRow {
  return {
    id: row.id,
    itemId: row.item_id,
    item: row.item,
    origin: row.batch_id !== null ? 'made' : row.bin_id !== null ? 'bin' : 'received',
    bin: row.bin,
    binId: row.bin_id,
    code: bagCode(row.id),
    lotNumber: row.lot_number,
    batchId: row.batch_id,
    supplier: row.supplier,
    receivedOn: row.received_on,
    bestBy: row.best_by,
    supplierLot: row.supplier_lot,
    costCents: row.cost_cents,
    costPerUnit: perUnit(row),
    received: row.bin_id === null ? row.typed : say('topped up'),
    unit: row.unit,
    onHand: { base: row.on_hand, text: formatQuantity(row.on_hand, row.unit) },
    held: row.held === 1,
    expired: isExpired(row.best_by, today),
    missing: missingFacts(row),
  }
}

function perUnit(row: LotView): number | null {
  return row.cost_cents === null ? null : costPerUnit(row.cost_cents, row.base, row.unit)
}

/** Facts that a recall would ask for and nobody recorded. */
function missingFacts(row: LotView): string[] {
  if (row.receipt_id === null) return []
  const missing: string[] = []
  if (row.supplier_id === null) missing.push('supplier')
  if (row.received_on === null) missing.push('received date')
  return missing
}

/** One lot in a few words: its own number, or where and when it was bought. */
export function lotLabel(row: LotView): string {
  if (row.lot_number !== null) return row.lot_number
  if (row.bin !== null)
    return row.received_on === null
      ? row.bin
      : say('{bin}, filled from {day}', { bin: row.bin, day: sayDay(row.received_on) })
  const parts = [
    row.supplier ?? say('supplier not recorded'),
    row.received_on === null ? say('no date') : sayDay(row.received_on),
  ]
  if (row.supplier_lot !== null) parts.push(say('lot {supplierLot}', { supplierLot: row.supplier_lot }))
  return parts.join(', ')
}

/** Why a lot may not be used or sent on a day, as a sentence goes on; null where it may. */
export function lotProblem(row: LotView, on: Day): string | null {
  const kind = lotProblemKind(row, on)
  switch (kind) {
    case null:
      return null
    case 'held':
      return say('on hold')
    case 'expired':
      return say('past its best-by date, {day}', { day: sayDay(row.best_by ?? '') })
    case 'later':
      return notThereYet(row, on)
    case 'empty':
      return say('empty')
  }
}

/** Why a lot may not be used or sent on a day; null where it may. */
export function lotProblemKind(row: LotView, on: Day): LotProblem | null {
  if (row.held === 1) return 'held'
  if (isExpired(row.best_by, on)) return 'expired'
  if ((row.received_on ?? row.made_on ?? on) > on) return 'later'
  return row.on_hand === 0 ? 'empty' : null
}

/** Why a lot cannot have been used on a day whatever is known of it since; null where it can. */
export function notThereYet(row: LotView, on: Day): string | null {
  if ((row.received_on ?? row.made_on ?? on) <= on) return null
  return row.received_on === null
    ? say('made later, on {day}', { day: sayDay(row.made_on ?? '') })
    : say('received later, on {day}', { day: sayDay(row.received_on) })
}
