import { Units } from '../../../shared/api/fields.ts'
import { SendInput, ShipmentLine } from '../../../shared/api/shipping.ts'
import { z } from '../../../shared/api/zod.ts'
import type { AnswerOf } from '../../api/door.ts'

export type StockRow = AnswerOf<'shipping', 'stock'>[number]

/** What goes out of one lot; no units is nothing. */
const Row = z.strictObject({ units: Units.optional(), serials: ShipmentLine.shape.serials })

const Values = SendInput.omit({ lines: true, note: true }).extend({
  /** By `rowName` of the lot, so that stock that comes and goes leaves what was typed in its place. */
  rows: z.record(z.string(), Row),
})
export type SendIn = z.input<typeof Values>
export type SendOut = z.output<typeof Values>

/** The form of the Send out screen, knowing how much there is of each lot. */
export function sendValues(stock: readonly StockRow[]): z.ZodType<SendOut, SendIn> {
  return Values.superRefine(({ rows }, context) => {
    for (const lot of stock) {
      const units = rows[rowName(lot.lotId)]?.units ?? 0
      if (units > lot.onHand)
        context.addIssue({
          code: 'custom',
          path: ['rows', rowName(lot.lotId), 'units'],
          message: `Only ${lot.onHand} are on hand.`,
        })
    }
  })
}

/** The name of a lot's row in the form; not a bare number, which forms take for a place in a list. */
export function rowName(lotId: number): `lot${number}` {
  return `lot${lotId}`
}

/** The rows with units, as lines of a shipment. */
export function linesOf(stock: readonly StockRow[], rows: SendIn['rows']): z.output<typeof ShipmentLine>[] {
  return stock.flatMap(({ lotId, problem }) => {
    const row = rows[rowName(lotId)]
    const units = typeof row?.units === 'number' ? row.units : 0
    return problem === null && units > 0 ? [{ lotId, units, serials: row?.serials }] : []
  })
}

/** A lot among others: its number, and its pack where several packs of one number are on hand. */
export function lotName({ lotNumber, pack }: StockRow): string {
  return pack === '' ? lotNumber : `${lotNumber}, ${pack}`
}

/** The product with the pack that tells it apart; a further pack has it in its name already. */
export function productName({ product, pack }: StockRow): string {
  return pack === '' || product.endsWith(pack) ? product : `${product}, ${pack}`
}
