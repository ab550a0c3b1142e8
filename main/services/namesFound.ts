import {
  batchesMade,
  itemsNamed,
  lotsBoughtFrom,
  namesOf,
  newestBatches,
  newestLots,
  shipmentsOf,
} from '../db/repos/finding.ts'
import { leftOver } from '../db/repos/leftOver.ts'
import { newestFound, searchWords } from '../db/repos/search.ts'
import type { Db } from '../db/schema.ts'
import type { Found } from './foundRows.ts'
import { say, sayWord } from '../../shared/words/say.ts'

const ENOUGH = 8
/** More words are a message, not a name. */
const MOST_WORDS = 6
/** Lots and batches listed under the names that were found. */
const EXAMPLES = 10
const kinds = ['item', 'supplier', 'place', 'person', 'equipment'] as const
type Kind = (typeof kinds)[number]
type Ids = Record<Kind, number[]>
/** Ways of meaning six words that are tried: more are no description. */
const MOST_MEANINGS = 64

interface NamesFound {
  readonly results: Found
  readonly batchIds: readonly number[]
  readonly lotIds: readonly number[]
  readonly shipmentIds: readonly number[]
}

/**
 * What is called as somebody types, each word a beginning, with the newest of it: batches of a product, lots of an
 * ingredient, what was sent to a place. And what two names have in common that have all the words between them:
 * “valley straw” are strawberries from Valley Farm, “ana jam” is the jam that Ana made.
 */
export async function namesFound(db: Db, text: string): Promise<NamesFound> {
  const words = searchWords(text)
  if (words.length === 0 || words.length > MOST_WORDS) return none
  const ids = await idsOf(db, words)
  // A delivery's own reference, such as the number of an order; one letter of it says nothing.
  const referred = words.join('').length < 2 ? [] : await newestFound(db, 'shipment', [words], ENOUGH)
  const { results, ...named } = await told(db, ids, referred)
  const common = words.length === 1 ? none : await inCommon(db, words)
  return {
    results,
    batchIds: [...new Set([...named.batchIds, ...common.batchIds])],
    lotIds: [...new Set([...named.lotIds, ...common.lotIds])],
    shipmentIds: named.shipmentIds,
  }
}

const none: NamesFound = { results: [], batchIds: [], lotIds: [], shipmentIds: [] }

async function idsOf(db: Db, words: readonly string[], limit = ENOUGH): Promise<Ids> {
  const ids: Ids = { item: [], supplier: [], place: [], person: [], equipment: [] }
  for (const kind of kinds) ids[kind] = await namedSo(db, kind, words, limit)
  return ids
}

/** The newest that are called so, but for names that only an import brought which was undone. */
async function namedSo(db: Db, kind: Kind, words: readonly string[], limit: number): Promise<number[]> {
  const ids = await newestFound(db, kind, [words], limit)
  if (ids.length === 0 || (kind !== 'supplier' && kind !== 'place')) return ids
  const hidden = await leftOver(db, kind)
  if (!ids.some((id) => hidden.has(id))) return ids
  const more = await newestFound(db, kind, [words], limit + hidden.size)
  return more.filter((id) => !hidden.has(id)).slice(0, limit)
}

async function told(db: Db, ids: Ids, referred: readonly number[]): Promise<NamesFound> {
  const items = await itemsNamed(db, ids.item)
  const places = await namesOf(db, 'place', ids.place)
  const [batchIds, lotIds, shipmentIds]: [number[], number[], number[]] = [[], [], [...referred]]
  const each = (names: number) => Math.max(1, Math.floor(EXAMPLES / 2 / names))
  for (const { id, kind } of items)
    if (kind === 'product') batchIds.push(...(await newestBatches(db, id, each(items.length))))
    else lotIds.push(...(await newestLots(db, id, each(items.length))))
  for (const { id } of places)
    for (const shipment of await shipmentsOf(db, { placeIds: [id], limit: each(places.length) }))
      shipmentIds.push(shipment.id)
  const results: Found = [
    ...items.map(({ id, kind, name }) => result(kind, { kind: 'item', id }, name, sayWord(itemWords[kind]))),
    ...(await namesOf(db, 'supplier', ids.supplier)).map(({ id, name }) =>
      result('supplier', { kind: 'supplier', id }, name, say('everything bought there')),
    ),
    ...places.map(({ id, name }) => result('place', { kind: 'place', id }, name, say('everything sent there'))),
    ...(await namesOf(db, 'person', ids.person)).map(({ id, name }) =>
      result('person', { kind: 'person', id }, name, say('every batch they made')),
    ),
    ...(await namesOf(db, 'equipment', ids.equipment)).map(({ id, name }) =>
      result('equipment', { kind: 'equipment', id }, name, say('every batch made with it')),
    ),
  ]
  return { results, batchIds, lotIds, shipmentIds }
}

const itemWords = { product: 'every batch of it', ingredient: 'every lot of it' } as const

function result(kind: Found[number]['kind'], node: Found[number]['node'], label: string, detail: string) {
  return { kind, id: node.id, node, serial: null, label, detail }
}

/**
 * What two or more names have in common, whichever word is meant for which kind of name: a kettle called “Jam kettle”
 * does not keep “ana jam” from being the jam that Ana made. Every word must belong to a name.
 */
async function inCommon(db: Db, words: readonly string[]): Promise<NamesFound> {
  const having: Kind[][] = []
  for (const word of words) {
    const of = await idsOf(db, [word], 1)
    having.push(kinds.filter((kind) => of[kind].length > 0))
  }
  const found = new Map<string, number[]>()
  const idsCalled = async (kind: Kind, called: readonly string[]) => {
    const key = `${kind} ${called.join(' ')}`
    const ids = found.get(key) ?? (called.length === 0 ? [] : await newestFound(db, kind, [called], 40))
    found.set(key, ids)
    return ids
  }
  const lotIds = new Set<number>()
  const batchIds = new Set<number>()
  for (const meant of meanings(having)) {
    const ids: Ids = { item: [], supplier: [], place: [], person: [], equipment: [] }
    for (const kind of kinds) ids[kind] = await idsCalled(kind, words.filter((_, at) => meant[at] === kind)) // prettier-ignore
    // A name that has only some of the words meant for it is not the one.
    if (meant.some((kind) => ids[kind].length === 0)) continue
    const shared = await sharedBy(db, ids)
    for (const id of shared.lotIds) lotIds.add(id)
    for (const id of shared.batchIds) batchIds.add(id)
  }
  return {
    results: [],
    batchIds: [...batchIds].slice(0, ENOUGH),
    lotIds: [...lotIds].slice(0, ENOUGH),
    shipmentIds: [],
  }
}

/** Every way in which words can each be of one kind of name, of two kinds at least; so many that all are tried. */
function meanings(having: readonly (readonly Kind[])[]): Kind[][] {
  const all = having.reduce<Kind[][]>(
    (before, can) => before.flatMap((meant) => can.map((kind) => [...meant, kind])).slice(0, MOST_MEANINGS),
    [[]],
  )
  return all.filter((meant) => new Set(meant).size > 1)
}

async function sharedBy(db: Db, ids: Ids): Promise<{ lotIds: readonly number[]; batchIds: readonly number[] }> {
  const { supplier, person, equipment, place } = ids
  const items = await itemsNamed(db, ids.item)
  const itemIds = items.map(({ id }) => id)
  const hasCrew = person.length + equipment.length > 0
  if (place.length > 0 || (supplier.length > 0 && hasCrew)) return { lotIds: [], batchIds: [] }
  if (supplier.length > 0)
    return { lotIds: await lotsBoughtFrom(db, { itemIds, supplierIds: supplier, limit: ENOUGH }), batchIds: [] }
  const productIds = items.length === 0 ? null : items.filter(({ kind }) => kind === 'product').map(({ id }) => id)
  const crew = { personIds: person, equipmentIds: equipment }
  return { lotIds: [], batchIds: await batchesMade(db, { productIds, ...crew, from: null, to: null, limit: ENOUGH }) }
}
