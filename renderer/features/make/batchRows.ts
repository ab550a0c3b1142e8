import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import type { AnswerOf } from '../../api/door.ts'

export type BatchValues = z.input<typeof BatchInput>
export type UseValues = BatchValues['uses'][number]
type Line = Pick<AnswerOf<'batches', 'propose'>['lines'][number], 'itemId' | 'uses' | 'short'>
export type ScannedLot = AnswerOf<'batches', 'scan'>[number]

/**
 * The rows of one proposed line: what each lot gives, and, where stock is short, a row without a lot, which cannot be
 * saved until the person says where the rest came from.
 */
export function rowsOfLine({ itemId, uses, short }: Line): UseValues[] {
  const rows: UseValues[] = uses.map(({ lotId, quantity }) => ({ itemId, lotId, quantity, basis: 'assumed' }))
  return short === null ? rows : [...rows, unplacedRow(itemId, short)]
}

/** A row whose lot is still to be chosen. */
export function unplacedRow(itemId: number, quantity: string): UseValues {
  // Not null, which says that nobody knows the lot: the schema refuses it until one of the two is chosen.
  return { itemId, lotId: undefined as unknown as null, quantity, basis: 'confirmed' }
}

/** Whether a row still needs its lot. */
export function isUnplaced(row: UseValues): boolean {
  return row.lotId === undefined && !row.delivery
}

interface Placed {
  readonly rows: UseValues[]
  /** The row that the lot is in now. */
  readonly at: number
  readonly did: 'confirmed' | 'swapped' | 'added'
}

/**
 * Puts a scanned lot into the row of its ingredient: confirms the row that has it, else takes the place of a lot that
 * was only assumed or is missing, else comes as a row of its own with the quantity still to be typed.
 * @param more what the row says besides: that there was more in the bag, or why a held lot is used
 * @returns undefined where no row is of that ingredient
 */
export function placeLot(
  rows: readonly UseValues[],
  lot: Pick<ScannedLot, 'itemId' | 'lotId'>,
  more: Pick<UseValues, 'moreThanRecorded' | 'override'> = {},
): Placed | undefined {
  const facts = { lotId: lot.lotId, delivery: null, basis: 'confirmed' as const, ...more }
  const own = rows.findIndex((row) => row.lotId === lot.lotId)
  if (own !== -1) return { rows: changed(rows, own, facts), at: own, did: 'confirmed' }
  const open = rows.findIndex((row) => row.itemId === lot.itemId && (row.basis === 'assumed' || isUnplaced(row)))
  if (open !== -1) return { rows: changed(rows, open, { override: null, ...facts }), at: open, did: 'swapped' }
  const last = rows.findLastIndex((row) => row.itemId === lot.itemId)
  if (last === -1) return undefined
  return addLot(rows, lot, more, last + 1)
}

/** Adds a scanned lot as a row of its own, at the end unless said otherwise. */
export function addLot(
  rows: readonly UseValues[],
  lot: Pick<ScannedLot, 'itemId' | 'lotId'>,
  more: Pick<UseValues, 'moreThanRecorded' | 'override'> = {},
  at = rows.length,
): Placed {
  const row: UseValues = { itemId: lot.itemId, lotId: lot.lotId, quantity: '', basis: 'confirmed', ...more }
  return { rows: rows.toSpliced(at, 0, row), at, did: 'added' }
}

function changed(rows: readonly UseValues[], at: number, facts: Partial<UseValues>): UseValues[] {
  return rows.map((row, place) => (place === at ? { ...row, ...facts } : row))
}
