import { JobContent } from '../print/labelJob.ts'
import { mergeRanges, type SerialRange } from '../../shared/domain/serialRange.ts'
import { type BatchLabel, batchLabels } from '../db/repos/facts.ts'
import type { LotView } from '../db/repos/lots.ts'
import { type UnitRange, unitRanges } from '../db/repos/movements.ts'
import { allergensPrinted, contentsOfJobs, unitsOfJobs } from '../db/repos/printing.ts'
import type { Db } from '../db/schema.ts'
import { fieldsShown } from './fieldsShown.ts'
import { asLabelWords } from './labelWords.ts'

/** Units whose labels were printed with another Contains line than they should have now. */
interface OldLabels {
  /** On the shelf: to be labelled again. */
  readonly here: readonly SerialRange[]
  /** Sent out with it. */
  readonly out: readonly SerialRange[]
}

/**
 * The units that carry old allergens, by lot: the newest label of each counts, one that waits for its printer too, and
 * only where it names allergens. Lots without such units are left out; what the others were printed with is not read.
 */
export async function oldLabels(db: Db, lots: readonly LotView[]): Promise<Map<number, OldLabels>> {
  const words = await batchLabels(
    db,
    lots.flatMap((lot) => lot.batch_id ?? []),
  )
  const printed = Map.groupBy(
    await allergensPrinted(
      db,
      lots.map((lot) => lot.id),
    ),
    ({ lot_id }) => lot_id,
  )
  const found = new Map<number, OldLabels>()
  for (const lot of lots) {
    const said = words.get(lot.batch_id ?? 0)
    const jobs = printed.get(lot.id)
    if (!said || !jobs) continue
    const now = allergenLine(said)
    const other = jobs.filter(({ contains }) => (contains ?? '') !== now)
    if (other.length === 0) continue
    const old = await unitsOfOld(
      db,
      jobs.map(({ id }) => id),
      other.map(({ id }) => id),
    )
    if (old.length > 0) found.set(lot.id, inPlaces(old, await unitRanges(db, lot.id)))
  }
  return found
}

/** Units whose newest label is of a job with other allergens that shows them. */
async function unitsOfOld(db: Db, jobs: readonly number[], other: readonly number[]): Promise<number[]> {
  const shown = new Set(
    (await contentsOfJobs(db, other)).flatMap(({ id, content }) =>
      namesAllergens(JobContent.parse(JSON.parse(content))) ? [id] : [],
    ),
  )
  const newest = new Map<number, number>()
  for (const { job_id, serial, state } of await unitsOfJobs(db, jobs))
    if (state !== 'cancelled') newest.set(serial, Math.max(newest.get(serial) ?? 0, job_id))
  return [...newest].flatMap(([serial, job]) => (shown.has(job) ? [serial] : []))
}

function inPlaces(serials: readonly number[], places: readonly UnitRange[]): OldLabels {
  const inState = (states: readonly string[]) =>
    mergeRanges(
      serials
        .filter((serial) =>
          places.some(({ first, last, state }) => states.includes(state) && first <= serial && serial <= last),
        )
        .map((serial) => ({ first: serial, last: serial })),
    )
  return { here: inState(['on hand', 'set aside']), out: inState(['sent', 'sampled']) }
}

/** Whether labels of a job say what is in the jar: the others cannot be wrong about it. */
export function namesAllergens(job: JobContent): boolean {
  const shown = fieldsShown(job)
  return shown.has('contains') || shown.has('ingredients')
}

/** What the labels of a batch say of its allergens, as jobs keep it. */
export function allergenLine(words: BatchLabel): string {
  const { containsLine, mayContainLine } = asLabelWords(words)
  return containsOf([containsLine, mayContainLine])
}

/** The Contains line and what may be in it, as a label shows them together. */
export function containsOf(lines: readonly (string | null)[]): string {
  return lines.filter((each) => each !== null).join(' ')
}
