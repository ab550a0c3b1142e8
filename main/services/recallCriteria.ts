import { fieldError } from '../../shared/api/errors.ts'
import type { Input } from '../../shared/api/operation.ts'
import type { recall } from '../../shared/api/recall.ts'
import { type CodeList, readCodes } from '../../shared/domain/codeList.ts'
import type { Day } from '../../shared/domain/day.ts'
import { readDayList } from '../../shared/domain/noticeDays.ts'
import type { RecallCriteria } from '../../shared/domain/recallScope.ts'
import { orNull } from './context.ts'

/** What is asked of batches themselves, beside what went into them. Every criterion given must hold. */
export interface BatchCriteria {
  readonly ownLots: CodeList | null
  readonly madeFrom: Day | null
  readonly madeTo: Day | null
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
 * @throws AppError naming the field, for windows that end before they begin, days that are none, and no criterion at all
 */
export function readCriteria(asked: Asked, today: Day): Criteria {
  const lots = lotCriteria(asked, today)
  const batches = batchCriteria(asked)
  if (lots === null && batches === null)
    throw fieldError('itemId', 'Choose the ingredient, the supplier, a lot or days: a recall needs one criterion.')
  return { lots, batches }
}

function lotCriteria(asked: Asked, today: Day): RecallCriteria | null {
  const codes = orNull(asked.supplierLot)
  const days = orNull(asked.bestBy)
  const bestBy = days === null ? [] : readDayList(days, today)
  if (!bestBy)
    throw fieldError(
      'bestBy',
      `“${days ?? ''}” holds something that is no day. Type for example 2026-05-12 to 2026-05-29.`,
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

function batchCriteria(asked: Asked): BatchCriteria | null {
  const own = orNull(asked.ownLot)
  const criteria = {
    ownLots: own === null ? null : readCodes(own),
    madeFrom: orNull(asked.madeFrom),
    madeTo: orNull(asked.madeTo),
  }
  checkWindow('madeTo', criteria.madeFrom, criteria.madeTo)
  return Object.values(criteria).every((each) => each === null) ? null : criteria
}

function checkWindow(field: string, from: Day | null, to: Day | null): void {
  if (from !== null && to !== null && to < from)
    throw fieldError(field, 'The window ends before it begins. Correct one of the two days.')
}
