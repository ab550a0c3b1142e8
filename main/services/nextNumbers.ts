import type { Day } from '../../shared/domain/day.ts'
import { lotKey, lotPrefix, nextLotNumber, readsAsUnitOf } from '../../shared/domain/lotNumber.ts'
import type { LotPattern } from '../../shared/domain/lotPattern.ts'
import { confusedWith, issuedWithPrefix, wasIssued } from '../db/repos/numbers.ts'
import type { Db } from '../db/schema.ts'

/** One short number bars a thousand: where more in a row are barred (`{0}` after a thousand batches), all of them are. */
const MOST_PASSED_OVER = 2000

/**
 * The next free numbers in a pattern. Passed over is one that differs from an issued number by its hyphens only, and one
 * that could be read as a unit of an issued one or of another proposed here, or the other way round: none is proposed
 * that would be refused if it were typed. Of a pattern in which every number could, the first free one.
 */
export async function nextNumbers(
  db: Db,
  { pattern, code, madeOn }: { pattern: LotPattern; code: string; madeOn: Day },
  count: number,
): Promise<string[]> {
  const issued = await issuedWithPrefix(db, lotPrefix(pattern, code, madeOn))
  const numbers: string[] = []
  const barred: string[] = []
  for (let skip = 0; numbers.length < count && barred.length < MOST_PASSED_OVER; skip += 1) {
    const number = nextLotNumber(pattern, code, madeOn, issued, skip)
    if (await wasIssued(db, number)) continue
    const isBarred =
      numbers.some((other) => readsAlike(number, other)) || (await confusedWith(db, number)) !== undefined
    ;(isBarred ? barred : numbers).push(number)
  }
  return [...numbers, ...barred].slice(0, count)
}

function readsAlike(a: string, b: string): boolean {
  return readsAsUnitOf(lotKey(a), lotKey(b)) || readsAsUnitOf(lotKey(b), lotKey(a))
}
