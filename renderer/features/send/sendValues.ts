import { Cents, Units } from '../../../shared/api/fields.ts'
import { SendInput, ShipmentLine } from '../../../shared/api/shipping.ts'
import { z } from '../../../shared/api/zod.ts'
import { takeInOrder } from '../../../shared/domain/loadOut.ts'
import type { AnswerOf } from '../../api/door.ts'
import { say } from '../../../shared/words/say.ts'

export type StockRow = AnswerOf<'shipping', 'stock'>[number]

/** The lots of one product, oldest first. */
export interface StockOfProduct {
  readonly productId: number
  readonly product: string
  readonly unit: string
  readonly lots: readonly StockRow[]
  readonly priceCents: number | null
}

/** What goes of one lot, once somebody says which; no units is nothing. */
const LotRow = z.strictObject({ units: Units.nullish(), serials: ShipmentLine.shape.serials })
/** What goes of one product, whichever lots it is of. */
const ProductRow = z.strictObject({ units: Units.nullish(), priceCents: Cents.nullish() })

const Values = SendInput.omit({ lines: true }).extend({
  /** By `productRow`, so that stock that comes and goes leaves what was typed in its place. */
  products: z.record(z.string(), ProductRow),
  /** By `lotRow`. */
  lots: z.record(z.string(), LotRow),
})
export type SendIn = z.input<typeof Values>
export type SendOut = z.output<typeof Values>
type Typed = Pick<SendIn, 'products' | 'lots' | 'purpose'>

/** The form of the Send out screen, knowing how much there is of each product and lot. */
export function sendValues(stock: readonly StockOfProduct[]): z.ZodType<SendOut, SendIn> {
  return Values.superRefine((values, context) => {
    for (const of of stock) {
      const fit = fitLots(of, values.purpose)
      const there = fit.reduce((sum, lot) => sum + lot.onHand, 0)
      const tooMany = (path: string[], onHand: number) =>
        context.addIssue({
          code: 'custom',
          path: [...path, 'units'],
          message: say('Only {units} are on hand.', { units: onHand }),
        })
      if ((values.products[productRow(of.productId)]?.units ?? 0) > there)
        tooMany(['products', productRow(of.productId)], there)
      for (const lot of of.lots) {
        const units = values.lots[lotRow(lot.lotId)]?.units ?? 0
        if (units > 0 && !fit.includes(lot))
          context.addIssue({
            code: 'custom',
            path: ['lots', lotRow(lot.lotId), 'units'],
            message: say('These stay here. Empty this field.'),
          })
        else if (units > lot.onHand) tooMany(['lots', lotRow(lot.lotId)], lot.onHand)
      }
    }
  })
}

/** Names of rows in the form; not bare numbers, which forms take for places in a list. */
export function productRow(productId: number): `product${number}` {
  return `product${productId}`
}

export function lotRow(lotId: number): `lot${number}` {
  return `lot${lotId}`
}

export function stockByProduct(stock: readonly StockRow[]): StockOfProduct[] {
  return [...Map.groupBy(stock, (lot) => lot.productId)].map(([productId, lots]) => ({
    productId,
    product: lots[0] ? productName(lots[0]) : '',
    unit: lots[0]?.unit ?? '',
    lots,
    priceCents: lots[0]?.priceCents ?? null,
  }))
}

/** The lots that may go: none that is held, expired or not made yet. What is destroyed may be held or expired: those first. */
export function fitLots({ lots }: StockOfProduct, purpose: SendIn['purpose']): StockRow[] {
  const good = lots.filter((lot) => lot.problem === null)
  if (purpose !== 'destroyed') return good
  return [...lots.filter((lot) => lot.problem !== null && !lot.madeLater), ...good]
}

/** What of one product goes: the lots somebody named, otherwise the count taken of the oldest first. */
export function linesOfProduct(of: StockOfProduct, values: Typed): z.output<typeof ShipmentLine>[] {
  const { units, priceCents } = values.products[productRow(of.productId)] ?? {}
  const price = { priceCents: priceCents === undefined ? of.priceCents : priceCents }
  const fit = fitLots(of, values.purpose)
  const named = fit.flatMap(({ lotId }) => {
    const row = values.lots[lotRow(lotId)]
    const count = asCount(row?.units)
    return count > 0 ? [{ lotId, units: count, serials: row?.serials, ...price }] : []
  })
  if (named.length > 0) return named
  const taken = takeInOrder(
    fit.map(({ lotId, onHand }) => ({ lotId, units: onHand })),
    asCount(units),
  )
  return (taken ?? []).map((lot) => ({ ...lot, ...price }))
}

/** Everything that goes, as lines of a shipment. */
export function linesOf(stock: readonly StockOfProduct[], values: Typed): z.output<typeof ShipmentLine>[] {
  return stock.flatMap((of) => linesOfProduct(of, values))
}

/** Whether units of that product are said lot by lot. */
export function saysWhich({ lots }: StockOfProduct, values: Pick<SendIn, 'lots'>): boolean {
  return lots.some(({ lotId }) => asCount(values.lots[lotRow(lotId)]?.units) > 0)
}

function asCount(units: unknown): number {
  return typeof units === 'number' && Number.isInteger(units) ? units : 0
}

/** A lot among others: its number, and its pack where several packs of one number are on hand. */
export function lotName({ lotNumber, pack }: StockRow): string {
  return pack === '' ? lotNumber : `${lotNumber}, ${pack}`
}

/** The product with the pack that tells it apart; a further pack has it in its name already. */
function productName({ product, pack }: StockRow): string {
  return pack === '' || product.endsWith(pack) ? product : `${product}, ${pack}`
}
