import { type Edge, type Evidence, findEvidence, lotsBehind } from '../../shared/domain/evidence.ts'
import type { LotVerdict, RecallCriteria } from '../../shared/domain/recallScope.ts'
import type { BatchView } from '../db/repos/batches.ts'
import { batchesBehind, edgesInto, edgesThat } from '../db/repos/genealogy.ts'
import type { Item } from '../db/repos/items.ts'
import { lotsOfItem, type LotView, outputLots } from '../db/repos/lots.ts'
import type { Db } from '../db/schema.ts'
import { lotLabel } from './lotRow.ts'
import type { Criteria } from './recallCriteria.ts'
import { judgeLotView, type JudgedLot, makersOf, type Reach } from './recallLots.ts'
import { say, sayWord } from '../../shared/words/say.ts'
import { countOf } from '../../shared/words/counted.ts'

type Because = ReadonlyMap<number, readonly string[]>
type Batches = ReadonlyMap<number, BatchView>
/** How many units each batch made, and the words for them. */
type Worth = ReadonlyMap<number, { readonly units: number; readonly words: readonly string[] }>

/** So many lots are named as the evidence of one batch, of a bin that held more; all of them stand among the lots. */
const NAMED = 8

export function verdictInWords(judged: LotVerdict): string {
  switch (judged.verdict) {
    case 'affected':
      return say('matches by {basis}', { basis: listed(judged.basis) })
    case 'cannot tell':
      return [
        ...(judged.missing.length > 0 ? [say('not recorded: {missing}', { missing: listed(judged.missing) })] : []),
        ...judged.doubts,
      ].join('; ')
    case 'not affected':
      return judged.reason
  }
}

/** The chain from some affected batches to the recalled lots, a sentence a lot, and by what each fits itself. */
export async function whyAffected(
  db: Db,
  reach: Reach,
  batches: Batches,
  batchIds: readonly number[],
): Promise<Because> {
  const { affected, chosen } = reach
  const evidence = await evidenceFor(db, affected, batchIds)
  const because = mapEvidence(evidence(affected, makersOf(affected)), affected, batches, (lot, judged) =>
    say('{item} from {lot}: {judged}', { item: lot.item, lot: lotLabel(lot), judged: verdictInWords(judged) }),
  )
  const itself = evidence([], [...chosen])
  for (const id of batchIds) {
    const known = because.get(id) ?? []
    const nearest = itself.get(id)?.via[0]
    if (chosen.has(id)) because.set(id, [...known, fitInWords(reach, id)])
    else if (nearest !== undefined && known.length === 0)
      because.set(id, [
        say('Made with {lotNumber}, which is affected.', { lotNumber: batches.get(nearest)?.lot_number ?? '' }),
      ])
  }
  return because
}

/** By what a batch fits, of what is asked of batches themselves. */
function fitInWords({ judged }: Reach, id: number): string {
  const bases = (judged.get(id) ?? []).flatMap((finding) => ('fits' in finding ? finding.fits : []))
  return say('It fits by {bases}.', { bases: bases.join(`, ${say('and by')} `) })
}

/**
 * The missing record behind some batches that cannot be told, and how many units recording it would decide.
 * @param batches those that are asked about, and what is in them
 * @param worth what each of all that cannot be told made
 */
export async function whyCannotTell(
  db: Db,
  {
    item,
    reach,
    batches,
    batchIds,
    worth,
  }: { item: Item | null; reach: Reach; batches: Batches; batchIds: readonly number[]; worth: Worth },
): Promise<Because> {
  const { unknownIds, withoutLot, maybe, judged: findings } = reach
  // Where something is asked of batches too, a lot that is affected leaves a batch in doubt whose maker is not known.
  const lots = [...reach.affected, ...reach.unknown]
  // The price of a missing record is the same whichever batches are asked about.
  const evidence = await evidenceFor(db, lots, unknownIds)
  const byLots = evidence(lots, makersOf(lots))
  const priceOfLot = decided(byLots, ({ lotIds }) => lotIds)
  const asked = new Set(batchIds)
  const because = mapEvidence(new Map([...byLots].filter(([id]) => asked.has(id))), lots, batches, (lot, judged) =>
    judged.verdict === 'cannot tell'
      ? `${lot.item} (${lotLabel(lot)}): ${doubtInWords(judged)}. ${priceOfLot(lot.id)}`
      : say('{item} from {lot}: {judged}', { item: lot.item, lot: lotLabel(lot), judged: verdictInWords(judged) }),
  )
  const numberOf = (id: number) => batches.get(id)?.lot_number ?? ''
  add(withoutLot, (from, isItself, price) => [
    `${neverRecorded(item?.name ?? say('An ingredient'), isItself ? null : numberOf(from))} ${price}`,
  ])
  add([...maybe], (from, isItself, price) =>
    (findings.get(from) ?? [])
      .flatMap((finding) => ('missing' in finding ? finding.missing : []))
      .map(
        (doubt) =>
          `${isItself ? capital(doubt) : say('Made with {from}: {doubt}', { from: numberOf(from), doubt })}. ${price}`,
      ),
  )
  return because

  /** Adds what is said of some batches that are in doubt themselves, to them and to what was made with them. */
  function add(
    origins: readonly number[],
    inWords: (from: number, isItself: boolean, price: string) => string[],
  ): void {
    const found = evidence([], origins)
    const among = new Set(origins)
    const priceOf = decided(found, ({ via }, id) => [id, ...via])
    for (const id of batchIds) {
      const from = among.has(id) ? id : found.get(id)?.via.find((between) => among.has(between))
      if (from === undefined) continue
      because.set(id, [...(because.get(id) ?? []), ...inWords(from, from === id, priceOf(from))])
    }
  }

  /** What recording each thing decides that some batches hang on, reckoned once: one bag can be in all of them. */
  function decided(
    among: ReadonlyMap<number, Evidence>,
    hangsOn: (found: Evidence, id: number) => readonly number[],
  ): (id: number) => string {
    const sums = new Map<number, { units: number; readonly words: Set<string> }>()
    for (const id of unknownIds) {
      const found = among.get(id)
      const made = worth.get(id)
      if (found === undefined || made === undefined) continue
      for (const thing of new Set(hangsOn(found, id))) {
        const sum = sums.get(thing) ?? { units: 0, words: new Set<string>() }
        sums.set(thing, sum)
        sum.units += made.units
        for (const word of made.words) sum.words.add(word)
      }
    }
    return (thing) => {
      const { units, words } = sums.get(thing) ?? { units: 0, words: new Set<string>() }
      return say('Recording it decides {units}.', { units: countOf(units, commonUnit(words)) })
    }
  }
}

function listed(words: readonly string[]): string {
  return words.map(sayWord).join(` ${say('and')} `)
}

function neverRecorded(item: string, batch: string | null): string {
  return batch === null
    ? say('{item}: which lot was used was never recorded.', { item })
    : say('{item} in {batch}: which lot was used was never recorded.', { item, batch })
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** What stands between a lot and its verdict, as clauses. */
function doubtInWords({ missing, doubts }: Extract<LotVerdict, { verdict: 'cannot tell' }>): string {
  const never =
    missing.length > 0
      ? [say('the {missing} was never recorded', { missing: missing.map(sayWord).join(` ${say('and the')} `) })]
      : []
  return [...never, ...doubts].join('; ')
}

/** Why each batch is clear: what it is instead, where its ingredient came from instead, or that it holds none. */
export async function whyNotAffected(
  db: Db,
  item: Item | null,
  { lots: notice }: Criteria,
  { judged }: Reach,
  batchIds: readonly number[],
): Promise<Because> {
  const because = new Map<number, readonly string[]>(
    batchIds.map((id) => [
      id,
      (judged.get(id) ?? []).flatMap((finding) => ('against' in finding ? finding.against : [])),
    ]),
  )
  const open = batchIds.filter((id) => because.get(id)?.length === 0)
  const other = notice === null || item === null ? undefined : await otherSources(db, item, notice, open)
  for (const id of open) because.set(id, other?.get(id) ?? [say('holds no lot that the notice names')])
  return because
}

/** What the item in each of some batches is, in itself or through what it was made with, instead of what is recalled. */
async function otherSources(db: Db, item: Item, notice: RecallCriteria, batchIds: readonly number[]): Promise<Because> {
  const edges = await edgesOf(db, await batchesBehind(db, batchIds))
  const inside = lotsBehind(edges, batchIds)
  // A notice can name a product of one's own: then the batch's own lots are judged too.
  for (const lot of await outputLots(db, batchIds))
    if (lot.batch_id !== null) inside.set(lot.batch_id, new Set([lot.id, ...(inside.get(lot.batch_id) ?? [])]))
  const lots = await lotsOfItem(db, item.id, [...new Set([...inside.values()].flatMap((ids) => [...ids]))])
  const sentences = new Map(
    // What a bin holds came from the lots poured into it, which are among the edges.
    lots
      .filter((lot) => lot.bin_id === null)
      .map((lot) => [lot.id, `${item.name} ${verdictInWords(judgeLotView(lot, notice))}`]),
  )
  return new Map(
    [...inside].map(([id, lotIds]) => {
      const said = new Set([...lotIds].flatMap((lotId) => sentences.get(lotId) ?? []))
      return [id, said.size > 0 ? [...said] : [say('contains no {item}', { item: item.name })]]
    }),
  )
}

/** The word for a unit of some products: their own where it is one, else “unit”. */
export function commonUnit(words: Iterable<string>): string {
  const [word, ...others] = new Set(words)
  return word !== undefined && others.length === 0 ? word : 'unit'
}

/** How some lots, or batches that are suspect in themselves, reached some batches, also through batches that are not among them. */
async function evidenceFor(db: Db, among: readonly JudgedLot[], batchIds: readonly number[]) {
  const inside = await batchesBehind(db, batchIds)
  const reached = new Set(inside)
  const edges = await edgesThat(
    db,
    inside,
    among.map(({ lot }) => lot.id),
  )
  return (lots: readonly JudgedLot[], origins: readonly number[]) =>
    findEvidence(edges, new Set(lots.map(({ lot }) => lot.id)), new Set(origins.filter((id) => reached.has(id))))
}

async function edgesOf(db: Db, batchIds: readonly number[]): Promise<Edge[]> {
  return (await edgesInto(db, batchIds)).map((edge) => ({
    batchId: edge.batch_id,
    lotId: edge.lot_id,
    madeBy: edge.made_by,
  }))
}

function mapEvidence(
  evidence: ReadonlyMap<number, Evidence>,
  lots: readonly JudgedLot[],
  batches: Batches,
  inWords: (lot: LotView, judged: LotVerdict) => string,
): Map<number, string[]> {
  const byId = new Map(lots.map((judged) => [judged.lot.id, judged]))
  const makers = new Set(makersOf(lots))
  const said = new Map<number, string>()
  const because = new Map<number, string[]>()
  for (const [id, { lotIds, via }] of evidence) {
    const through = via.map((between) => batches.get(between)?.lot_number ?? '').join(`, ${say('made with')} `)
    const sentences = lotIds.slice(0, NAMED).flatMap((lotId) => {
      const judged = byId.get(lotId)
      if (!judged) return []
      const sentence = said.get(lotId) ?? inWords(judged.lot, judged.judged)
      said.set(lotId, sentence)
      return through ? say('Made with {through}: {sentence}', { through, sentence }) : sentence
    })
    if (lotIds.length > NAMED) sentences.push(say('And {n} more of the lots behind it.', { n: lotIds.length - NAMED }))
    const itself = makers.has(id)
    because.set(id, itself ? [say('It is itself what the notice names.'), ...sentences] : sentences)
  }
  return because
}
