import { putIntoList, readUnitCode } from '../../../shared/domain/loadOut.ts'
import { countUnits, showRanges } from '../../../shared/domain/serialRange.ts'
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
    const typed = row?.serials ?? ''
    const counted = typeof row?.units === 'number' ? row.units : 0
    const which = ranges === null ? '' : ` ${isCase ? 'units' : 'unit'} ${showRanges(ranges)}`
    const code = `${lot.lotNumber}${which}`
    if (!of || !fitLots(of, values.purpose).includes(lot))
      return said(`${lot.lotNumber} is ${lot.problem ?? 'not on hand'}, so it stays here.`)
    let next = { units: counted + found.units, serials: '' }
    if (ranges === null) {
      if (typed !== '')
        return said(
          `Of ${lot.lotNumber}, units are in the list by their numbers: scan or type the numbers of these too.`,
        )
    } else {
      const put = putIntoList(ranges, typed, lot.serials)
      if (put.kind === 'twice')
        return said(
          isCase
            ? `Of ${code}, ${showRanges(put.which)} went into the list before.`
            : `${code} is in the list already.`,
        )
      if (typed === '' && counted > 0)
        return said(
          `Of ${lot.lotNumber}, ${counted} are in the list without their numbers. Empty that row, then scan again.`,
        )
      if (put.kind === 'absent')
        return said(
          isCase
            ? `Of ${code}, ${showRanges(put.which)} is not on hand. Type the numbers that are in the case.`
            : `${code} is not on hand: it left before, or was never made.`,
        )
      next = { units: countUnits(put.all), serials: showRanges(put.all) }
    }
    form.setValue(`products.${productRow(of.productId)}.units`, null)
    form.setValue(path, next)
    toastDone(`${of.product}, ${isCase ? 'a case of ' : ''}${code}: ${next.units} now.`)
    return true
  })
}

function said(sentence: string): true {
  toastProblem(sentence)
  return true
}
