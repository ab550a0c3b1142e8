import { addDays } from '../../../shared/domain/day.ts'
import { openRecordWriter, type RecordWriter, type Take, type WrittenProduct } from './recordWriter.ts'

const FIRST = '2026-01-01'

/** Each of these batches took one jar of the one before, the first a bought lot. @returns the batches, in order */
export function writeChain(file: string, length = 50): { lotId: number; batchIds: number[] } {
  const kitchen = bare(file)
  const batchIds: number[] = []
  let take: Take = { itemId: kitchen.sugar, lotId: kitchen.lotId, amount: { count: 1, unit: 'lb' } }
  for (let at = 0; at < length; at += 1) {
    const { batchId, lotId } = kitchen.make([take], at)
    batchIds.push(batchId)
    take = { itemId: kitchen.product.productId, lotId, amount: { count: 1, unit: 'jar' } }
  }
  kitchen.writer.close()
  return { lotId: kitchen.lotId, batchIds }
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

/** One bag of sugar in so many batches, ten a day, each sent to the market. @returns the bag and its last batch */
export function writeOneLot(file: string, batches = 20_000): { lotId: number; batchId: number } {
  const kitchen = bare(file, batches)
  const placeId = kitchen.writer.place('Saturday farmers market', 'market')
  let last = 0
  for (let at = 0; at < batches; at += 1) {
    const take = { itemId: kitchen.sugar, lotId: kitchen.lotId, amount: { count: 1, unit: 'lb' } }
    const day = Math.floor(at / 10) - 2000
    const { batchId, lotId } = kitchen.make([take], day)
    const line = { lotId, units: kitchen.made }
    kitchen.writer.send({ placeId, place: 'Saturday farmers market', lines: [line] }, addDays(FIRST, day))
    last = batchId
  }
  kitchen.writer.close()
  return { lotId: kitchen.lotId, batchId: last }
}

interface BareKitchen {
  readonly writer: RecordWriter
  readonly product: WrittenProduct
  readonly sugar: number
  readonly lotId: number
  /** Jars of each batch. */
  readonly made: number
  make(uses: readonly Take[], day: number): { batchId: number; lotId: number }
}

/** A kitchen with one product, one supplier and one bag of sugar. */
function bare(file: string, pounds = 100): BareKitchen {
  const made = 12
  const writer = openRecordWriter(file)
  const supplierId = writer.supplier('Costco Main St')
  const sugar = writer.ingredient('Sugar', 'lb')
  const lines = [{ itemId: sugar, amount: { count: 1, unit: 'lb' } }]
  const before = addDays(FIRST, -4000)
  const product = writer.product({ name: 'Syrup', code: 'SY', unit: 'jar', made, lines }, before)
  const bag = { itemId: sugar, amount: { count: pounds, unit: 'lb' }, supplierLot: 'ONE-LOT-1' }
  const [lotId = 0] = writer.receive({ supplierId, supplier: 'Costco Main St', lines: [bag] }, before)
  return {
    writer,
    product,
    sugar,
    lotId,
    made,
    make: (uses, day) => writer.make({ product, made, uses }, addDays(FIRST, day)),
  }
}
