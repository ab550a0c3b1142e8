import type { Day } from '../../shared/domain/day.ts'
import { lotPrefix, nextLotNumber } from '../../shared/domain/lotNumber.ts'
import type { LotPattern } from '../../shared/domain/lotPattern.ts'
import { issuedWithPrefix, wasIssued } from '../db/repos/numbers.ts'
import type { Db } from '../db/schema.ts'

/**
 * The next free numbers in a pattern. One that differs from an issued number by its hyphens only is passed over: read
 * aloud or typed without them, the two would be one.
 */
export async function nextNumbers(
  db: Db,
  { pattern, code, madeOn }: { pattern: LotPattern; code: string; madeOn: Day },
  count: number,
): Promise<string[]> {
  const issued = await issuedWithPrefix(db, lotPrefix(pattern, code, madeOn))
  const numbers: string[] = []
  for (let skip = 0; numbers.length < count; skip += 1) {
    const number = nextLotNumber(pattern, code, madeOn, issued, skip)
    if (!(await wasIssued(db, number))) numbers.push(number)
  }
  return numbers
}
