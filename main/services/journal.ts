import { AppError, fieldError, notFound } from '../../shared/api/errors.ts'
import type { journal, JournalOf } from '../../shared/api/journal.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { readingNamed } from '../../shared/domain/reading.ts'
import { attachmentById, storeAttachment } from '../db/repos/attachments.ts'
import { endEntry, entriesOf, entryById, insertEntry } from '../db/repos/journal.ts'
import type { Work } from '../db/unitOfWork.ts'
import { knownBatch } from './batchViews.ts'
import { command, type Context } from './context.ts'
import { batchInProgress } from './liveState.ts'
import { readPhoto } from './photos.ts'
import { say } from '../../shared/words/say.ts'

export async function listEntries(
  { of }: Input<typeof journal.list>,
  { store }: Context,
): Promise<Output<typeof journal.list>> {
  return await store.read(async (db) =>
    (await entriesOf(db, of)).map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      at: entry.at,
      name: entry.name,
      thousandths: entry.thousandths,
      unit: entry.unit,
      text: entry.text,
      attachmentId: entry.attachment_id,
    })),
  )
}

export async function addReading(
  input: Input<typeof journal.addReading>,
  context: Context,
): Promise<Output<typeof journal.addReading>> {
  return await command(context, input, async (work) => {
    const where = await placeOf(work, input)
    const { name, thousandths, unit } = input
    return {
      entryId: await insertEntry(work.db, { ...where, kind: 'reading', name: readingNamed(name), thousandths, unit }),
    }
  })
}

export async function addNote(
  input: Input<typeof journal.addNote>,
  context: Context,
): Promise<Output<typeof journal.addNote>> {
  return await command(context, input, async (work) => {
    const where = await placeOf(work, input)
    return { entryId: await insertEntry(work.db, { ...where, kind: 'note', text: input.text }) }
  })
}

/** Keeps a photo. In the history stands its hash in place of its content, which is stored once. */
export async function addPhoto(
  { jpegBase64, ...input }: Input<typeof journal.addPhoto>,
  context: Context,
): Promise<Output<typeof journal.addPhoto>> {
  const { content, sha256 } = readPhoto(jpegBase64)
  const recorded = { ...input, sha256 }
  return await command(context, recorded, async (work) => {
    const where = await placeOf(work, input)
    const attachmentId = await storeAttachment(work.db, { sha256, content, seq: work.seq })
    return { entryId: await insertEntry(work.db, { ...where, kind: 'photo', text: input.text ?? '', attachmentId }) }
  })
}

export async function takeBackEntry(
  input: Input<typeof journal.takeBack>,
  context: Context,
): Promise<Output<typeof journal.takeBack>> {
  return await command(context, input, async ({ db, seq }) => {
    const entry = await entryById(db, input.entryId)
    if (!entry) throw notFound(say('This entry'))
    if (entry.ended !== null)
      throw new AppError({ code: 'conflict', message: say('This was taken back already. Nothing more to do.') })
    await endEntry(db, { entryId: entry.id, reason: input.reason, seq })
    return { entryId: entry.id }
  })
}

export async function getPhoto(
  { attachmentId }: Input<typeof journal.photo>,
  { store }: Context,
): Promise<Output<typeof journal.photo>> {
  const found = await store.read(async (db) => await attachmentById(db, attachmentId))
  if (!found) throw notFound(say('This photo'))
  return { mediaType: found.media_type, base64: Buffer.from(found.content).toString('base64') }
}

/** Which batch an entry belongs to, and when. A batch in progress must be so still; a saved one may be void. */
async function placeOf(
  { db, seq, at }: Work,
  input: { readonly of: JournalOf; readonly at?: string | null | undefined },
) {
  const { kind, id } = input.of
  if (input.at && input.at > at)
    throw fieldError('at', say('That time is still to come. Type the time at which it was read.'))
  const place = kind === 'live' ? await batchInProgress(db, id) : await knownBatch(db, id)
  return {
    liveId: kind === 'live' ? place.id : null,
    batchId: kind === 'batch' ? place.id : null,
    at: input.at ?? at,
    seq,
  }
}
