import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { isAllergenFamily } from '../../shared/domain/allergens.ts'
import { type CodeList, readCodes } from '../../shared/domain/codeList.ts'
import type { Day } from '../../shared/domain/day.ts'
import { readDayList } from '../../shared/domain/noticeDays.ts'
import type { RecallCriteria } from '../../shared/domain/recallScope.ts'
import { crewName } from '../db/repos/batchFacts.ts'
import { binById } from '../db/repos/bins.ts'
import type { Db } from '../db/schema.ts'
import { orNull } from './context.ts'
import { say } from '../../shared/words/say.ts'

/** What is asked of batches themselves, beside what went into them. Every criterion given must hold. */
export interface BatchCriteria {
  readonly ownLots: CodeList | null
  readonly madeFrom: Day | null
  readonly madeTo: Day | null
  readonly bin: Named | null
  readonly equipment: Named | null
  readonly person: Named | null
  /** An allergen, or a family of them. */
  readonly allergen: string | null
}

/** Something of the record that a criterion names. */
export interface Named {
  readonly id: number
  readonly name: string
}

export interface Criteria {
  /** What the lots in a batch must be; null where nothing is asked of them. */
  readonly lots: RecallCriteria | null
  /** What the batch must be; null where nothing is asked of it. */
  readonly batches: BatchCriteria | null
}

type Asked = Input<typeof recall.scope>

/**
 * The criteria of a recall, as they were typed.
 * @throws AppError naming the field, for windows that end before they begin, days that are none, and no criterion at
 *   all; `not_found` for a bin, equipment or a person that is not in the record
 */
export async function readCriteria(db: Db, asked: Asked, today: Day): Promise<Criteria> {
  const lots = lotCriteria(asked, today)
  const batches = await batchCriteria(db, asked)
  if (lots === null && batches === null)
    throw fieldError(
      'itemId',
      say('Choose the ingredient, the supplier, a lot, days, or who or what made it: a recall needs one criterion.'),
    )
  return { lots, batches }
}

function lotCriteria(asked: Asked, today: Day): RecallCriteria | null {
  const codes = orNull(asked.supplierLot)
  const days = orNull(asked.bestBy)
  const bestBy = days === null ? [] : readDayList(days, today)
  if (!bestBy)
    throw fieldError(
      'bestBy',
      say('“{days}” holds something that is no day. Type for example 2026-05-12 to 2026-05-29.', { days: days ?? '' }),
    )
  const criteria = {
    itemId: asked.itemId ?? null,
    supplierId: asked.supplierId ?? null,
    codes: codes === null ? null : readCodes(codes),
    receivedFrom: orNull(asked.receivedFrom),
    receivedTo: orNull(asked.receivedTo),
    bestBy,
  }
  checkWindow('receivedTo', criteria.receivedFrom, criteria.receivedTo)
  const { itemId, supplierId, receivedFrom, receivedTo } = criteria
  const isAsked = [itemId, supplierId, criteria.codes, receivedFrom, receivedTo, ...bestBy].some(
    (each) => each !== null,
  )
  return isAsked ? criteria : null
}

async function batchCriteria(db: Db, asked: Asked): Promise<BatchCriteria | null> {
  const own = orNull(asked.ownLot)
  const allergen = orNull(asked.allergen)
  if (allergen !== null && !isAllergenFamily(allergen.split(':')[0] ?? ''))
    throw fieldError(
      'allergen',
      say('“{allergen}” is not one of the nine major allergens. Choose one from the list.', { allergen }),
    )
  const criteria = {
    ownLots: own === null ? null : readCodes(own),
    madeFrom: orNull(asked.madeFrom),
    madeTo: orNull(asked.madeTo),
    bin: await named(asked.binId, say('This bin'), async (id) => (await binById(db, id))?.name),
    equipment: await named(asked.equipmentId, say('This equipment'), async (id) => await crewName(db, 'equipment', id)),
    person: await named(asked.personId, say('This person'), async (id) => await crewName(db, 'person', id)),
    allergen,
  }
  checkWindow('madeTo', criteria.madeFrom, criteria.madeTo)
  return Object.values(criteria).every((each) => each === null) ? null : criteria
}

async function named(
  id: number | null | undefined,
  what: string,
  nameOf: (id: number) => Promise<string | undefined>,
): Promise<Named | null> {
  if (!id) return null
  const name = await nameOf(id)
  if (name === undefined) throw notFound(what)
  return { id, name }
}

function checkWindow(field: string, from: Day | null, to: Day | null): void {
  if (from !== null && to !== null && to < from)
    throw fieldError(field, say('The window ends before it begins. Correct one of the two days.'))
}
