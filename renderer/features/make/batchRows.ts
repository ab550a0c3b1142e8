import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import type { AnswerOf } from '../../api/door.ts'

export type BatchValues = z.input<typeof BatchInput>
export type UseValues = BatchValues['uses'][number]
type Line = Pick<AnswerOf<'batches', 'propose'>['lines'][number], 'itemId' | 'uses' | 'short'>

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
