/*
 * A second, deliberately simple reckoning of a kitchen, written from the rules and not from the product: it imports
 * nothing of it. Everything is a list that is walked from end to end; every jar is one entry of an array.
 */
type JarState = 'on hand' | 'sent' | 'sampled' | 'own use' | 'discarded' | 'set aside' | 'used' | 'missing'

export interface BookLot {
  readonly id: number
  readonly item: number
  /** The product that it is a pack of: the item itself, unless it is a further pack. */
  readonly product: number
  /** The batch that made it, or null for a bought one. */
  readonly madeBy: number | null
  supplier: string | null
  receivedOn: string | null
  supplierLot: string | null
  held: boolean
  /** The receipt was taken back. */
  gone: boolean
  /** Where each jar is, by its number less one; empty for bought lots. */
  readonly jars: { state: JarState; by: string }[]
  /** What a bin holds from one “emptied” to the next: which bin, and the bags poured into it. */
  readonly filling?: { readonly bin: number; readonly poured: number[]; emptied: boolean }
}

interface BookUse {
  readonly item: number
  readonly lot: number | null
}

export interface BookBatch {
  readonly id: number
  /** What it made in its first pack; further packs are further lots with the same maker. */
  readonly lot: number
  uses: readonly BookUse[]
  void: boolean
  readonly madeOn: string
  /** What happened first has the lower number. */
  readonly order: number
  readonly number: string
  readonly people: readonly string[]
  readonly equipment: readonly number[]
  /** Whether its label says milk, that it may contain some, or neither. */
  label: Milk
}

/** Whether something contains milk. */
export type Milk = 'yes' | 'perhaps' | 'no'

interface Cleaning {
  readonly equipment: number
  readonly day: string
  readonly order: number
}

export interface Book {
  readonly cleanings: Cleaning[]
  /** Further packs, and the products that they are of. */
  readonly packs: { readonly item: number; readonly product: number }[]
  readonly lots: BookLot[]
  readonly batches: BookBatch[]
}

export function lotOf(book: Book, id: number): BookLot {
  const found = book.lots.find((lot) => lot.id === id)
  if (!found) throw new Error(`the book has no lot ${id}`)
  return found
}

export function batchOf(book: Book, id: number): BookBatch {
  const found = book.batches.find((batch) => batch.id === id)
  if (!found) throw new Error(`the book has no batch ${id}`)
  return found
}

/** Moves so many jars, one by one, from where they are to somewhere else; the lowest or the highest numbers first. */
export function moveJars(lot: BookLot, { from, to, count, by, highest = false }: MoveOfJars): void {
  let left = count
  const numbers = lot.jars.map((_, at) => at)
  for (const at of highest ? numbers.toReversed() : numbers) {
    const jar = lot.jars[at]
    if (left === 0 || !jar || jar.state !== from) continue
    jar.state = to
    jar.by = by
    left -= 1
  }
  if (left > 0) throw new Error(`the book lacks ${left} jars ${from}`)
}

interface MoveOfJars {
  readonly from: JarState
  readonly to: JarState
  readonly count: number
  /** What moved them, so that it can be taken back. */
  readonly by: string
  readonly highest?: boolean
}

/** Puts every jar that something moved back on hand. */
export function bringBack(book: Book, by: string): void {
  for (const lot of book.lots)
    for (const jar of lot.jars)
      if (jar.by === by) {
        jar.state = 'on hand'
        jar.by = ''
      }
}
