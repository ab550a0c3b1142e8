import { bagCode } from '../../../shared/domain/bagCode.ts'
import { exactQuantityText, parseQuantity } from '../../../shared/domain/quantity.ts'
import {
  countUnits,
  intersectRanges,
  mergeRanges,
  type SerialRange,
  showRanges,
  subtractRanges,
  takeHighest,
} from '../../../shared/domain/serialRange.ts'
import { sameUnits } from '../../../shared/domain/outcome.ts'
import { ONE_PIECE, unitNamed } from '../../../shared/domain/units.ts'
import { batchRows, movementRows, movementsOf, unitsOf, usesOf } from '../../db/repos/importExport.ts'
import { rangesByMovement } from '../../db/repos/movements.ts'
import type { Db } from '../../db/schema.ts'
import type { Cell } from '../../reports/sheet.ts'

/** A row of an export: cells by field; what a table has no use for is left out. */
export type Told = Readonly<Record<string, Cell>>
type Ranges = Awaited<ReturnType<typeof rangesByMovement>>
type Lot = Awaited<ReturnType<typeof batchRows>>[number]
type Movement = Awaited<ReturnType<typeof movementsOf>>[number]

/**
 * Batches with what went in.
 * @param inBatch gets the movements that batches tell of themselves, so that `tellChanges` leaves them out
 */
export async function tellBatches(db: Db, batchIds: readonly number[], inBatch: Set<number>): Promise<Told[]> {
  const rows = await batchRows(db, batchIds)
  const lotIds = rows.map((row) => row.lot_id)
  const movements = await movementsOf(db, lotIds)
  const ofLot = Map.groupBy(movements, (movement) => movement.lot_id)
  const units = await unitsOf(db, lotIds)
  const uses = await usesOf(db, batchIds)
  const used = [...uses.values()].flatMap((all) => all.flatMap((use) => use.movement_id ?? []))
  const ranges = await rangesByMovement(db, [...movements.map(({ id }) => id), ...used])
  const batches: Told[] = []
  for (const [id, lots] of Map.groupBy(rows, (row) => row.id)) {
    const made = lots.map((lot) => ({ lot, units: mergeRanges(units.get(lot.lot_id) ?? []) }))
    const reason = lots.flatMap((lot) => (ofLot.get(lot.lot_id) ?? []).filter((each) => isOf(each, 'discarded', lot)).map((each) => each.reason))[0] // prettier-ignore
    const outcome = made.map((each) => ({ ...each, ...outOf(each, reason, ofLot.get(each.lot.lot_id) ?? [], ranges) }))
    for (const { movementIds } of outcome) for (const movementId of movementIds) inBatch.add(movementId)
    batches.push(...rowsOf(outcome, reason ?? null, usedBy(uses.get(id) ?? [], ranges)))
  }
  return batches
}

/**
 * What was counted, discarded or set aside otherwise than a batch can say it of itself: later, of other units than the
 * last ones, or for a second reason.
 */
export async function tellChanges(db: Db, ids: readonly number[], inBatch: ReadonlySet<number>): Promise<Told[]> {
  const left = ids.filter((id) => !inBatch.has(id))
  const ranges = await rangesByMovement(db, left)
  return (await movementRows(db, left)).map((movement) => changeRow(movement, ranges))
}

interface Outcome {
  readonly lot: Lot
  readonly units: readonly SerialRange[]
  readonly discarded: number
  readonly setAside: number
  /** Movements that these figures tell. */
  readonly movementIds: readonly number[]
}

function isOf({ own, kind, day }: Movement, wanted: 'discarded' | 'set aside', lot: Lot): boolean {
  return own === 1 && kind === wanted && day === lot.made_on
}

/**
 * What a batch itself discarded and set aside of a lot: on its day, for its one reason, and off the end of its units,
 * which were nowhere else before.
 */
function outOf(
  { lot, units }: Pick<Outcome, 'lot' | 'units'>,
  reason: string | undefined,
  movements: readonly Movement[],
  ranges: Ranges,
): Pick<Outcome, 'discarded' | 'setAside' | 'movementIds'> {
  const of = (some: readonly Movement[]) => mergeRanges(some.flatMap(({ id }) => ranges.get(id) ?? []))
  const tossed = movements.filter((each) => isOf(each, 'discarded', lot) && each.reason === reason)
  const kept = movements.filter((each) => isOf(each, 'set aside', lot))
  const rest = movements.filter((each) => each.kind !== 'made' && !tossed.includes(each) && !kept.includes(each))
  const [discarded, setAside] = [of(tossed), of(kept)]
  const isPlain =
    sameUnits(discarded, takeHighest(units, countUnits(discarded)) ?? []) &&
    sameUnits(setAside, takeHighest(subtractRanges(units, discarded), countUnits(setAside)) ?? []) &&
    intersectRanges(of(rest), [...discarded, ...setAside]).length === 0
  if (!isPlain) return { discarded: 0, setAside: 0, movementIds: [] }
  return {
    discarded: countUnits(discarded),
    setAside: countUnits(setAside),
    movementIds: [...tossed, ...kept].map(({ id }) => id),
  }
}

/** One row for each ingredient of a batch; what was made stands in its first row, and further packs in rows of their own. */
function rowsOf(outcome: readonly Outcome[], reason: string | null, used: readonly Told[]): Told[] {
  const main = outcome.find(({ lot }) => lot.item_id === lot.product_id)
  const first = main?.lot ?? outcome[0]?.lot
  if (!first) return []
  const name = { number: first.lot_number, product: first.product }
  const runOn = isRunOn(outcome)
  const figures = ({ lot, units, discarded, setAside }: Outcome) => ({
    made: countUnits(units),
    discarded: discarded || null,
    setAside: setAside || null,
    serials: runOn ? null : showRanges(units),
    held: lot.held,
  })
  const head = {
    ...name,
    date: first.made_on,
    ...(main ? figures(main) : { made: 0 }),
    discardReason: outcome.some(({ discarded }) => discarded > 0) ? reason : null,
    bestBy: first.best_by,
    people: first.people,
    note: first.note,
    entry: outcome[0]?.lot.entry ?? null,
  }
  return [
    { ...head, ...used[0] },
    ...used.slice(1).map((use) => ({ ...name, ...use })),
    ...outcome.filter((each) => each !== main).map((each) => ({ ...name, pack: each.lot.pack, ...figures(each) })),
  ]
}

/** Whether the numbers of the units run on from 1, pack by pack, as those of a new batch do. */
function isRunOn(outcome: readonly Outcome[]): boolean {
  let last = 0
  return outcome.every(({ units }) => {
    const made = countUnits(units)
    const first = last + 1
    last += made
    return made === 0 || sameUnits(units, [{ first, last }])
  })
}

function usedBy(
  uses: readonly (Awaited<ReturnType<typeof usesOf>> extends Map<number, (infer U)[]> ? U : never)[],
  ranges: Ranges,
): Told[] {
  // prettier-ignore
  return uses.map((use) => ({
    ingredient: use.item,
    quantity: quantityOf(use),
    supplier: use.supplier,
    purchasedOn: use.received_on,
    supplierLot: use.supplier_lot,
    usedNumber: use.used_number,
    usedSerials: use.used_number === null || use.movement_id === null ? null : showRanges(ranges.get(use.movement_id) ?? []), // prettier-ignore
    bag: use.lot_id === null || use.used_number !== null || use.bin_id !== null ? null : bagCode(use.lot_id),
    // What a bin holds is many lots; a table has no word for it.
    basis: use.lot_id === null || use.bin_id !== null ? 'unknown' : use.basis,
  }))
}

function changeRow(movement: Movement, ranges: Ranges): Told {
  const { id, lot_id: lotId, kind, delta, day, reason, item, unit, lot_number: number, pack } = movement
  const amount = Math.abs(delta)
  const what = {
    date: day,
    what: kind === 'counted' ? (delta > 0 ? 'found' : 'missing') : kind,
    ingredient: item,
    reason,
    entry: 2 * id,
  }
  if (number === null) return { ...what, bag: bagCode(lotId), quantity: exactQuantityText(amount, unit) }
  return { ...what, number, pack, units: amount / ONE_PIECE, serials: showRanges(ranges.get(id) ?? []) }
}

/** As it was typed where that reads the same today, else in words that do. */
export function quantityOf({ typed, base, unit }: { typed: string; base: number; unit: string }): string {
  const parsed = parseQuantity(typed, unit)
  const isSame = parsed.ok && parsed.quantity.base === base && parsed.quantity.dimension === unitNamed(unit).dimension
  return isSame ? typed : exactQuantityText(base, unit)
}
