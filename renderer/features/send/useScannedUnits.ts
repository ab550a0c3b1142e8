import { readUnitCode } from '../../../shared/domain/loadOut.ts'
import {
  containsRanges,
  countUnits,
  intersectRanges,
  mergeRanges,
  readRanges,
  showRanges,
  subtractRanges,
} from '../../../shared/domain/serialRange.ts'
import { useScan } from '../../app/scan.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { fitLots, lotRow, productRow, type SendIn, type SendOut, type StockOfProduct } from './sendValues.ts'

/**
 * A unit's label scanned on this screen goes into the shipment under its number, the label of a case with all its
 * units; the label of a lot without a number counts one more of that lot.
 */
export function useScannedUnits(form: CommandForm<SendIn, SendOut>['form'], stock: readonly StockOfProduct[]): void {
  useScan((text) => {
    const found = readUnitCode(
      text,
      stock.flatMap((of) => of.lots),
    )
    if (!found) return false
    const { lot, ranges, isCase } = found
    const of = stock.find((each) => each.lots.includes(lot))
    const values = form.getValues()
    const path = `lots.${lotRow(lot.lotId)}` as const
    const row = values.lots[lotRow(lot.lotId)]
    const typed = readRanges(row?.serials ?? '') ?? []
    const counted = typeof row?.units === 'number' ? row.units : 0
    const which = ranges === null ? '' : ` ${isCase ? 'units' : 'unit'} ${showRanges(ranges)}`
    const code = `${lot.lotNumber}${which}`
    if (!of || !fitLots(of, values.purpose).includes(lot))
      return said(`${lot.lotNumber} is ${lot.problem ?? 'not on hand'}, so it stays here.`)
    if (ranges === null) {
      if (typed.length > 0)
        return said(
          `Of ${lot.lotNumber}, units are in the list by their numbers: scan or type the numbers of these too.`,
        )
    } else {
      const twice = intersectRanges(typed, ranges)
      if (twice.length > 0)
        return said(
          isCase ? `Of ${code}, ${showRanges(twice)} went into the list before.` : `${code} is in the list already.`,
        )
      if (typed.length === 0 && counted > 0)
        return said(
          `Of ${lot.lotNumber}, ${counted} are in the list without their numbers. Empty that row, then scan again.`,
        )
      const free = readRanges(lot.serials) ?? []
      if (!containsRanges(free, ranges)) {
        const gone = showRanges(subtractRanges(ranges, free))
        return said(
          isCase
            ? `Of ${code}, ${gone} is not on hand. Type the numbers that are in the case.`
            : `${code} is not on hand: it left before, or was never made.`,
        )
      }
    }
    const serials = mergeRanges([...typed, ...(ranges ?? [])])
    const units = ranges === null ? counted + found.units : countUnits(serials)
    form.setValue(`products.${productRow(of.productId)}.units`, null)
    form.setValue(path, { units, serials: showRanges(serials) })
    toastDone(`${of.product}, ${isCase ? 'a case of ' : ''}${code}: ${units} now.`)
    return true
  })
}

function said(sentence: string): true {
  toastProblem(sentence)
  return true
}
