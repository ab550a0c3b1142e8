import type { complaints } from '../../shared/api/complaints.ts'
import { notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { daysBetween } from '../../shared/domain/day.ts'
import { differences } from '../../shared/domain/differences.ts'
import { exhaustive } from '../../shared/domain/exhaustive.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { addTallies } from '../../shared/domain/massBalance.ts'
import { ONE_PIECE } from '../../shared/domain/units.ts'
import { auditTimes } from '../db/repos/audit.ts'
import { batchById, batchesById, type BatchView } from '../db/repos/batches.ts'
import { complaintHistory, countOpen, listComplaints } from '../db/repos/complaints.ts'
import { goodBatches } from '../db/repos/features.ts'
import { lotsOfBatch, productLotsInStock } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { profilesOf } from './batchProfiles.ts'
import { standingComplaint } from './complaints.ts'
import { type Context, kitchenToday } from './context.ts'
import { readKitchen } from './kitchen.ts'
import { lotProblem } from './lotRow.ts'
import { tallyUnits, withUnaccounted } from './recallUnits.ts'
import { shortlist } from './shortlist.ts'
import { say, sayWord } from '../../shared/words/say.ts'
import { sayDay } from '../../shared/words/day.ts'

type Operations = typeof complaints
type Row = Awaited<ReturnType<typeof listComplaints>>[number]
/** Good batches that one is compared with. */
const GOOD = 5
const SHORT = 3

export async function complaintList(
  { batchId, only, after, limit }: Input<Operations['list']>,
  context: Context,
): Promise<Output<Operations['list']>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const asked = { batchId: batchId ?? null, onlyOpen: only === 'open', limit: limit + 1 }
    const rows = await listComplaints(db, { ...asked, ...placeInList(after) })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return {
      rows: page.map((row) => complaintOut(row, today)),
      next:
        rows.length > limit && last ? `${last.outcome === null ? 'open' : 'closed'}_${last.heard_on}_${last.id}` : null,
    }
  })
}

function placeInList(cursor: string | null | undefined) {
  const [, state, day, id] = /^(open|closed)_(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(cursor ?? '') ?? []
  return day === undefined ? {} : { after: { isOpen: state === 'open', day, id: Number(id) } }
}

export async function openComplaints(_input: unknown, { store }: Context): Promise<Output<Operations['open']>> {
  return await store.read(countOpen)
}

export async function getComplaint(
  { complaintId }: Input<Operations['get']>,
  context: Context,
): Promise<Output<Operations['get']>> {
  return await context.store.read(async (db) => {
    const today = await kitchenToday(db, context)
    const row = await standingComplaint(db, complaintId)
    const batch = row.batch_id === null ? undefined : await batchById(db, row.batch_id)
    const stock = (await productLotsInStock(db)).filter((lot) => lot.product_id === row.product_id)
    const history = await complaintHistory(db, complaintId)
    return {
      ...complaintOut(row, today),
      reply: replyFor(batch, row.serial, await readKitchen(db, context)),
      history: [
        {
          id: 'heard',
          at: (await auditTimes(db, [row.seq])).get(row.seq) ?? '',
          what: say('Written down'),
          attachmentId: null,
          shipmentId: null,
        },
        ...history.map((entry) => ({
          id: entry.id,
          at: entry.at,
          what: entrySentence(entry),
          attachmentId: entry.attachment_id,
          shipmentId: entry.shipment_id,
        })),
      ],
      replacements: stock
        .filter((lot) => lot.batch_id !== row.batch_id && lotProblem(lot, today) === null)
        .map((lot) => ({ lotId: lot.id, lotNumber: lot.lot_number ?? '', onHand: lot.on_hand / ONE_PIECE })),
    }
  })
}

function entrySentence(entry: Awaited<ReturnType<typeof complaintHistory>>[number]): string {
  const { kind, lot_number: lot, serial, symptom, severity, text } = entry
  switch (kind) {
    case 'linked':
      return say('It is about {jar}', { jar: serial === null ? (lot ?? '') : unitNumber(lot ?? '', serial) })
    case 'graded':
      return [symptom, severity === 'ill' ? 'somebody fell ill' : severity]
        .flatMap((word) => (word ? [sayWord(word)] : []))
        .join(', ')
    case 'noted':
      return text
    case 'photo':
      return text === '' ? say('A photo') : say('A photo: {text}', { text })
    case 'replied':
      return say('Replied: {text}', { text })
    case 'replaced':
      return say('Sent a replacement to {place}', { place: text })
    case 'reopened':
      return say('Opened again: {text}', { text })
    case 'withdrawn':
      return say('Taken back: {text}', { text })
    case 'settled':
      return say('Closed: {outcome}', { outcome: sayWord(text) })
    default:
      return exhaustive(kind)
  }
}

export async function complaintShortlist(
  { text }: Input<Operations['shortlist']>,
  context: Context,
): Promise<Output<Operations['shortlist']>> {
  return await context.store.read(async (db) => {
    const { batchIds } = await shortlist(db, text, { today: await kitchenToday(db, context), dayAlone: true })
    const batches = await batchesById(db, batchIds)
    return batchIds.slice(0, SHORT).flatMap((id) => {
      const batch = batches.get(id)
      return batch ? [{ batchId: id, lotNumber: batch.lot_number, product: batch.product, madeOn: batch.made_on }] : []
    })
  })
}

/** The page for somebody who asks about a jar: what was different this time, what others said, what is left. */
export async function answerFor(
  { batchId, serial }: Input<Operations['answer']>,
  context: Context,
): Promise<Output<Operations['answer']>> {
  return await context.store.read(async (db) => {
    const batch = await batchById(db, batchId)
    if (!batch) throw notFound(say('This batch'))
    const goodIds = await goodBatches(db, { productIds: [batch.product_id], before: batch, limit: GOOD })
    const profiles = await profilesOf(db, [batchId, ...goodIds])
    const mine = profiles.get(batchId)
    const good = goodIds.flatMap((id) => profiles.get(id) ?? [])
    const lots = await lotsOfBatch(db, batchId)
    const tallies = await tallyUnits(db, lots)
    const { made, onHand, held, sent, discarded, unaccounted } = withUnaccounted(addTallies([...tallies.values()]))
    return {
      differences: mine ? differences(mine, good) : [],
      comparedWith: good.map(({ lotNumber }) => lotNumber),
      complaints: await complaintsOf(db, batchId, await kitchenToday(db, context)),
      reply: replyFor(batch, serial ?? null, await readKitchen(db, context)),
      toHold: lots.filter((lot) => lot.held === 0 && lot.on_hand > 0).map((lot) => lot.id),
      units: { made, here: onHand, held, sent, discarded, unaccounted },
    }
  })
}

async function complaintsOf(db: Db, batchId: number, today: string) {
  return (await listComplaints(db, { batchId, onlyOpen: false, limit: 50 })).map((row) => complaintOut(row, today))
}

function complaintOut(row: Row, today: string): Output<Operations['list']>['rows'][number] {
  return {
    id: row.id,
    batchId: row.batch_id,
    lotNumber: row.lot_number,
    product: row.product,
    serial: row.serial,
    what: row.what,
    who: row.who,
    heardOn: row.heard_on,
    symptom: row.symptom,
    severity: row.severity,
    outcome: row.outcome,
    age: Math.max(0, daysBetween(row.heard_on, today)),
  }
}

function replyFor(
  batch: BatchView | undefined,
  serial: number | null,
  kitchen: { readonly name: string; readonly phone: string },
): string {
  const jar = batch && (serial === null ? batch.lot_number : unitNumber(batch.lot_number, serial))
  return [
    jar === undefined
      ? say('Thank you for telling us about it.')
      : say('Thank you for telling us about {jar}.', { jar }),
    batch
      ? say(
          'It is from our batch of {product} made on {day}. I have looked up everything that went into it and where the others went.',
          { product: batch.product, day: sayDay(batch.made_on) },
        )
      : say(
          'Could you send me a photo of the label, and tell me where and when you bought it? Then I can look up everything that went into it.',
        ),
    say(
      'Please keep the jar closed and do not eat any more of it until you hear from me. I will replace it or give you your money back, as you like.',
    ),
    [kitchen.name, kitchen.phone].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join('\n\n')
}
