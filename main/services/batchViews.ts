import type { batches } from '../../shared/api/batches.ts'
import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { countUnits, showRanges } from '../../shared/domain/serialRange.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { auditBySeq } from '../db/repos/audit.ts'
import { batchById, batchPage, type BatchView, usesOfBatches } from '../db/repos/batches.ts'
import { lotsById, lotsOfBatch, type LotView } from '../db/repos/lots.ts'
import { type UnitPlace, whereUnitsAre } from '../db/repos/unitPlaces.ts'
import type { Db } from '../db/schema.ts'
import { whoOf } from './deskNow.ts'
import type { Context } from './context.ts'
import { crewNames } from './batchCrew.ts'
import { contactSentences } from './crossContact.ts'
import { lotLabel } from './lotRow.ts'
import { say } from '../../shared/words/say.ts'

export async function listBatches(
  input: Input<typeof batches.list>,
  { store }: Context,
): Promise<Output<typeof batches.list>> {
  return await store.read(async (db) => {
    const rows = await batchPage(db, {
      limit: input.limit + 1,
      ...(input.productId ? { productId: input.productId } : {}),
      ...readCursor(input.after),
    })
    const page = rows.slice(0, input.limit)
    const last = page.at(-1)
    return {
      rows: page.map(batchRow),
      next: rows.length > input.limit && last ? `${last.made_on}_${last.id}` : null,
    }
  })
}

export async function getBatch(
  { batchId }: Input<typeof batches.get>,
  { store }: Context,
): Promise<Output<typeof batches.get>> {
  return await store.read(async (db) => {
    const batch = await knownBatch(db, batchId)
    const lots = await lotsOfBatch(db, batchId)
    const [lot] = lots
    if (!lot) throw new Error(`batch ${batchId} made no lot`)
    const uses = await usesOfBatches(db, [batchId])
    const used = await lotsById(
      db,
      uses.flatMap((use) => use.lot_id ?? []),
    )
    const places = await whereUnitsAre(
      db,
      lots.map((each) => each.id),
    )
    const recorded = await auditBySeq(db, batch.seq)
    return {
      ...batchRow(batch),
      lotId: lot.id,
      lots: lots.map((each) => lotOut(each, places)),
      recipeVersion: batch.recipe_version,
      bestBy: lot.best_by,
      recordedAt: recorded?.at ?? '',
      recordedBy: recorded ? whoOf(recorded.actor) : null,
      note: batch.note,
      held: lots.some((each) => each.held === 1),
      voidReason: batch.void_reason,
      ...(await crewNames(db, batchId)),
      crossContact: await contactSentences(db, batchId),
      uses: uses.map((use) => {
        const from = use.lot_id === null ? undefined : used.get(use.lot_id)
        return {
          itemId: use.item_id,
          ingredient: use.item,
          quantity: use.typed,
          lotId: use.lot_id,
          lot: from ? lotLabel(from) : say('lot not recorded'),
          basis: use.basis,
          overrideReason: use.override_reason,
        }
      }),
      units: places.map(({ lot_id, first, last, where, day }) => ({
        lotId: lot_id,
        serials: showRanges([{ first, last }]),
        count: last - first + 1,
        where,
        day,
      })),
    }
  })
}

/** One pack that came out, with every unit number of it. */
function lotOut(lot: LotView, places: readonly UnitPlace[]) {
  const units = places.filter((place) => place.lot_id === lot.id)
  return {
    lotId: lot.id,
    itemId: lot.item_id,
    product: lot.item,
    pack: lot.pack ?? '',
    unit: lot.unit,
    made: countUnits(units),
    onHand: lot.on_hand / ONE_PIECE,
    serials: showRanges(units),
    held: lot.held === 1,
  }
}

export async function knownBatch(db: Db, batchId: number): Promise<BatchView> {
  const batch = await batchById(db, batchId)
  if (!batch) throw notFound(say('This batch'))
  return batch
}

/** Reads `day_id`, the cursor of lists in order of day. */
export function readCursor(after: string | null | undefined): { after?: { day: string; id: number } } {
  const found = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(after ?? '')
  return found?.[1] ? { after: { day: found[1], id: Number(found[2]) } } : {}
}

function batchRow(batch: BatchView) {
  return {
    id: batch.id,
    lotNumber: batch.lot_number,
    productId: batch.product_id,
    product: batch.product,
    unit: batch.unit,
    madeOn: batch.made_on,
    made: batch.made,
    onHand: (batch.on_hand ?? 0) / ONE_PIECE,
    state: batch.void_reason === null ? batch.state : ('void' as const),
  }
}
