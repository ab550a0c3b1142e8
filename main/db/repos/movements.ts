import { sql } from 'kysely'
import { countUnits, mergeRanges, type SerialRange, subtractRanges } from '../../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../../shared/domain/units.ts'
import type { Db, MovementKind, Schema, UnitState } from '../schema.ts'
import { aboutIds, addRow, hotStatement } from './hotStatement.ts'
import { idList } from './idList.ts'

export interface NewMovement {
  readonly lotId: number
  readonly kind: MovementKind
  /** Change of what is on hand, in base units. */
  readonly delta: number
  /** The kitchen's day it happened. */
  readonly day: string
  readonly seq: number
  readonly batchUseId?: number
  readonly shipmentLineId?: number
  readonly returnedLineId?: number
  readonly pourId?: number
  readonly takesBack?: number
  readonly reason?: string
}

/**
 * Appends a movement and brings the balance along. The table refuses a balance below zero: callers check first,
 * so that the person gets a sentence.
 * @returns the movement's id
 */
export async function postMovement(db: Db, movement: NewMovement): Promise<number> {
  const id = await addMovement(db, movement)
  await hotStatement(db, 'UPDATE lot SET on_hand = on_hand + ? WHERE id = ?', [movement.delta, movement.lotId])
  return id
}

/** Appends a movement of a lot that was just added with what it brings. @returns the movement's id */
export async function addMovement(db: Db, movement: NewMovement): Promise<number> {
  const { lotId, kind, delta, day, seq } = movement
  return await addRow(db, 'movement', {
    lot_id: lotId,
    kind,
    delta,
    day,
    batch_use_id: movement.batchUseId ?? null,
    shipment_line_id: movement.shipmentLineId ?? null,
    returned_line_id: movement.returnedLineId ?? null,
    pour_id: movement.pourId ?? null,
    takes_back: movement.takesBack ?? null,
    reason: movement.reason ?? '',
    seq,
  })
}

type MovementColumn = 'lot_id' | 'batch_use_id' | 'shipment_line_id' | 'returned_line_id' | 'pour_id'

/** Movements that stand: neither taken back nor taking back. */
export async function standingMovements(db: Db, column: MovementColumn, id: number) {
  return await db
    .selectFrom('movement')
    .leftJoin('movement as back', 'back.takes_back', 'movement.id')
    .where(`movement.${column}`, '=', id)
    // Not by its index: most movements take nothing back.
    .where(sql`+movement.takes_back`, 'is', null)
    .where('back.id', 'is', null)
    .orderBy('movement.id')
    .selectAll('movement')
    .execute()
}

/** A movement where it stands. */
export async function standingMovement(db: Db, id: number) {
  return await db
    .selectFrom('movement')
    .leftJoin('movement as back', 'back.takes_back', 'movement.id')
    .where('movement.id', '=', id)
    .where('back.id', 'is', null)
    .selectAll('movement')
    .executeTakeFirst()
}

/** Movements that stand and were posted by one command. */
export async function movementsOfCommand(db: Db, seq: number) {
  const { rows } = await sql<{
    id: number
    lot_id: number
    kind: MovementKind
    delta: number
    shipment_line_id: number | null
  }>`
    SELECT id, lot_id, kind, delta, shipment_line_id FROM movement
    WHERE seq = ${seq} AND +takes_back IS NULL
    AND NOT EXISTS (SELECT 1 FROM movement AS back WHERE back.takes_back = movement.id)`.execute(db)
  return rows
}

/**
 * Takes a movement back: the opposite movement, and its units, if any, on hand again. Units that had come back from a
 * place are there again, and those that a count had found are missing again: callers check that they are still on hand.
 */
export async function takeBack(
  db: Db,
  movement: {
    readonly id: number
    readonly lot_id: number
    readonly kind: MovementKind
    readonly delta: number
    readonly shipment_line_id: number | null
  },
  { day, seq, reason }: { readonly day: string; readonly seq: number; readonly reason: string },
): Promise<void> {
  const cameBack = movement.kind === 'returned'
  const id = await postMovement(db, {
    lotId: movement.lot_id,
    kind: movement.kind,
    delta: -movement.delta,
    day,
    seq,
    takesBack: movement.id,
    reason,
    ...(cameBack && movement.shipment_line_id !== null ? { shipmentLineId: movement.shipment_line_id } : {}),
  })
  const ranges = await rangesOfMovement(db, movement.id)
  const state = cameBack ? 'sent' : movement.kind === 'counted' && movement.delta > 0 ? 'missing' : 'on hand'
  if (ranges.length > 0) await placeUnits(db, { lotId: movement.lot_id, movementId: id, state, ranges })
}

/** Takes movements back, those that took something first, so that no balance is below zero in between. */
export async function takeAllBack(
  db: Db,
  movements: readonly Parameters<typeof takeBack>[1][],
  taken: { readonly day: string; readonly seq: number; readonly reason: string },
): Promise<void> {
  for (const movement of movements.toSorted((a, b) => a.delta - b.delta || b.id - a.id))
    await takeBack(db, movement, taken)
}

/** Units of a lot that are in one place. */
export type UnitRange = Readonly<Schema['unit_range']>

/** Units of a lot by where they are, lowest serial first. */
export async function unitRanges(db: Db, lotId: number, state?: UnitState) {
  const rows = await hotStatement<Schema['unit_range']>(
    db,
    'SELECT * FROM unit_range WHERE lot_id = ? ORDER BY first',
    [lotId],
  )
  return state ? rows.filter((row) => row.state === state) : rows
}

/** Units of some lots that are on hand, by lot, lowest serial first. */
export async function unitsOnHand(db: Db, lotIds: readonly number[]): Promise<Map<number, UnitRange[]>> {
  const rows = await aboutIds(
    db,
    'units on hand of lots',
    (ids) =>
      db
        .selectFrom('unit_range')
        .selectAll()
        .where('lot_id', 'in', ids)
        .where('state', '=', 'on hand')
        .orderBy('lot_id')
        .orderBy('first'),
    lotIds,
  )
  return Map.groupBy(rows, ({ lot_id }) => lot_id)
}

export async function rangesOfMovement(db: Db, movementId: number): Promise<SerialRange[]> {
  return await db
    .selectFrom('movement_range')
    .select(['first', 'last'])
    .where('movement_id', '=', movementId)
    .orderBy('first')
    .execute()
}

/**
 * Records which units a movement took and where they are from now on; other units stay where they were.
 * @param there where the units of the lot are now, for who knows it already; none of a new lot
 */
export async function placeUnits(
  db: Db,
  placed: {
    readonly lotId: number
    readonly movementId: number
    readonly state: UnitState
    readonly ranges: readonly SerialRange[]
  },
  there?: readonly UnitRange[],
): Promise<void> {
  const { lotId: lot_id, movementId: movement_id, state } = placed
  const ranges = mergeRanges(placed.ranges)
  await recordRanges(db, movement_id, ranges)
  await forgetUnits(db, lot_id, ranges, there)
  for (const { first, last } of ranges) await addRow(db, 'unit_range', { lot_id, first, last, state, movement_id })
}

/** Takes units out of the places of a lot: there are no such units any more, or they are put elsewhere next. */
async function forgetUnits(
  db: Db,
  lotId: number,
  ranges: readonly SerialRange[],
  there?: readonly UnitRange[],
): Promise<void> {
  for (const old of there ?? (await unitRanges(db, lotId))) {
    const left = subtractRanges([old], ranges)
    if (left.length === 1 && left[0]?.first === old.first && left[0].last === old.last) continue
    await hotStatement(db, 'DELETE FROM unit_range WHERE lot_id = ? AND first = ?', [lotId, old.first])
    for (const { first, last } of left) await addRow(db, 'unit_range', { ...old, first, last })
  }
}

async function recordRanges(db: Db, movementId: number, ranges: readonly SerialRange[]): Promise<void> {
  for (const { first, last } of ranges) await addRow(db, 'movement_range', { movement_id: movementId, first, last })
}

/**
 * Corrects how many units a lot has: a new “made” movement in place of the old one. Units keep their places, new ones
 * are on hand, and those that are not among `ranges` never were.
 */
export async function remake(
  db: Db,
  {
    lotId,
    old,
    ranges: given,
    day,
    seq,
    reason,
  }: {
    readonly lotId: number
    readonly old: { readonly id: number; readonly delta: number }
    readonly ranges: readonly SerialRange[]
    readonly day: string
    readonly seq: number
    readonly reason: string
  },
): Promise<void> {
  const ranges = mergeRanges(given)
  const before = mergeRanges(await unitRanges(db, lotId))
  const posted = { lotId, kind: 'made', seq, reason } as const
  const id = await postMovement(db, { ...posted, delta: countUnits(ranges) * ONE_PIECE, day })
  await recordRanges(db, id, ranges)
  await postMovement(db, { ...posted, delta: -old.delta, day, takesBack: old.id })
  await db.updateTable('unit_range').set({ movement_id: id }).where('movement_id', '=', old.id).execute()
  await forgetUnits(db, lotId, subtractRanges(before, ranges))
  for (const { first, last } of subtractRanges(ranges, before))
    await db
      .insertInto('unit_range')
      .values({ lot_id: lotId, first, last, state: 'on hand', movement_id: id })
      .execute()
}

/** Takes movements back and posts them again on another day, with the same units, which go to `state`. */
export async function moveToDay(
  db: Db,
  movements: Awaited<ReturnType<typeof standingMovements>>,
  {
    day,
    state,
    ...taken
  }: { readonly day: string; readonly seq: number; readonly reason: string; readonly state: UnitState },
): Promise<void> {
  await takeAllBack(db, movements, { day, ...taken })
  for (const { id: old, lot_id: lotId, kind, delta, batch_use_id, reason } of movements) {
    const link = batch_use_id === null ? {} : { batchUseId: batch_use_id }
    const movementId = await postMovement(db, { lotId, kind, delta, day, seq: taken.seq, reason, ...link })
    const ranges = await rangesOfMovement(db, old)
    if (ranges.length > 0) await placeUnits(db, { lotId, movementId, state, ranges })
  }
}

/** Forgets where the units of a lot are: the batch that made them is void. */
export async function clearUnits(db: Db, lotId: number): Promise<void> {
  await db.deleteFrom('unit_range').where('lot_id', '=', lotId).execute()
}

/** Serials by movement, for lines to show. */
export async function rangesByMovement(db: Db, movementIds: readonly number[]) {
  const rows = await db
    .selectFrom('movement_range')
    .selectAll()
    .where('movement_id', 'in', idList(movementIds))
    .orderBy('movement_id')
    .orderBy('first')
    .execute()
  return Map.groupBy(rows, (row) => row.movement_id)
}
