import {
  batchesMade,
  itemsNamed,
  lotsBoughtFrom,
  namesOf,
  newestBatches,
  newestLots,
  shipmentsOf,
} from '../db/repos/finding.ts'
import { newestFound, searchWords } from '../db/repos/search.ts'
import type { Db } from '../db/schema.ts'
import type { Found } from './foundRows.ts'

const ENOUGH = 8
/** More words are a message, not a name. */
const MOST_WORDS = 6
/** Lots and batches listed under the names that were found. */
const EXAMPLES = 10
const kinds = ['item', 'supplier', 'place', 'person', 'equipment'] as const
type Ids = Record<(typeof kinds)[number], number[]>

interface NamesFound {
  readonly results: Found
  readonly batchIds: readonly number[]
  readonly lotIds: readonly number[]
  readonly shipmentIds: readonly number[]
}

/**
 * What is called as somebody types, each word a beginning, with the newest of it: batches of a product, lots of an
 * ingredient, what was sent to a place. Where no one name has all the words, what two names have in common:
 * “valley straw” are strawberries from Valley Farm, “ana jam” is the jam that Ana made.
 */
export async function namesFound(db: Db, text: string): Promise<NamesFound> {
  const words = searchWords(text)
  if (words.length === 0 || words.length > MOST_WORDS) return none
  const ids = await idsOf(db, words)
  // A delivery's own reference, such as the number of an order; one letter of it says nothing.
  const referred = words.join('').length < 2 ? [] : await newestFound(db, 'shipment', [words], ENOUGH)
  if (kinds.some((kind) => ids[kind].length > 0) || referred.length > 0) return await told(db, ids, referred)
  return words.length === 1 ? none : await inCommon(db, words)
}

const none: NamesFound = { results: [], batchIds: [], lotIds: [], shipmentIds: [] }

async function idsOf(db: Db, words: readonly string[], limit = ENOUGH): Promise<Ids> {
  const ids: Ids = { item: [], supplier: [], place: [], person: [], equipment: [] }
  for (const kind of kinds) ids[kind] = await newestFound(db, kind, [words], limit)
  return ids
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
    ...items.map(({ id, kind, name }) => result(kind, { kind: 'item', id }, name, itemWords[kind])),
    ...(await namesOf(db, 'supplier', ids.supplier)).map(({ id, name }) =>
      result('supplier', { kind: 'supplier', id }, name, 'everything bought there'),
    ),
    ...places.map(({ id, name }) => result('place', { kind: 'place', id }, name, 'everything sent there')),
    ...(await namesOf(db, 'person', ids.person)).map(({ id, name }) =>
      result('person', { kind: 'person', id }, name, 'every batch they made'),
    ),
    ...(await namesOf(db, 'equipment', ids.equipment)).map(({ id, name }) =>
      result('equipment', { kind: 'equipment', id }, name, 'every batch made with it'),
    ),
  ]
  return { results, batchIds, lotIds, shipmentIds }
}

const itemWords = { product: 'every batch of it', ingredient: 'every lot of it' } as const

function result(kind: Found[number]['kind'], node: Found[number]['node'], label: string, detail: string) {
  return { kind, id: node.id, node, serial: null, label, detail }
}

/** Every word must belong to a name; what all these names have in common is meant. */
async function inCommon(db: Db, words: readonly string[]): Promise<NamesFound> {
  const wordsOf: Record<keyof Ids, string[]> = { item: [], supplier: [], place: [], person: [], equipment: [] }
  for (const word of words) {
    const of = await idsOf(db, [word], 1)
    const having = kinds.filter((kind) => of[kind].length > 0)
    if (having.length === 0) return none
    for (const kind of having) wordsOf[kind].push(word)
  }
  const ids: Ids = { item: [], supplier: [], place: [], person: [], equipment: [] }
  for (const kind of kinds) ids[kind] = await newestFound(db, kind, [wordsOf[kind]], 40)
  const items = await itemsNamed(db, ids.item)
  const itemIds = items.map(({ id }) => id)
  const lotIds =
    itemIds.length > 0 && ids.supplier.length > 0
      ? await lotsBoughtFrom(db, { itemIds, supplierIds: ids.supplier, limit: ENOUGH })
      : []
  const hasCrew = ids.person.length > 0 || ids.equipment.length > 0
  const productIds = items.length === 0 ? null : items.filter(({ kind }) => kind === 'product').map(({ id }) => id)
  const crew = { personIds: ids.person, equipmentIds: ids.equipment }
  const batchIds = hasCrew ? await batchesMade(db, { productIds, ...crew, from: null, to: null, limit: ENOUGH }) : []
  return { results: [], batchIds, lotIds, shipmentIds: [] }
}
