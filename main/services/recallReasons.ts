import { type Evidence, findEvidence } from '../../shared/domain/evidence.ts'
import { showDay } from '../../shared/domain/day.ts'
import { countWord } from '../../shared/domain/quantity.ts'
import type { LotVerdict, RecallCriteria } from '../../shared/domain/recallScope.ts'
import { type BatchView, usesOfBatches } from '../db/repos/batches.ts'
import { batchesBehind, edgesInto } from '../db/repos/genealogy.ts'
import type { Item } from '../db/repos/items.ts'
import { lotsById, lotsOfBatch, type LotView } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { lotLabel } from './lotRow.ts'
import { judgeLotView, type JudgedLot, makersOf, type Reach } from './recallLots.ts'

type Because = ReadonlyMap<number, readonly string[]>
type Batches = ReadonlyMap<number, BatchView>

/** The notice as one sentence, without its final stop. */
export function noticeInWords(item: Item, supplier: string | null, notice: RecallCriteria): string {
  const { supplierLot, receivedFrom, receivedTo } = notice
  const parts = [supplier === null ? item.name : `${item.name} from ${supplier}`]
  if (supplierLot !== null) parts.push(`supplier lot ${supplierLot}`)
  if (receivedFrom !== null && receivedTo !== null)
    parts.push(`received ${showDay(receivedFrom)} to ${showDay(receivedTo)}, both days included`)
  else if (receivedFrom !== null) parts.push(`received ${showDay(receivedFrom)} or later`)
  else if (receivedTo !== null) parts.push(`received ${showDay(receivedTo)} or earlier`)
  return parts.join(', ')
}

export function verdictInWords(judged: LotVerdict): string {
  switch (judged.verdict) {
    case 'affected':
      return `matches by ${judged.basis.join(' and ')}`
    case 'cannot tell':
      return `not recorded: ${judged.missing.join(' and ')}`
    case 'not affected':
      return judged.reason
  }
}

/** The chain from each affected batch to the recalled lots, a sentence a lot. */
export async function whyAffected(db: Db, { affectedIds, affected }: Reach, batches: Batches): Promise<Because> {
  const evidence = await evidenceFor(db, affectedIds, affected, makersOf(affected))
  return mapEvidence(
    evidence,
    affected,
    batches,
    (lot, judged) => `${lot.item} from ${lotLabel(lot)}: ${verdictInWords(judged)}`,
  )
}

/** The missing record behind each batch that cannot be told, and how many units recording it would decide. */
export async function whyCannotTell(db: Db, item: Item, reach: Reach, batches: Batches): Promise<Because> {
  const { unknownIds, unknown, withoutLot } = reach
  const evidence = await evidenceFor(db, unknownIds, unknown, [...makersOf(unknown), ...withoutLot])
  const decides = (test: (found: Evidence, id: number) => boolean) => {
    const ids = [...evidence].filter(([id, found]) => batches.has(id) && test(found, id)).map(([id]) => id)
    const chosen = ids.flatMap((id) => batches.get(id) ?? [])
    const units = chosen.reduce((sum, batch) => sum + batch.made, 0)
    const word = countWord(commonUnit(chosen), units)
    return `Recording it decides ${units} ${word}.`
  }
  const because = mapEvidence(evidence, unknown, batches, (lot, judged) =>
    judged.verdict === 'cannot tell'
      ? `${lot.item} (${lotLabel(lot)}): the ${judged.missing.join(' and the ')} was never recorded. ${decides((found) => found.lotIds.includes(lot.id))}`
      : '',
  )
  const direct = new Set(withoutLot)
  for (const id of unknownIds) {
    const from = direct.has(id) ? id : evidence.get(id)?.via.find((between) => direct.has(between))
    if (from === undefined) continue
    const where = from === id ? '' : ` in ${batches.get(from)?.lot_number ?? ''}`
    const sentence = `${item.name}${where}: which lot was used was never recorded. ${decides((found, each) => each === from || found.via.includes(from))}`
    because.set(id, [...(because.get(id) ?? []), sentence])
  }
  return because
}

/** Why each batch is clear: where its ingredient came from instead, or that it holds none. */
export async function whyNotAffected(
  db: Db,
  item: Item,
  notice: RecallCriteria,
  batchIds: readonly number[],
): Promise<Because> {
  const because = new Map<number, string[]>()
  for (const id of batchIds) {
    const uses = await usesOfBatches(db, await batchesBehind(db, [id]))
    const used = uses.filter((use) => use.item_id === item.id).flatMap((use) => use.lot_id ?? [])
    // A notice can name a product of one's own: then the batch's own lot is judged too.
    const made = (await lotsOfBatch(db, id)).filter((lot) => lot.item_id === item.id)
    const lots = [...made, ...(await lotsById(db, [...new Set(used)])).values()]
    const sentences = lots.map((lot) => `${item.name} ${verdictInWords(judgeLotView(lot, notice))}`)
    because.set(id, sentences.length > 0 ? [...new Set(sentences)] : [`contains no ${item.name}`])
  }
  return because
}

/** The word for a unit of some products: their own where it is one, else “unit”. */
function commonUnit(batches: readonly BatchView[]): string {
  const [word, ...others] = new Set(batches.map((batch) => batch.unit))
  return word !== undefined && others.length === 0 ? word : 'unit'
}

async function evidenceFor(
  db: Db,
  batchIds: readonly number[],
  lots: readonly JudgedLot[],
  origins: readonly number[],
) {
  const edges = await edgesInto(db, batchIds)
  const reached = new Set(batchIds)
  return findEvidence(
    edges.map((edge) => ({ batchId: edge.batch_id, lotId: edge.lot_id, madeBy: edge.made_by })),
    new Set(lots.map(({ lot }) => lot.id)),
    new Set(origins.filter((id) => reached.has(id))),
  )
}

function mapEvidence(
  evidence: ReadonlyMap<number, Evidence>,
  lots: readonly JudgedLot[],
  batches: Batches,
  say: (lot: LotView, judged: LotVerdict) => string,
): Map<number, string[]> {
  const byId = new Map(lots.map((judged) => [judged.lot.id, judged]))
  const because = new Map<number, string[]>()
  for (const [id, { lotIds, via }] of evidence) {
    const through = via.map((between) => batches.get(between)?.lot_number ?? '').join(', made with ')
    const sentences = lotIds.flatMap((lotId) => {
      const judged = byId.get(lotId)
      return judged ? `${through ? `Made with ${through}: ` : ''}${say(judged.lot, judged.judged)}` : []
    })
    const itself = lots.some(({ lot }) => lot.batch_id === id)
    because.set(id, itself ? ['It is itself what the notice names.', ...sentences] : sentences)
  }
  return because
}
