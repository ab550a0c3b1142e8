import { batchOf, type Book, lotOf, type Milk } from './book.ts'
import { contents } from './reckon.ts'

interface Facts {
  readonly book: Book
  /** Items that are bought, then items that are made. */
  readonly items: readonly number[]
}

/*
 * What anybody has said of the three bought items: the first has no milk; the second has some, but of Sunny Acres only
 * perhaps; of the third nobody has said anything.
 */
function milkOfBag({ items }: Facts, item: number, supplier: string | null, unsaid: Milk): Milk {
  if (item === items[1]) return supplier === 'Sunny Acres' ? 'perhaps' : 'yes'
  return item === items[2] ? unsaid : 'no'
}

/** What the label says: by what goes in directly, and by the labels of what was made here. */
export function labelOf(facts: Facts, batchId: number): Milk {
  return most(
    batchOf(facts.book, batchId).uses.map(({ item, lot }) => {
      if (lot === null) return milkOfBag(facts, item, null, 'no')
      const { madeBy, supplier } = lotOf(facts.book, lot)
      return madeBy === null ? milkOfBag(facts, item, supplier, 'no') : batchOf(facts.book, madeBy).label
    }),
  )
}

/** What is known today: by the label, or by anything that is in it through any number of levels. */
export function milkIn(facts: Facts, batchId: number): Milk {
  const { book, items } = facts
  const { lots, unknownOf } = contents(book, batchId)
  const bags = [...lots]
    .map((id) => lotOf(book, id))
    .filter(({ madeBy, filling }) => madeBy === null && filling === undefined)
    .map(({ item, supplier }) => milkOfBag(facts, item, supplier, 'perhaps'))
  // Of a product whose lot nobody recorded, nobody knows what was in it.
  const unknown = [...unknownOf].map((item) =>
    items.slice(0, 3).includes(item) ? milkOfBag(facts, item, null, 'perhaps') : ('perhaps' as const),
  )
  return most([batchOf(book, batchId).label, ...bags, ...unknown])
}

/** Whether milk may have come in from something made before with the same kettle, and not cleaned since. */
export function milkByContact(facts: Facts, batchId: number): Milk {
  const { book } = facts
  const later = batchOf(book, batchId)
  const answers = book.batches
    .filter((batch) => !batch.void && batch.id !== batchId && isBefore(batch, later))
    .map((earlier): Milk => {
      const milk = milkIn(facts, earlier.id)
      if (milk === 'no') return 'no'
      const dirty = (kettle: number) =>
        !book.cleanings.some(
          (cleaning) =>
            cleaning.equipment === kettle &&
            isBefore(earlier, { ...cleaning, madeOn: cleaning.day }) &&
            isBefore({ ...cleaning, madeOn: cleaning.day }, later),
        )
      if (earlier.equipment.length > 0 && later.equipment.length > 0)
        return earlier.equipment.some((kettle) => later.equipment.includes(kettle) && dirty(kettle)) ? milk : 'no'
      if (earlier.equipment.length === 0 && later.equipment.length === 0) return 'perhaps'
      return [...earlier.equipment, ...later.equipment].some(dirty) ? 'perhaps' : 'no'
    })
  return most(answers)
}

function isBefore(a: { madeOn: string; order: number }, b: { madeOn: string; order: number }): boolean {
  return a.madeOn === b.madeOn ? a.order < b.order : a.madeOn < b.madeOn
}

export function most(answers: readonly Milk[]): Milk {
  if (answers.includes('yes')) return 'yes'
  return answers.includes('perhaps') ? 'perhaps' : 'no'
}
