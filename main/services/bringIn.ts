import type { Db } from '../db/schema.ts'
import { insertLot } from '../db/repos/lots.ts'
import { addMovement } from '../db/repos/movements.ts'
import { applyHoldRules } from './holds.ts'
import type { Quantity } from '../../shared/domain/quantity.ts'

/** A bag that came in. */
interface Bag {
  readonly itemId: number
  readonly receiptId: number
  readonly supplierId: number | null
  readonly receivedOn: string | null
  readonly bestBy: string | null
  readonly supplierLot: string | null
  readonly costCents: number | null
  readonly quantity: Quantity
  /** Day on which it counts as stock. */
  readonly day: string
}

/** Adds a bought lot to the stock, on hold where everything of its kind is. @returns its id */
export async function bringIn(db: Db, { quantity, day, ...bag }: Bag, seq: number): Promise<number> {
  const { text: typed, base, unit } = quantity
  const lotId = await insertLot(db, { ...bag, typed, base, unit }, base)
  await addMovement(db, { lotId, kind: 'received', delta: base, day, seq })
  await applyHoldRules(db, lotId, seq)
  return lotId
}
