import { fieldError, notFound } from '../../shared/api/errors.ts'
import type { complaints } from '../../shared/api/complaints.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { showDay } from '../../shared/domain/day.ts'
import { type BatchProfile, differences } from '../../shared/domain/differences.ts'
import { addTallies } from '../../shared/domain/massBalance.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { batchById, batchesById, type BatchView, usesOfBatches } from '../db/repos/batches.ts'
import {
  complaintExists,
  goodBatchesBefore,
  insertComplaint,
  insertOutcome,
  listComplaints,
  readingsOf,
} from '../db/repos/complaints.ts'
import { lotsById, lotsOfBatch } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { command, type Context } from './context.ts'
import { readKitchen } from './kitchen.ts'
import { lotLabel } from './lotRow.ts'
import { tallyUnits, withUnaccounted } from './recallUnits.ts'

type Operations = typeof complaints
/** Good batches that one is compared with. */
const GOOD = 5

export async function complaintList({ batchId, limit }: Input<Operations['list']>, { store }: Context) {
  return await store.read(async (db) => await complaintsOf(db, batchId ?? null, limit))
}

export async function logComplaint(input: Input<Operations['log']>, context: Context) {
  const { batchId, serial, what, who, heardOn } = input
  return await command(context, input, async ({ db, seq }) => {
    const batch = await batchById(db, batchId)
    if (!batch) throw notFound('This batch')
    const { made } = addTallies([...(await tallyUnits(db, await lotsOfBatch(db, batchId))).values()])
    if (serial && serial > made)
      throw fieldError('serial', `${batch.lot_number} has no unit ${serial}: it made ${made}.`)
    const row = { batchId, serial: serial ?? null, what, who: who ?? '', heardOn, seq }
    return { complaintId: await insertComplaint(db, row) }
  })
}

export async function settleComplaint(input: Input<Operations['settle']>, context: Context) {
  const { complaintId, outcome } = input
  return await command(context, input, async ({ db, seq }) => {
    if (!(await complaintExists(db, complaintId))) throw notFound('This complaint')
    await insertOutcome(db, { complaint_id: complaintId, outcome, seq })
    return { complaintId }
  })
}

/** The page for somebody who asks about a jar: what was different this time, what others said, what is left. */
export async function answerFor(
  { batchId, serial }: Input<Operations['answer']>,
  context: Context,
): Promise<Output<Operations['answer']>> {
  return await context.store.read(async (db) => {
    const batch = await batchById(db, batchId)
    if (!batch) throw notFound('This batch')
    const goodIds = await goodBatchesBefore(db, { productId: batch.product_id, batchId, limit: GOOD })
    const profiles = await profilesOf(db, [batchId, ...goodIds])
    const mine = profiles.get(batchId)
    const good = goodIds.flatMap((id) => profiles.get(id) ?? [])
    const lots = await lotsOfBatch(db, batchId)
    const tallies = await tallyUnits(db, lots)
    const { made, onHand, held, sent, discarded, unaccounted } = withUnaccounted(addTallies([...tallies.values()]))
    const kitchen = await readKitchen(db, context)
    return {
      differences: mine ? differences(mine, good) : [],
      comparedWith: good.map(({ lotNumber }) => lotNumber),
      complaints: await complaintsOf(db, batchId, 50),
      reply: replyFor(batch, serial ?? null, kitchen),
      toHold: lots.filter((lot) => lot.held === 0 && lot.on_hand > 0).map((lot) => lot.id),
      units: { made, here: onHand, held, sent, discarded, unaccounted },
    }
  })
}

async function complaintsOf(db: Db, batchId: number | null, limit: number): Promise<Output<Operations['list']>> {
  const rows = await listComplaints(db, { batchId, limit })
  return rows.map((row) => ({
    id: row.id,
    batchId: row.batch_id,
    lotNumber: row.lot_number,
    product: row.product,
    serial: row.serial,
    what: row.what,
    who: row.who,
    heardOn: row.heard_on,
    outcome: row.outcome,
  }))
}

async function profilesOf(db: Db, ids: readonly number[]): Promise<Map<number, BatchProfile>> {
  const batches = await batchesById(db, ids)
  const uses = await usesOfBatches(db, ids)
  const lots = await lotsById(db, [...new Set(uses.flatMap((use) => use.lot_id ?? []))])
  const readings = await readingsOf(db, ids)
  return new Map(
    [...batches.values()].map((batch) => {
      const mine = uses.filter((use) => use.batch_id === batch.id)
      return [
        batch.id,
        {
          lotNumber: batch.lot_number,
          made: batch.made,
          recipeVersion: batch.recipe_version,
          ingredients: [...Map.groupBy(mine, (use) => use.item)].map(([name, rows]) => {
            const taken = rows.flatMap((use) => (use.lot_id === null ? [] : (lots.get(use.lot_id) ?? [])))
            return {
              name,
              base: rows.reduce((sum, use) => sum + use.base, 0),
              suppliers: [...new Set(taken.flatMap((lot) => lot.supplier ?? []))],
              lots: [...new Set(taken.map(lotLabel))],
              isUnknown: rows.some((use) => use.lot_id === null),
            }
          }),
          readings: readings
            .filter((reading) => reading.batch_id === batch.id)
            .map(({ name, thousandths, unit }) => ({ name, value: thousandths / 1000, unit })),
        },
      ]
    }),
  )
}

function replyFor(batch: BatchView, serial: number | null, kitchen: { name: string; phone: string }): string {
  const jar = serial === null ? batch.lot_number : unitNumber(batch.lot_number, serial)
  return [
    `Thank you for telling us about ${jar}.`,
    `It is from our batch of ${batch.product} made on ${showDay(batch.made_on)}. I have looked up everything that went into it and where the others went.`,
    'Please keep the jar closed and do not eat any more of it until you hear from me. I will replace it or give you your money back, as you like.',
    [kitchen.name, kitchen.phone].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join('\n\n')
}
