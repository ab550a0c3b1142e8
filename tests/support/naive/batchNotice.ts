import { batchOf, type BookBatch, lotOf, type Milk } from './book.ts'
import { milkByContact, milkIn, most } from './milk.ts'
import { type BookNotice, columnOf, contents } from './reckon.ts'
import type { World } from './world.ts'

/** What is asked of batches themselves; null for whatever is not asked. */
export interface BatchNotice {
  readonly person: string | null
  readonly equipment: number | null
  readonly bin: number | null
  readonly milk: boolean
  readonly from: string | null
  readonly to: string | null
  readonly number: string | null
}

/** The column of a batch where something is asked of batches, and perhaps of their lots too. */
export function columnByBatch(
  world: World,
  asked: BatchNotice,
  lots: BookNotice | null,
  batchId: number,
): 'affected' | 'cannot tell' | 'not affected' {
  // A batch is as suspect as the most suspect of the batches that are in it.
  const makers = [...contents(world.book, batchId).lots].flatMap((id) => lotOf(world.book, id).madeBy ?? [])
  const answer = most(
    [...new Set([batchId, ...makers])].map((id): Milk => {
      const byLots = lots === null ? 'affected' : columnOf(world.book, lots, id)
      const words = { affected: 'yes', 'cannot tell': 'perhaps', 'not affected': 'no' } as const
      return least([words[byLots], ...answersFor(world, asked, batchOf(world.book, id))])
    }),
  )
  return answer === 'yes' ? 'affected' : answer === 'perhaps' ? 'cannot tell' : 'not affected'
}

function answersFor(world: World, asked: BatchNotice, batch: BookBatch): Milk[] {
  const { book, bins, items } = world
  const answers: Milk[] = []
  const among = <T>(all: readonly T[], one: T) => (all.includes(one) ? 'yes' : all.length === 0 ? 'perhaps' : 'no')
  if (asked.person !== null) answers.push(among(batch.people, asked.person))
  if (asked.equipment !== null) answers.push(among(batch.equipment, asked.equipment))
  if (asked.from !== null) answers.push(batch.madeOn >= asked.from ? 'yes' : 'no')
  if (asked.to !== null) answers.push(batch.madeOn <= asked.to ? 'yes' : 'no')
  if (asked.number !== null) answers.push(batch.number === asked.number ? 'yes' : 'no')
  if (asked.bin !== null) {
    const { lots, unknownOf } = contents(book, batch.id)
    const took = [...lots].some((id) => lotOf(book, id).filling?.bin === asked.bin)
    answers.push(took ? 'yes' : unknownOf.has(items[bins.indexOf(asked.bin)] ?? 0) ? 'perhaps' : 'no')
  }
  if (asked.milk) answers.push(most([milkIn(world, batch.id), milkByContact(world, batch.id)]))
  return answers
}

function least(answers: readonly Milk[]): Milk {
  if (answers.includes('no')) return 'no'
  return answers.includes('perhaps') ? 'perhaps' : 'yes'
}
