import { AppError, notFound } from '../../shared/api/errors.ts'
import { type history, redoOperations, type undoOperations } from '../../shared/api/history.ts'
import type { Input, Output } from '../../shared/api/operation.ts'
import { auditBySeq, auditPage } from '../db/repos/audit.ts'
import { movementsOfCommand, takeAllBack } from '../db/repos/movements.ts'
import { bestBatchBefore, insertBestBatch, wasTakenBack } from '../db/repos/outcomes.ts'
import { voidReason } from '../db/repos/voids.ts'
import type { Db, Schema } from '../db/schema.ts'
import { command, type Context, kitchenToday } from './context.ts'
import { sentenceOf } from './historySentences.ts'
import { subjectsOf } from './historySubjects.ts'
import { takePoursBack } from './binFilling.ts'
import { endHold, holdAgain } from './holds.ts'
import { takeLotCorrectionBack } from './lotCorrecting.ts'
import { refuseMovedSince } from './movedSince.ts'
import { takePlanBack } from './plans.ts'
import { takeWordsBack } from './todaysWords.ts'
import { takeCorrectionBack } from './undoCorrection.ts'
import { inEnglish } from './speech.ts'
import { say } from '../../shared/words/say.ts'

type Last = NonNullable<Output<typeof history.last>>
type Undo = NonNullable<Last['undo']>

const LOOK_BACK = 60
/** What is older is asked about before it is undone. */
const FRESH_MS = 15 * 60_000
/** What leaves the record as it is: undo passes over it. */
const PASSED_OVER = /^(?:labels\.|cards\.|blankSheets\.|designs\.|backups\.make|drafts\.|desk\.|history\.takeBack)/

/** The last command that changed the record and stands. */
export async function lastThing(_input: unknown, { store, now }: Context): Promise<Output<typeof history.last>> {
  return await store.read(async (db) => {
    const undone = new Map<string, number>()
    for (const row of await auditPage(db, undefined, LOOK_BACK)) {
      const given = readObject(row.input)
      const undo = undoOf(row, given)
      const key = undo ? keyOf(undo) : ''
      const times = undone.get(key) ?? 0
      if (given['reason'] === UNDONE) {
        const by = undoneBy(row.op, given)
        undone.set(by, (undone.get(by) ?? 0) + 1)
        // What was done to a thing twice is undone twice: each undo is of the last one before it.
      } else if (times > 0) undone.set(key, times - 1)
      else if (!PASSED_OVER.test(row.op) && !(undo && (await isVoid(db, undo))))
        return {
          seq: row.seq,
          at: row.at,
          what: sentenceOf(row.op, row.input, row.output),
          fresh: Date.parse(now()) - Date.parse(row.at) < FRESH_MS,
          undo,
          redo: redoOf(row, given),
        }
    }
    return null
  })
}

/** The reason that an undo gives. */
const UNDONE = 'undone'

export async function takeBackCommand(
  input: Input<typeof history.takeBack>,
  context: Context,
): Promise<Output<typeof history.takeBack>> {
  return await command(context, input, async ({ db, seq }) => {
    const row = await auditBySeq(db, input.seq)
    if (!row) throw notFound(say('This entry of the history'))
    const taken = { day: await kitchenToday(db, context), seq, reason: input.reason }
    if (row.op.startsWith('corrections.')) await takeCorrectionBack(db, row.seq, { ...taken, context })
    else if (/^(?:pantry\.count|pantry\.countAll|batches\.discard)$/.test(row.op))
      await takeMovementsBack(db, row.seq, taken)
    else if (row.op === 'pantry.correctLot') await takeLotCorrectionBack(db, row.seq, taken)
    else if (row.op === 'pantry.holdAll') await endHold(db, row, taken)
    else if (row.op === 'pantry.releaseAll') await holdAgain(db, row, taken)
    else if (row.op === 'bins.pour') await takePoursBack(db, row, taken)
    else if (row.op === 'plans.save' || row.op === 'plans.cancel') await takePlanBack(db, row.seq, taken)
    else if (row.op === 'outcomes.followUp' || row.op === 'outcomes.rememberBest') await takeOutcomeBack(db, row, seq)
    else if (row.op === 'facts.takeToday') await takeWordsBack(db, row, seq)
    else
      throw new AppError({
        code: 'rule_violation',
        message: say('“{op}” cannot be taken back in one step. Correct it where it was made.', {
          op: sentenceOf(row.op, row.input, row.output),
        }),
        blockers: [row.op],
      })
    const what = await inEnglish(async () => {
      const subject = (await subjectsOf(db, [row])).get(row.seq)
      return sentenceOf(row.op, row.input, row.output, subject)
    })
    return { seq: row.seq, what }
  })
}

/**
 * Stars and notes need nothing but the entry that takes them back; the batch that was the best before is it again.
 * @throws AppError where it was taken back before, or another batch was chosen since
 */
async function takeOutcomeBack(db: Db, row: Schema['audit'], seq: number): Promise<void> {
  const best = row.op === 'outcomes.rememberBest' ? await bestBatchBefore(db, row.seq) : undefined
  if ((await wasTakenBack(db, row.seq)) || best?.holds === 0)
    throw new AppError({
      code: 'conflict',
      message: say('This was taken back before, or changed since. Look at the page of the batch.'),
    })
  if (best) await insertBestBatch(db, { product_id: best.product_id, batch_id: best.before, seq })
}

/** @throws AppError where it was taken back before, or what it brought has been used or moved since */
async function takeMovementsBack(
  db: Db,
  seq: number,
  taken: { readonly day: string; readonly seq: number; readonly reason: string },
): Promise<void> {
  const movements = await movementsOfCommand(db, seq)
  if (movements.length === 0)
    throw new AppError({
      code: 'conflict',
      message: say('This was taken back before, or it changed nothing. Look at the history.'),
    })
  for (const movement of movements) await refuseMovedSince(db, movement)
  await takeAllBack(db, movements, taken)
}

/** What takes an entry of the history back; null for what no key does. */
export function undoOf({ op, seq, output }: Schema['audit'], given: Given): Undo | null {
  const made = readObject(output)
  const by = (undo: (typeof undoOperations)[number], id: unknown) =>
    typeof id === 'number' && id > 0 ? { op: undo, id } : null
  switch (op) {
    case 'batches.record':
      return by('batches.void', made['batchId'])
    case 'shipping.send':
      return by('shipping.void', made['shipmentId'])
    case 'pantry.receive':
      return by('pantry.voidReceipt', made['receiptId'])
    case 'complaints.log':
      return by('complaints.withdraw', made['complaintId'])
    case 'complaints.settle':
      return by('complaints.reopen', given['complaintId'])
    case 'complaints.replace':
      return by('shipping.void', made['shipmentId'])
    case 'pantry.hold':
      return by('pantry.release', given['lotId'])
    case 'pantry.release':
      return by('pantry.hold', given['lotId'])
    case 'pantry.opening':
      return by('pantry.voidReceipt', made['receiptId'])
    case 'bins.empty':
      return by('bins.undoEmpty', made['binId'])
    case 'shipping.bringBack':
    case 'shipping.takeReturn':
      return by('shipping.voidReturned', made['returnedId'])
    case 'live.start':
      return by('live.stop', made['liveId'])
    case 'journal.addReading':
    case 'journal.addNote':
    case 'journal.addPhoto':
      return by('journal.takeBack', made['entryId'])
    case 'pantry.count':
    case 'pantry.countAll':
    case 'pantry.correctLot':
    case 'pantry.holdAll':
    case 'pantry.releaseAll':
    case 'bins.pour':
    case 'batches.discard':
    case 'outcomes.followUp':
    case 'outcomes.rememberBest':
    case 'corrections.save':
    case 'corrections.nameLot':
    case 'plans.save':
    case 'plans.cancel':
    case 'facts.takeToday':
      return by('history.takeBack', seq)
    default:
      return null
  }
}

function redoOf({ op }: Schema['audit'], given: Given): Last['redo'] {
  const known = redoOperations.find((each) => each === op)
  if (!known) return null
  const { requestId: _, ...input } = given
  return { op: known, input: JSON.stringify(input) }
}

/** What an undo took back, named as `keyOf` names it. */
function undoneBy(op: string, given: Given): string {
  const id =
    given['batchId'] ??
    given['shipmentId'] ??
    given['receiptId'] ??
    given['complaintId'] ??
    given['lotId'] ??
    given['returnedId'] ??
    given['liveId'] ??
    given['entryId'] ??
    given['binId'] ??
    given['seq']
  return `${op} ${String(id)}`
}

function keyOf({ op, id }: Undo): string {
  return `${op} ${id}`
}

async function isVoid(db: Db, { op, id }: Undo): Promise<boolean> {
  const kinds = {
    'batches.void': 'batch',
    'shipping.void': 'shipment',
    'shipping.voidReturned': 'returned',
    'pantry.voidReceipt': 'receipt',
  } as const
  const kind = Object.entries(kinds).find(([name]) => name === op)?.[1]
  return kind !== undefined && (await voidReason(db, kind, id)) !== undefined
}

type Given = Readonly<Record<string, unknown>>

function readObject(json: string): Given {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
