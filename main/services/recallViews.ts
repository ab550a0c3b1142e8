import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { Tally } from '../../shared/api/recall.ts'
import { RecallDetail, type RecallOut, type recalls } from '../../shared/api/recalls.ts'
import { z } from '../../shared/api/zod.ts'
import { checksNeeded } from '../../shared/domain/effectiveness.ts'
import { accountedPercent, addTallies } from '../../shared/domain/massBalance.ts'
import { recallFigures } from '../../shared/domain/recallFigures.ts'
import { showRanges } from '../../shared/domain/serialRange.ts'
import { lastAuditHash } from '../db/repos/audit.ts'
import { lotsById, type LotView } from '../db/repos/lots.ts'
import { listRecalls, recallById, recallRows, type RecallView, returnedBefore } from '../db/repos/recalls.ts'
import { rangesByMovement } from '../db/repos/movements.ts'
import { shipmentLines } from '../db/repos/shipments.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from './context.ts'
import { drillIn } from './drillViews.ts'
import { lotLabel } from './lotRow.ts'
import { criteriaOf } from './recallRecords.ts'
import { scopeIn } from './recallScope.ts'
import { tallyUnits, withUnaccounted } from './recallUnits.ts'
import { say } from '../../shared/words/say.ts'

type Operations = typeof recalls
type Rows = Awaited<ReturnType<typeof recallRows>>

export async function recallList(_input: unknown, { store }: Context): Promise<Output<Operations['list']>> {
  return await store.read(async (db) => {
    const heads: Output<Operations['list']> = []
    for (const recall of await listRecalls(db, false)) {
      const rows = await recallRows(db, recall.id)
      const lots = await lotsOf(db, rows)
      const { figures } = await consigneesOf(db, rows, lots, recall.opened_on)
      heads.push({
        id: recall.id,
        kind: recall.kind,
        title: recall.title,
        openedOn: recall.opened_on,
        endedOn: endOf(rows)?.endedOn ?? null,
        units: totalOf(lots).made,
        consignees: figures.reachable,
        told: figures.told,
        responded: figures.responded,
      })
    }
    return heads
  })
}

export async function getRecall(
  { recallId }: Input<Operations['get']>,
  context: Context,
): Promise<Output<Operations['get']>> {
  return await context.store.read(async (db) => await recallIn(db, recallId, context))
}

/** One recall with all that belongs to it: its snapshot, today's units, what places received and answered. */
export async function recallIn(db: Db, recallId: number, context: Context): Promise<RecallOut> {
  const recall = await recallById(db, recallId)
  if (!recall) throw notFound(say('This recall'))
  const rows = await recallRows(db, recallId)
  const lots = await lotsOf(db, rows)
  const detail = detailOf(rows)
  const { consignees, figures } = await consigneesOf(db, rows, lots, recall.opened_on)
  const total = totalOf(lots)
  const drill = recall.kind === 'drill' ? await drillIn(db, recall, { lots, consignees }) : null
  return {
    id: recall.id,
    kind: recall.kind,
    title: recall.title,
    seed: recall.seed,
    openedOn: recall.opened_on,
    openedAt: recall.opened_at,
    criteria: criteriaOf(recall),
    detail,
    end: endOf(rows),
    lots,
    drill,
    since: await sinceThen(db, recall, lots, context),
    consignees,
    publicTold: rows.notices
      .filter((notice) => notice.place_id === null)
      .map(({ means, told_on }) => ({ means, toldOn: told_on })),
    figures: {
      made: total.made,
      ...figures,
      accountedPercent: accountedPercent(total),
      checksNeeded: checksNeeded(detail.checkLevel, figures.reachable, detail.checkPercent),
      checksDone: consignees.filter(({ check }) => check !== null && check.result !== 'not reached').length,
      checksEffective: consignees.filter(({ check }) => check?.result === 'effective').length,
    },
    auditHash: await lastAuditHash(db),
    at: context.now(),
  }
}

function detailOf({ details }: Rows): RecallDetail {
  const detail = details.at(-1)?.detail
  return RecallDetail.parse(detail === undefined ? {} : JSON.parse(detail))
}

function endOf({ ends }: Rows): RecallOut['end'] {
  const end = ends.at(-1)
  return end?.ended === 1 ? { endedOn: end.ended_on, statement: end.statement } : null
}

async function lotsOf(db: Db, { lots: kept }: Rows): Promise<RecallOut['lots']> {
  const views = await lotsById(db, [...new Set(kept.map((lot) => lot.lot_id))])
  const tallies = await tallyUnits(
    db,
    [...views.values()].filter((lot) => lot.batch_id !== null),
  )
  // A lot in doubt that was found to be affected later has two rows: the later one holds.
  const newest = new Map(kept.map((row) => [row.lot_id, row]))
  return [...newest.values()].flatMap((row) => {
    const lot = views.get(row.lot_id)
    const now = tallies.get(row.lot_id)
    if (!lot) return []
    return {
      lotId: lot.id,
      batchId: lot.batch_id,
      label: lot.lot_number ?? labelOf(lot),
      product: lot.item,
      productId: lot.item_id,
      unit: lot.unit,
      madeOn: lot.made_on,
      bestBy: lot.best_by,
      column: row.verdict,
      because: z.array(z.string()).parse(JSON.parse(row.because)),
      held: lot.held === 1,
      unitsThen: Tally.nullable().parse(JSON.parse(row.units)),
      unitsNow: now ? withUnaccounted(now) : null,
      addedAt: row.at ?? '',
    }
  })
}

function labelOf(lot: LotView): string {
  return `${lot.item}, ${lotLabel(lot)}`
}

function totalOf(lots: RecallOut['lots']) {
  const affected = lots.filter(({ column }) => column === 'affected')
  return addTallies(affected.flatMap(({ unitsNow }) => unitsNow ?? []))
}

/** Lines to a place that still had units there when the recall was opened; gifts count, own use does not. */
async function linesThere(db: Db, lotIds: readonly number[], openedOn: string) {
  const lines = (await shipmentLines(db, 'lot_id', lotIds)).flatMap((line) => {
    const { place_id, place, place_kind, contact, phone, email } = line
    if (line.void_reason !== null || place_id === null) return []
    return [
      {
        ...line,
        place_id,
        place: place ?? '',
        place_kind: place_kind ?? 'other',
        contact: [contact, phone, email].filter(Boolean).join(', '),
      },
    ]
  })
  const ids = lines.map((line) => line.id)
  const back = await returnedBefore(db, ids, openedOn)
  return lines
    .map((line) => ({ ...line, units: line.units - (back.get(line.id) ?? 0) }))
    .filter((line) => line.units > 0)
}

/** Who received what of which lot, and what was said and done about it. */
async function consigneesOf(db: Db, rows: Rows, lots: RecallOut['lots'], openedOn: string) {
  const finished = new Map(lots.filter(({ batchId }) => batchId !== null).map((lot) => [lot.lotId, lot]))
  const lines = await linesThere(db, [...finished.keys()], openedOn)
  const serials = await rangesByMovement(
    db,
    lines.map((line) => line.movement_id),
  )
  const places = [...Map.groupBy(lines, (line) => line.place_id).values()]
  const consignees = places.flatMap((atPlace): RecallOut['consignees'] => {
    const [first] = atPlace
    if (!first) return []
    const check = rows.checks.findLast((row) => row.place_id === first.place_id)
    return [
      {
        placeId: first.place_id,
        place: first.place,
        placeKind: first.place_kind,
        contact: first.contact,
        isPublic: first.place_kind === 'market',
        told: rows.notices
          .filter((notice) => notice.place_id === first.place_id)
          .map(({ means, told_on }) => ({ means, toldOn: told_on })),
        lots: [...Map.groupBy(atPlace, (line) => line.lot_id)].map(([lotId, deliveries]) => ({
          lotId,
          lotNumber: deliveries[0]?.lot_number ?? '',
          product: deliveries[0]?.product ?? '',
          unit: deliveries[0]?.unit ?? '',
          column: finished.get(lotId)?.column ?? 'affected',
          units: deliveries.reduce((sum, line) => sum + line.units, 0),
          deliveries: deliveries.map((line) => ({
            sentOn: line.sent_on,
            units: line.units,
            serials: showRanges(serials.get(line.movement_id) ?? []),
            reference: line.reference,
          })),
          response: responseOf(rows, first.place_id, lotId),
        })),
        check: check ? { checkedOn: check.checked_on, result: check.result, note: check.note } : null,
      },
    ]
  })
  const figures = recallFigures(
    consignees.flatMap(({ placeId, isPublic, told, lots: received }) =>
      received
        .filter(({ column }) => column === 'affected')
        .map(({ units, response }) => ({ placeId, isPublic, isTold: told.length > 0, units, response })),
    ),
  )
  return { consignees, figures }
}

function responseOf({ responses }: Rows, placeId: number, lotId: number) {
  const row = responses.findLast((each) => each.place_id === placeId && each.lot_id === lotId)
  if (!row) return null
  const { answered_on: answeredOn, on_hand: onHand, returned, destroyed, note } = row
  return { answeredOn, onHand, returned, destroyed, note }
}

/** The same question to the record as it is now: what it adds, and what it no longer supports. */
async function sinceThen(db: Db, recall: RecallView, lots: RecallOut['lots'], context: Context) {
  const scope = await scopeIn(db, criteriaOf(recall), context)
  const now = new Map(
    [
      ...scope.affected.flatMap(({ lotIds, lotNumber }) => lotIds.map((id) => [id, lotNumber, 'affected'] as const)),
      ...scope.cannotTell.flatMap(({ lotIds, lotNumber }) =>
        lotIds.map((id) => [id, lotNumber, 'cannot tell'] as const),
      ),
      ...scope.lots.map((lot) => [lot.lotId, lot.label, lot.verdict] as const),
    ].map(([lotId, label, column]) => [lotId, { label, column }]),
  )
  const then = new Map(lots.map((lot) => [lot.lotId, lot.column]))
  return {
    added: [...now]
      .filter(([lotId, { column }]) => !then.has(lotId) || (column === 'affected' && then.get(lotId) !== 'affected'))
      .map(([, { label }]) => label),
    gone: lots.filter(({ lotId }) => !now.has(lotId)).map(({ label }) => label),
  }
}
