import { JobContent } from '../print/labelJob.ts'
import { mergeRanges, type SerialRange } from '../../shared/domain/serialRange.ts'
import type { LotView } from '../db/repos/lots.ts'
import { unitRanges } from '../db/repos/movements.ts'
import { jobsOfLot, unitsOfJobs } from '../db/repos/printing.ts'
import type { Db } from '../db/schema.ts'
import { fieldsShown } from './fieldsShown.ts'
import { asLabelWords, labelOfLot } from './labelWords.ts'

/** Units whose labels were printed with another Contains line than they should have now. */
interface OldLabels {
  /** On the shelf: to be labelled again. */
  readonly here: readonly SerialRange[]
  /** Sent out with it. */
  readonly out: readonly SerialRange[]
}

/**
 * The units of a lot that carry old allergens: the newest label of each counts, one that waits
 * for its printer too, and only where it names allergens.
 */
export async function oldLabels(db: Db, lot: LotView): Promise<OldLabels> {
  const words = await labelOfLot(db, lot)
  const jobs = words ? await jobsOfLot(db, lot.id) : []
  if (!words || jobs.length === 0) return { here: [], out: [] }
  const { containsLine, mayContainLine } = asLabelWords(words)
  const now = containsOf([containsLine, mayContainLine])
  const isOld = new Map(
    jobs.map(({ id, content }) => {
      const job = JobContent.parse(JSON.parse(content))
      const shown = fieldsShown(job)
      return [id, (shown.has('contains') || shown.has('ingredients')) && (job.contains ?? '') !== now]
    }),
  )
  const newest = new Map<number, number>()
  for (const { job_id, serial, state } of await unitsOfJobs(db, [...isOld.keys()]))
    if (state !== 'cancelled') newest.set(serial, Math.max(newest.get(serial) ?? 0, job_id))
  const old = [...newest].flatMap(([serial, job]) => (isOld.get(job) ? [serial] : []))
  const places = old.length === 0 ? [] : await unitRanges(db, lot.id)
  const inState = (states: readonly string[]) =>
    mergeRanges(
      old
        .filter((serial) =>
          places.some(({ first, last, state }) => states.includes(state) && first <= serial && serial <= last),
        )
        .map((serial) => ({ first: serial, last: serial })),
    )
  return { here: inState(['on hand', 'set aside']), out: inState(['sent', 'sampled']) }
}

/** The Contains line and what may be in it, as a label shows them together. */
export function containsOf(lines: readonly (string | null)[]): string {
  return lines.filter((each) => each !== null).join(' ')
}
