import { type Book, type BookLot, lotOf } from './book.ts'

/** Everything that is in a batch: lots bought and made, through any number of levels, and whether a lot is unknown. */
export function contents(book: Book, batchId: number): { lots: Set<number>; unknownOf: Set<number> } {
  const lots = new Set<number>()
  const unknownOf = new Set<number>()
  for (const batch of book.batches) {
    if (batch.id !== batchId || batch.void) continue
    for (const use of batch.uses) {
      if (use.lot === null) {
        unknownOf.add(use.item)
        continue
      }
      lots.add(use.lot)
      // What was in the bin between two times that it was empty is in everything that took from it.
      for (const poured of lotOf(book, use.lot).filling?.poured ?? []) lots.add(poured)
      const maker = lotOf(book, use.lot).madeBy
      if (maker === null) continue
      const deeper = contents(book, maker)
      for (const lot of deeper.lots) lots.add(lot)
      for (const item of deeper.unknownOf) unknownOf.add(item)
    }
  }
  return { lots, unknownOf }
}

/** Every batch that holds some of one of these lots, found by opening every batch there is. */
export function batchesHolding(book: Book, lotIds: readonly number[]): Set<number> {
  const holds = (id: number) => lotIds.some((lotId) => contents(book, id).lots.has(lotId))
  return new Set(book.batches.filter((batch) => !batch.void && holds(batch.id)).map((batch) => batch.id))
}

export interface BookNotice {
  readonly item: number
  readonly supplier: string | null
  readonly supplierLot: string | null
  readonly from: string | null
  readonly to: string | null
}

type Answer = 'yes' | 'no' | 'who knows'

/** Whether the notice means a lot: the code where one is on the bag, else supplier and day, both ends included. */
function means(notice: BookNotice, lot: BookLot): Answer {
  // What a bin holds is judged by the bags that were poured into it.
  // A notice that names a product means every pack of it.
  if (lot.gone || lot.filling || (lot.item !== notice.item && lot.product !== notice.item)) return 'no'
  const answers: Answer[] = []
  // What was made here has a number of its own and no supplier: another supplier's notice is not about it.
  if (notice.supplier !== null)
    answers.push(lot.madeBy !== null ? 'no' : compare(lot.supplier, (name) => name === notice.supplier))
  const code = notice.supplierLot
  if (code !== null && lot.supplierLot !== null) answers.push(lot.supplierLot === code ? 'yes' : 'no')
  else if (notice.from !== null || notice.to !== null)
    answers.push(
      compare(
        lot.receivedOn,
        (day) => (notice.from === null || day >= notice.from) && (notice.to === null || day <= notice.to),
      ),
    )
  else if (code !== null) answers.push('who knows')
  if (answers.includes('no')) return 'no'
  return answers.includes('who knows') ? 'who knows' : 'yes'
}

function compare(fact: string | null, fits: (fact: string) => boolean): Answer {
  if (fact === null) return 'who knows'
  return fits(fact) ? 'yes' : 'no'
}

/** The column of one batch, decided by looking into it. */
export function columnOf(book: Book, notice: BookNotice, batchId: number): 'affected' | 'cannot tell' | 'not affected' {
  const inside = contents(book, batchId)
  const own = book.lots.filter((lot) => lot.madeBy === batchId).map((lot) => lot.id)
  const answers = [...inside.lots, ...own].map((id) => means(notice, lotOf(book, id)))
  if (answers.includes('yes')) return 'affected'
  const named = [notice.item, ...book.packs.filter(({ product }) => product === notice.item).map(({ item }) => item)]
  const isLotUnknown = named.some((item) => inside.unknownOf.has(item))
  return answers.includes('who knows') || isLotUnknown ? 'cannot tell' : 'not affected'
}

/** Counts jars one by one, of every pack of a batch. Nothing is clamped: what no list holds is unaccounted. */
export function tally(lots: readonly BookLot[]) {
  const jars = lots.flatMap((lot) => lot.jars.map((jar) => ({ state: jar.state, held: lot.held })))
  const count = (state: string) => jars.filter((jar) => jar.state === state).length
  const figures = {
    made: jars.length,
    onHand: jars.filter((jar) => jar.state === 'on hand' && !jar.held).length,
    held: jars.filter((jar) => jar.state === 'on hand' && jar.held).length,
    sent: count('sent'),
    sampled: count('sampled'),
    ownUse: count('own use'),
    discarded: count('discarded'),
    setAside: count('set aside'),
    reworked: count('used'),
  }
  const { made, ...placed } = figures
  return {
    ...figures,
    corrected: 0 - count('missing'),
    unaccounted: made - Object.values(placed).reduce((sum, units) => sum + units, 0),
  }
}
