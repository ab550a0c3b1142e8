import { addDays } from '../../../shared/domain/day.ts'
import { type Amount, openRecordWriter, type RecordWriter, type Take, type WrittenProduct } from './recordWriter.ts'

const FIRST = '2026-01-01'
const SUPPLIER = 'Costco Main St'

/** Each of these batches took one jar of the one before, the first a bought lot. @returns the batches, in order */
export function writeChain(file: string, length = 50): { lotId: number; batchIds: number[] } {
  return writeSteps(file, length, (_, lots) => lots.slice(-1))
}

/**
 * Levels of batches each of which took a jar of every batch of the level before: `wide ** levels` paths, and
 * `levels * wide` batches. @returns the batches, level by level
 */
export function writeLattice(file: string, levels = 50, wide = 10): { lotId: number; batchIds: number[][] } {
  const kitchen = bare(file)
  let takes: Take[] = [{ itemId: kitchen.sugar, lotId: kitchen.lotId, amount: { count: 1, unit: 'lb' } }]
  const batchIds = Array.from({ length: levels }, (_, level) => {
    const made = Array.from({ length: wide }, () => kitchen.make(takes, level))
    takes = made.map(({ lotId }) => ({
      itemId: kitchen.product.productId,
      lotId,
      amount: { count: 1, unit: 'jar' },
    }))
    return made.map(({ batchId }) => batchId)
  })
  kitchen.writer.close()
  return { lotId: kitchen.lotId, batchIds }
}

/**
 * Diamonds on one another: two batches took a jar of the one below, and one took a jar of each of them. There are
 * `2 ** levels` paths. @returns the batches from the bought lot up
 */
export function writeDiamonds(file: string, levels: number): { lotId: number; batchIds: number[] } {
  return writeSteps(file, levels * 3, (at, lots) => {
    const top = lots[at - 1 - (at % 3)]
    if (at % 3 === 2) return lots.slice(-2)
    return top === undefined ? [] : [top]
  })
}

/**
 * Each batch took a jar of the one before and of the one before that: each can be reached in as many depths as half its
 * place. @returns the batches from the bought lot up
 */
export function writeSkew(file: string, steps = 2000): { lotId: number; batchIds: number[] } {
  return writeSteps(file, steps, (_, lots) => lots.slice(-2))
}

/** One batch after another; the first took of a bought lot, each other a jar of some before it. */
function writeSteps(
  file: string,
  steps: number,
  takenOf: (at: number, lots: readonly number[]) => readonly number[],
): { lotId: number; batchIds: number[] } {
  const kitchen = bare(file)
  const bought: Take = { itemId: kitchen.sugar, lotId: kitchen.lotId, amount: { count: 1, unit: 'lb' } }
  const jarOf = (lotId: number): Take => ({
    itemId: kitchen.product.productId,
    lotId,
    amount: { count: 1, unit: 'jar' },
  })
  const lots: number[] = []
  const batchIds: number[] = []
  for (let at = 0; at < steps; at += 1) {
    const taken = takenOf(at, lots).map(jarOf)
    const { batchId, lotId } = kitchen.make(taken.length > 0 ? taken : [bought], Math.floor(at / 10))
    lots.push(lotId)
    batchIds.push(batchId)
  }
  kitchen.writer.close()
  return { lotId: kitchen.lotId, batchIds }
}

/** Whom and what to ask about in a kitchen in which one thing is in everything. */
export interface OneThing {
  readonly lotId: number
  /** The last batch. */
  readonly batchId: number
  readonly itemId: number
  readonly supplierId: number
  /** The day on which the sugar came. */
  readonly receivedOn: string
}

/** One bag of sugar in so many batches, ten a day, each sent to the market. Nobody wrote down who made them, or with what. */
export function writeOneLot(file: string, batches = 20_000): OneThing {
  const kitchen = bare(file, batches)
  const batchId = makeAll(kitchen, kitchen.lotId, batches)
  kitchen.writer.close()
  const { lotId, sugar, supplierId, before } = kitchen
  return { lotId, batchId, itemId: sugar, supplierId, receivedOn: before }
}

/** A sugar bin that was never marked emptied: every batch took from it, and holds some of each of the bags in it. */
export function writeOneBin(file: string, batches = 20_000, bags = 20): OneThing & { readonly binId: number } {
  const kitchen = bare(file, Math.ceil(batches / bags))
  const { writer, sugar, supplierId, before, bag } = kitchen
  const more = Array.from({ length: bags - 1 }, (_, at) => ({ ...bag, supplierLot: `MORE-${at + 1}` }))
  const lots = [kitchen.lotId, ...writer.receive({ supplierId, supplier: SUPPLIER, lines: more }, before)]
  const bin = writer.fillBin('Sugar bin', sugar, lots, bag.amount, before)
  const batchId = makeAll(kitchen, bin.lotId, batches)
  writer.close()
  return { ...bin, batchId, itemId: sugar, supplierId, receivedOn: before }
}

/** So many batches of a pound each, all sent to the market. @returns the last of them */
function makeAll(kitchen: BareKitchen, lotId: number, batches: number): number {
  const placeId = kitchen.writer.place('Saturday farmers market', 'market')
  let last = 0
  for (let at = 0; at < batches; at += 1) {
    const take = { itemId: kitchen.sugar, lotId, amount: { count: 1, unit: 'lb' } }
    const day = Math.floor(at / 10) - 2000
    const made = kitchen.make([take], day)
    const line = { lotId: made.lotId, units: kitchen.made }
    kitchen.writer.send({ placeId, place: 'Saturday farmers market', lines: [line] }, addDays(FIRST, day))
    last = made.batchId
  }
  return last
}

interface BareKitchen {
  readonly writer: RecordWriter
  readonly product: WrittenProduct
  readonly sugar: number
  readonly supplierId: number
  /** The bag of sugar, how it was bought, and when. */
  readonly lotId: number
  readonly bag: { readonly itemId: number; readonly amount: Amount; readonly supplierLot: string }
  readonly before: string
  /** Jars of each batch. */
  readonly made: number
  make(uses: readonly Take[], day: number): { batchId: number; lotId: number }
}

/** A kitchen with one product, one supplier and one bag of sugar. */
function bare(file: string, pounds = 100): BareKitchen {
  const made = 12
  const writer = openRecordWriter(file)
  const supplierId = writer.supplier(SUPPLIER)
  const sugar = writer.ingredient('Sugar', 'lb')
  const lines = [{ itemId: sugar, amount: { count: 1, unit: 'lb' } }]
  const before = addDays(FIRST, -4000)
  const product = writer.product({ name: 'Syrup', code: 'SY', unit: 'jar', made, lines }, before)
  const bag = { itemId: sugar, amount: { count: pounds, unit: 'lb' }, supplierLot: 'ONE-LOT-1' }
  const [lotId = 0] = writer.receive({ supplierId, supplier: SUPPLIER, lines: [bag] }, before)
  return {
    writer,
    product,
    sugar,
    supplierId,
    lotId,
    bag,
    before,
    made,
    make: (uses, day) => writer.make({ product, made, uses }, addDays(FIRST, day)),
  }
}
