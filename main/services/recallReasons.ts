import { type Evidence, findEvidence } from '../../shared/domain/evidence.ts'
import { type Day, showDay } from '../../shared/domain/day.ts'
import { writeCodes } from '../../shared/domain/codeList.ts'
import { countWord } from '../../shared/domain/quantity.ts'
import type { LotVerdict } from '../../shared/domain/recallScope.ts'
import { type BatchView, usesOfBatches } from '../db/repos/batches.ts'
import { pours } from '../db/repos/bins.ts'
import { batchesBehind, edgesInto } from '../db/repos/genealogy.ts'
import type { Item } from '../db/repos/items.ts'
import { lotsById, lotsOfBatch, type LotView } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { lotLabel } from './lotRow.ts'
import type { Criteria } from './recallCriteria.ts'
import { judgeLotView, type JudgedLot, makersOf, type Reach } from './recallLots.ts'

type Because = ReadonlyMap<number, readonly string[]>
type Batches = ReadonlyMap<number, BatchView>

/** The criteria as one sentence, without its final stop. */
export function criteriaInWords(item: Item | null, supplier: string | null, { lots, batches }: Criteria): string {
  const what = item?.name ?? (lots === null ? 'Every batch' : 'Everything')
  const parts = [supplier === null ? what : `${what} from ${supplier}`]
  if (lots?.codes) parts.push(`supplier lot ${shorten(writeCodes(lots.codes))}`)
  parts.push(...windowInWords('received', lots?.receivedFrom ?? null, lots?.receivedTo ?? null))
  if (lots && lots.bestBy.length > 0) parts.push(`best by ${shorten(lots.bestBy.map(daysInWords).join(' or '))}`)
  if (batches?.ownLots) parts.push(`lot number ${shorten(writeCodes(batches.ownLots))}`)
  parts.push(...windowInWords('made', batches?.madeFrom ?? null, batches?.madeTo ?? null))
  return parts.join(', ')
}

function windowInWords(verb: string, from: Day | null, to: Day | null): string[] {
  if (from !== null && to !== null) return [`${verb} ${showDay(from)} to ${showDay(to)}, both days included`]
  if (from !== null) return [`${verb} ${showDay(from)} or later`]
  return to === null ? [] : [`${verb} ${showDay(to)} or earlier`]
}

function daysInWords({ from, to }: { readonly from: Day; readonly to: Day }): string {
  return from === to ? showDay(from) : `${showDay(from)} to ${showDay(to)}`
}

function shorten(text: string): string {
  return text.length > 160 ? `${text.slice(0, 150)}…` : text
}

export function verdictInWords(judged: LotVerdict): string {
  switch (judged.verdict) {
    case 'affected':
      return `matches by ${judged.basis.join(' and ')}`
    case 'cannot tell':
      return [
        ...(judged.missing.length > 0 ? [`not recorded: ${judged.missing.join(' and ')}`] : []),
        ...judged.doubts,
      ].join('; ')
    case 'not affected':
      return judged.reason
  }
}

/** The chain from each affected batch to the recalled lots, a sentence a lot. */
export async function whyAffected(db: Db, reach: Reach, batches: Batches): Promise<Because> {
  const { affectedIds, affected, chosen } = reach
  const origins = [...makersOf(affected), ...chosen.keys()]
  const evidence = await evidenceFor(db, affectedIds, affected, origins)
  const because = mapEvidence(
    evidence,
    affected,
    batches,
    (lot, judged) => `${lot.item} from ${lotLabel(lot)}: ${verdictInWords(judged)}`,
  )
  for (const [id, { via }] of evidence) {
    const clause = chosen.get(id)
    const from = via.find((between) => chosen.has(between))
    const through = from === undefined ? '' : `Made with ${batches.get(from)?.lot_number ?? ''}, which is affected.`
    const more = clause ?? ((because.get(id) ?? []).length === 0 ? through : '')
    if (more) because.set(id, [...(because.get(id) ?? []), more])
  }
  return because
}

/** The missing record behind each batch that cannot be told, and how many units recording it would decide. */
export async function whyCannotTell(db: Db, item: Item | null, reach: Reach, batches: Batches): Promise<Because> {
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
      ? `${lot.item} (${lotLabel(lot)}): ${doubtInWords(judged)}. ${decides((found) => found.lotIds.includes(lot.id))}`
      : '',
  )
  const direct = new Set(withoutLot)
  for (const id of unknownIds) {
    const from = direct.has(id) ? id : evidence.get(id)?.via.find((between) => direct.has(between))
    if (from === undefined) continue
    const where = from === id ? '' : ` in ${batches.get(from)?.lot_number ?? ''}`
    const sentence = `${item?.name ?? 'An ingredient'}${where}: which lot was used was never recorded. ${decides((found, each) => each === from || found.via.includes(from))}`
    because.set(id, [...(because.get(id) ?? []), sentence])
  }
  return because
}

/** What stands between a lot and its verdict, as clauses. */
function doubtInWords({ missing, doubts }: Extract<LotVerdict, { verdict: 'cannot tell' }>): string {
  const never = missing.length > 0 ? [`the ${missing.join(' and the ')} was never recorded`] : []
  return [...never, ...doubts].join('; ')
}

/** Why each batch is clear: where its ingredient came from instead, or that it holds none. */
export async function whyNotAffected(
  db: Db,
  item: Item | null,
  { lots: notice, batches }: Criteria,
  batchIds: readonly number[],
): Promise<Because> {
  const because = new Map<number, string[]>()
  for (const id of batchIds) {
    if (notice === null || item === null) {
      because.set(id, [notice === null ? 'has another lot number or day' : 'holds no lot that the notice names'])
      continue
    }
    const uses = await usesOfBatches(db, await batchesBehind(db, [id]))
    const taken = [...(await lotsById(db, [...new Set(uses.flatMap((use) => use.lot_id ?? []))])).values()]
    const used = [...taken.filter((lot) => lot.bin_id === null), ...(await contentsOfBins(db, taken))]
    // A notice can name a product of one's own: then the batch's own lots are judged too.
    const lots = [...(await lotsOfBatch(db, id)), ...used].filter((lot) => lot.product_id === item.id)
    const judged = lots.map((lot) => ({ lot, verdict: judgeLotView(lot, notice) }))
    const isOther = batches !== null && judged.some(({ verdict }) => verdict.verdict !== 'not affected')
    const sentences = isOther
      ? ['has another lot number or day']
      : judged.map(({ verdict }) => `${item.name} ${verdictInWords(verdict)}`)
    because.set(id, sentences.length > 0 ? [...new Set(sentences)] : [`contains no ${item.name}`])
  }
  return because
}

/** The lots that were in the bins among some lots: a bin came from them. */
async function contentsOfBins(db: Db, lots: readonly LotView[]): Promise<LotView[]> {
  const bins = lots.filter((lot) => lot.bin_id !== null).map((lot) => lot.id)
  const inside = await pours(db, 'bin_lot_id', bins)
  return [
    ...(
      await lotsById(
        db,
        inside.map((pour) => pour.lot_id),
      )
    ).values(),
  ]
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
