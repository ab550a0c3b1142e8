import type { complaints } from '../../shared/api/complaints.ts'
import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { addTallies } from '../../shared/domain/massBalance.ts'
import { storeAttachment } from '../db/repos/attachments.ts'
import { batchById } from '../db/repos/batches.ts'
import { complaintById, insertComplaint, insertComplaintEntry, insertOutcome } from '../db/repos/complaints.ts'
import { placeNamed } from '../db/repos/directory.ts'
import { lotsOfBatch } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import type { Work } from '../db/unitOfWork.ts'
import { command, type Context } from './context.ts'
import { readPhoto } from './photos.ts'
import { tallyUnits } from './recallUnits.ts'
import { writeShipment } from './sending.ts'
import { say } from '../../shared/words/say.ts'

type Operations = typeof complaints
type Done = Output<Operations['link']>

export async function logComplaint(input: Input<Operations['log']>, context: Context): Promise<Done> {
  const { what, who, heardOn, symptom, severity } = input
  return await command(context, input, async ({ db, seq }) => {
    const batchId = input.batchId ?? null
    const serial = batchId === null ? null : (input.serial ?? null)
    if (batchId !== null) await refuseUnmade(db, batchId, serial)
    const complaintId = await insertComplaint(db, { batchId, serial, what, who: who ?? '', heardOn, seq })
    if (severity || symptom)
      await insertComplaintEntry(db, {
        complaint_id: complaintId,
        kind: 'graded',
        symptom: symptom ?? '',
        severity: severity || null,
        seq,
      })
    return { complaintId }
  })
}

export async function linkComplaint(input: Input<Operations['link']>, context: Context): Promise<Done> {
  return await write(input, context, async ({ db, seq }, complaint_id) => {
    const { batchId: batch_id, serial = null } = input
    await refuseUnmade(db, batch_id, serial)
    await insertComplaintEntry(db, { complaint_id, kind: 'linked', batch_id, serial, seq })
  })
}

export async function gradeComplaint(input: Input<Operations['grade']>, context: Context): Promise<Done> {
  return await write(input, context, async ({ db, seq }, complaint_id) => {
    const { symptom, severity } = input
    await insertComplaintEntry(db, { complaint_id, kind: 'graded', symptom: symptom ?? '', severity, seq })
  })
}

export async function noteComplaint(input: Input<Operations['note']>, context: Context): Promise<Done> {
  return await write(input, context, async ({ db, seq }, complaint_id) => {
    await insertComplaintEntry(db, { complaint_id, kind: 'noted', text: input.text, seq })
  })
}

/** Keeps a photo. In the history stands its hash in place of its content, which is stored once. */
export async function addComplaintPhoto(input: Input<Operations['addPhoto']>, context: Context): Promise<Done> {
  const { jpegBase64, ...others } = input
  const { content, sha256 } = readPhoto(jpegBase64)
  return await write({ ...others, sha256 }, context, async ({ db, seq }, complaint_id) => {
    const attachment_id = await storeAttachment(db, { sha256, content, seq })
    await insertComplaintEntry(db, { complaint_id, kind: 'photo', text: others.text ?? '', attachment_id, seq })
  })
}

export async function keepReply(input: Input<Operations['replied']>, context: Context): Promise<Done> {
  return await write(input, context, async ({ db, seq }, complaint_id) => {
    await insertComplaintEntry(db, { complaint_id, kind: 'replied', text: input.text, seq })
  })
}

/** Sends another unit: a shipment like any other, so that it can be traced and recalled. */
export async function sendReplacement(
  input: Input<Operations['replace']>,
  context: Context,
): Promise<Output<Operations['replace']>> {
  const { complaintId, lotId, units, place, sentOn } = input
  return await command(context, input, async ({ db, seq }) => {
    const complaint = await standingComplaint(db, complaintId)
    const shipmentId = await writeShipment(db, {
      placeId: await placeNamed(db, place, 'person'),
      purpose: 'exchange',
      sentOn,
      reference: '',
      note: `In place of ${complaint.lot_number ?? 'a jar that was complained about'}`,
      seq,
      lines: [{ lotId, units }],
      field: 'lines',
    }).catch(asOwnField)
    await insertComplaintEntry(db, {
      complaint_id: complaintId,
      kind: 'replaced',
      shipment_id: shipmentId,
      text: place,
      seq,
    })
    return { complaintId, shipmentId }
  })
}

export async function settleComplaint(input: Input<Operations['settle']>, context: Context): Promise<Done> {
  return await write(input, context, async ({ db, seq }, complaint_id) => {
    await insertOutcome(db, { complaint_id, outcome: input.outcome, seq })
  })
}

export async function reopenComplaint(input: Input<Operations['reopen']>, context: Context): Promise<Done> {
  return await write(input, context, async ({ db, seq }, complaint_id) => {
    const { outcome } = await standingComplaint(db, complaint_id)
    if (outcome === null) throw new AppError({ code: 'conflict', message: say('This complaint is open already.') })
    await insertComplaintEntry(db, { complaint_id, kind: 'reopened', text: input.reason, seq })
  })
}

export async function withdrawComplaint(input: Input<Operations['withdraw']>, context: Context): Promise<Done> {
  return await write(input, context, async ({ db, seq }, complaint_id) => {
    await insertComplaintEntry(db, { complaint_id, kind: 'withdrawn', text: input.reason, seq })
  })
}

/** Runs what adds to a complaint that stands. */
async function write(
  input: { readonly requestId: string; readonly complaintId: number; readonly sha256?: string },
  context: Context,
  work: (work: Work, complaintId: number) => Promise<void>,
): Promise<Done> {
  const { complaintId } = input
  return await command(context, input, async (unit) => {
    await standingComplaint(unit.db, complaintId)
    await work(unit, complaintId)
    return { complaintId }
  })
}

export async function standingComplaint(db: Db, complaintId: number) {
  const complaint = await complaintById(db, complaintId)
  if (!complaint) throw notFound(say('This complaint'))
  return complaint
}

/** A complaint is about a unit that was made. */
async function refuseUnmade(db: Db, batchId: number, serial: number | null): Promise<void> {
  const batch = await batchById(db, batchId)
  if (!batch) throw notFound(say('This batch'))
  const { made } = addTallies([...(await tallyUnits(db, await lotsOfBatch(db, batchId))).values()])
  if (serial && serial > made)
    throw fieldError(
      'serial',
      say('{lotNumber} has no unit {serial}, {unit}: it made {made}.', {
        lotNumber: batch.lot_number,
        serial: String(serial),
        unit: unitNumber(batch.lot_number, serial),
        made,
      }),
    )
}

/** The form has one lot: what is wrong with “line 0” is wrong with it. */
function asOwnField(error: unknown): never {
  if (!(error instanceof AppError)) throw error
  const { fields = {}, ...body } = error.body
  const named = Object.entries(fields).map(([field, message]) => [field.replace(/^lines\.0\./, ''), message])
  throw new AppError({ ...body, fields: Object.fromEntries(named) as Record<string, string> })
}
