import { mergeRanges, type SerialRange, subtractRanges } from '../../../shared/domain/serialRange.ts'
import type { Db, MovementKind, UnitState } from '../schema.ts'

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
  readonly takesBack?: number
  readonly reason?: string
}

/**
 * Appends a movement and brings the balance along. The table refuses a balance below zero: callers check first,
 * so that the person gets a sentence.
 * @returns the movement's id
 */
export async function postMovement(db: Db, movement: NewMovement): Promise<number> {
  const { id } = await db
    .insertInto('movement')
    .values({
      lot_id: movement.lotId,
      kind: movement.kind,
      delta: movement.delta,
      day: movement.day,
      batch_use_id: movement.batchUseId ?? null,
      shipment_line_id: movement.shipmentLineId ?? null,
      returned_line_id: movement.returnedLineId ?? null,
      takes_back: movement.takesBack ?? null,
      reason: movement.reason ?? '',
      seq: movement.seq,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('lot')
    .set(({ eb }) => ({ on_hand: eb('on_hand', '+', movement.delta) }))
    .where('id', '=', movement.lotId)
    .execute()
  return id
}

type MovementColumn = 'lot_id' | 'batch_use_id' | 'shipment_line_id' | 'returned_line_id'

/** Movements that stand: neither taken back nor taking back. */
export async function standingMovements(db: Db, column: MovementColumn, id: number) {
  return await db
    .selectFrom('movement')
    .leftJoin('movement as back', 'back.takes_back', 'movement.id')
    .where(`movement.${column}`, '=', id)
    .where('movement.takes_back', 'is', null)
    .where('back.id', 'is', null)
    .orderBy('movement.id')
    .selectAll('movement')
    .execute()
}

/**
 * Takes a movement back: the opposite movement, and its units, if any, on hand again. Units that had come back from a
 * place are there again: callers check that they are still on hand.
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
  const state = cameBack ? 'sent' : 'on hand'
  if (ranges.length > 0) await placeUnits(db, { lotId: movement.lot_id, movementId: id, state, ranges })
}

/** Units of a lot by where they are, lowest serial first. */
export async function unitRanges(db: Db, lotId: number, state?: UnitState) {
  let rows = db.selectFrom('unit_range').selectAll().where('lot_id', '=', lotId).orderBy('first')
  if (state) rows = rows.where('state', '=', state)
  return await rows.execute()
}

export async function rangesOfMovement(db: Db, movementId: number): Promise<SerialRange[]> {
  return await db
    .selectFrom('movement_range')
    .select(['first', 'last'])
    .where('movement_id', '=', movementId)
    .orderBy('first')
    .execute()
}

/** Records which units a movement took and where they are from now on; other units stay where they were. */
export async function placeUnits(
  db: Db,
  placed: {
    readonly lotId: number
    readonly movementId: number
    readonly state: UnitState
    readonly ranges: readonly SerialRange[]
  },
): Promise<void> {
  const { lotId: lot_id, movementId: movement_id, state } = placed
  const ranges = mergeRanges(placed.ranges)
  for (const { first, last } of ranges)
    await db.insertInto('movement_range').values({ movement_id, first, last }).execute()
  for (const old of await unitRanges(db, lot_id)) {
    const left = subtractRanges([old], ranges)
    if (left.length === 1 && left[0]?.first === old.first && left[0].last === old.last) continue
    await db.deleteFrom('unit_range').where('lot_id', '=', lot_id).where('first', '=', old.first).execute()
    for (const { first, last } of left)
      await db
        .insertInto('unit_range')
        .values({ ...old, first, last })
        .execute()
  }
  for (const { first, last } of ranges)
    await db.insertInto('unit_range').values({ lot_id, first, last, state, movement_id }).execute()
}

/** Forgets where the units of a lot are: the batch that made them is void. */
export async function clearUnits(db: Db, lotId: number): Promise<void> {
  await db.deleteFrom('unit_range').where('lot_id', '=', lotId).execute()
}
