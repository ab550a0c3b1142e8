import type { Day } from '../../shared/domain/day.ts'
import { namesIn, wordsShared } from '../../shared/domain/namesIn.ts'
import { whenIn } from '../../shared/domain/whenWords.ts'
import { batchesMade, batchesSent, itemsNamed, namesOf, shipmentsOf } from '../db/repos/finding.ts'
import { newestFound, searchWords } from '../db/repos/search.ts'
import type { SearchKind } from '../db/migrations/030-search.ts'
import type { Db } from '../db/schema.ts'

/** Batches that a person can choose among at a glance. */
const SHORT = 3
/** Names that a text may hold; a longer list says nothing. */
const NAMES = 40
/** Batches and deliveries of a day that was named and nothing else. */
const OF_A_DAY = 6

interface Described {
  readonly batchIds: readonly number[]
  readonly shipmentIds: readonly number[]
}

/**
 * What a description without a code means: “strawberry jam, market, last week”, “Ana, in March”. What it says of product,
 * place, person, equipment and day must all hold; where nothing was sent so, what was made then.
 * @param dayAlone whether a text with nothing but a day in it means everything of that day
 */
export async function shortlist(
  db: Db,
  text: string,
  { today, dayAlone }: { readonly today: Day; readonly dayAlone: boolean },
): Promise<Described> {
  const places = wordsShared(text, await namesOf(db, 'place', await maybeNamed(db, 'place', text)))
  // The Saturday of a market’s name says nothing of when.
  const apart = namesIn(text, places).reduce(
    (left, { name }) => left.replace(new RegExp(escaped(name), 'i'), ' '),
    text,
  )
  const when = whenIn(apart, today)
  const items = await itemsNamed(db, await maybeNamed(db, 'item', text))
  const products = namesIn(
    text,
    items.filter(({ kind }) => kind === 'product'),
  )
  const people = calledSo(text, await namesOf(db, 'person', await maybeNamed(db, 'person', text)))
  const equipment = wordsShared(text, await namesOf(db, 'equipment', await maybeNamed(db, 'equipment', text)))
  const told = [products, places, people, equipment].filter((named) => named.length > 0).length
  if (told === 0) return !dayAlone || when === null || hasOtherWords(text) ? nothing : await ofDays(db, when)
  if (told === 1 && when === null) return nothing
  const days = { from: when?.from ?? null, to: when?.to ?? null }
  const productIds = products.length === 0 ? null : idsOf(products)
  const crew = { personIds: idsOf(people), equipmentIds: idsOf(equipment) }
  const hasCrew = people.length + equipment.length > 0
  if (places.length === 0 && hasCrew)
    return { ...nothing, batchIds: await batchesMade(db, { productIds, ...crew, ...days, limit: SHORT }) }
  const placeIds = places.length === 0 ? null : idsOf(places)
  const sent = await batchesSent(db, { productIds, placeIds, ...crew, ...days, limit: SHORT })
  if (sent.length > 0 || (productIds === null && !hasCrew) || when === null) return { ...nothing, batchIds: sent }
  return { ...nothing, batchIds: await batchesMade(db, { productIds, ...crew, ...days, limit: SHORT }) }
}

const nothing: Described = { batchIds: [], shipmentIds: [] }

/** Everything made and sent on some days. */
async function ofDays(db: Db, { from, to }: { from: Day; to: Day }): Promise<Described> {
  const sent = await shipmentsOf(db, { from, to, limit: OF_A_DAY })
  return {
    batchIds: await batchesMade(db, { productIds: null, from, to, limit: OF_A_DAY }),
    shipmentIds: sent.map(({ id }) => id),
  }
}

/** People of whom the whole name stands in a text, or a part of it: a first name is short. */
function calledSo<T extends { readonly name: string }>(text: string, people: readonly T[]): T[] {
  const whole = namesIn(text, people)
  const there = new Set(searchWords(text))
  return whole.length > 0 ? whole : people.filter(({ name }) => searchWords(name).some((word) => there.has(word)))
}

/** A text of which the day is only a part says something that is not understood. */
function hasOtherWords(text: string): boolean {
  return searchWords(text).length > 4
}

/** Names of which a word, but for its plural, begins as a word of the text does. */
async function maybeNamed(db: Db, kind: SearchKind, text: string): Promise<number[]> {
  const beginnings = searchWords(text)
    .filter((word) => word.length >= 2)
    .map((word) => [word.length > 4 ? word.replace(/(?:ies|es|s|y)$/, '') : word])
  return await newestFound(db, kind, beginnings.slice(0, 30), NAMES)
}

function idsOf(named: readonly { readonly id: number }[]): number[] {
  return named.map(({ id }) => id)
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
