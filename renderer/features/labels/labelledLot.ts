import { readRanges } from '../../../shared/domain/serialRange.ts'
import type { AnswerOf } from '../../api/door.ts'

/** The finished lot whose labels are on the screen. */
export interface LabelledLot {
  readonly lotId: number
  readonly batchId: number
  readonly lotNumber: string
  readonly product: string
  /** Its unit numbers, the first and the last. */
  readonly first: number
  readonly last: number
}

type Lot = AnswerOf<'batches', 'get'>['lots'][number]

/** The lot of a batch with the unit numbers that its labels carry. */
export function labelledLot(
  { batchId, lotNumber }: { readonly batchId: number; readonly lotNumber: string },
  lot: Lot | undefined,
): LabelledLot {
  const ranges = readRanges(lot?.serials ?? '') ?? []
  return {
    lotId: lot?.lotId ?? 0,
    batchId,
    lotNumber,
    product: lot?.product ?? '',
    first: ranges[0]?.first ?? 1,
    last: ranges.at(-1)?.last ?? 1,
  }
}
