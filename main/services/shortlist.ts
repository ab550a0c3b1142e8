import type { Day } from '../../shared/domain/day.ts'
import { namesIn, wordsShared } from '../../shared/domain/namesIn.ts'
import { whenIn } from '../../shared/domain/whenWords.ts'
import { listPlaces } from '../db/repos/directory.ts'
import { batchesMadeOf, batchesSent } from '../db/repos/finding.ts'
import { listItems } from '../db/repos/items.ts'
import type { Db } from '../db/schema.ts'

/** Batches that a person can choose among at a glance. */
const SHORT = 3

/**
 * Batches that a description without a code means: “strawberry jam, market, last week”. What it says of product, place
 * and day must all hold; where nothing was sent so, what was made then.
 */
export async function shortlist(db: Db, text: string, today: Day): Promise<number[]> {
  const named = namesIn(
    text,
    (await listItems(db)).filter(({ kind }) => kind === 'product'),
  )
  const places = wordsShared(text, await listPlaces(db))
  // The Saturday of a market’s name says nothing of when.
  const apart = namesIn(text, places).reduce(
    (left, { name }) => left.replace(new RegExp(escaped(name), 'i'), ' '),
    text,
  )
  const when = whenIn(apart, today)
  const told = [named.length > 0, places.length > 0, when !== null].filter(Boolean).length
  if (told < 2) return []
  const productIds = named.length === 0 ? null : named.map(({ id }) => id)
  const sent = await batchesSent(db, {
    productIds,
    placeIds: places.length === 0 ? null : places.map(({ id }) => id),
    from: when?.from ?? null,
    to: when?.to ?? null,
    limit: SHORT,
  })
  if (sent.length > 0 || productIds === null || when === null) return sent
  return await batchesMadeOf(db, { productIds, ...when, limit: SHORT })
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
