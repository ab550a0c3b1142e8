import { readUnitCode } from '../../../shared/domain/loadOut.ts'
import { containsRanges, countUnits, readRanges, showRanges } from '../../../shared/domain/serialRange.ts'
import { useScan } from '../../app/scan.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { fitLots, lotRow, productRow, type SendIn, type SendOut, type StockOfProduct } from './sendValues.ts'

/**
 * A unit's label scanned on this screen goes into the shipment under its number; the label of a lot or a case without a
 * number counts one more of that lot.
 */
export function useScannedUnits(form: CommandForm<SendIn, SendOut>['form'], stock: readonly StockOfProduct[]): void {
  useScan((text) => {
    const lots = stock.flatMap((of) => of.lots)
    const found = readUnitCode(text, lots)
    if (!found) return false
    const { lot, serial } = found
    const of = stock.find((each) => each.lots.includes(lot))
    const values = form.getValues()
    const path = `lots.${lotRow(lot.lotId)}` as const
    const row = values.lots[lotRow(lot.lotId)]
    const typed = readRanges(row?.serials ?? '') ?? []
    const code = serial === null ? lot.lotNumber : `${lot.lotNumber} unit ${serial}`
    const unit = serial === null ? [] : [{ first: serial, last: serial }]
    if (!of || !fitLots(of, values.purpose).includes(lot))
      return said(`${lot.lotNumber} is ${lot.problem ?? 'not on hand'}, so it stays here.`)
    if (unit.length > 0 && containsRanges(typed, unit)) return said(`${code} is in the list already.`)
    if (unit.length > 0 && !containsRanges(readRanges(lot.serials) ?? [], unit))
      return said(`${code} is not on hand: it left before, or was never made.`)
    if (unit.length === 0 && typed.length > 0)
      return said(`Of ${lot.lotNumber}, units are in the list by their numbers: scan the number of this one too.`)
    const serials = [...typed, ...unit]
    const counted = typeof row?.units === 'number' ? row.units : 0
    const units = unit.length > 0 ? countUnits(serials) : counted + 1
    form.setValue(`products.${productRow(of.productId)}.units`, null)
    form.setValue(path, { units, serials: showRanges(serials) })
    toastDone(`${of.product}, ${code}: ${units} now.`)
    return true
  })
}

function said(sentence: string): true {
  toastProblem(sentence)
  return true
}
