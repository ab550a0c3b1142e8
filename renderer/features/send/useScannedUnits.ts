import { putIntoList, readUnitCode } from '../../../shared/domain/loadOut.ts'
import { countUnits, showRanges } from '../../../shared/domain/serialRange.ts'
import { useScan } from '../../app/scan.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { unitsCode } from './scannedBack.ts'
import { fitLots, lotRow, productRow, type SendIn, type SendOut, type StockOfProduct } from './sendValues.ts'
import { say } from '../../../shared/words/say.ts'

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
    const code = ranges === null ? lot.lotNumber : unitsCode(lot.lotNumber, ranges, isCase)
    if (!of || !fitLots(of, values.purpose).includes(lot))
      return refused(
        lot.problem === null
          ? say('{lot} is not on hand, so it stays here.', { lot: lot.lotNumber })
          : say('{lot} stays here: {problem}.', { lot: lot.lotNumber, problem: lot.problem }),
      )
    let next = { units: counted + found.units, serials: '' }
    if (ranges === null) {
      if (typed !== '')
        return refused(
          say('Of {lot}, units are in the list by their numbers: scan or type the numbers of these too.', {
            lot: lot.lotNumber,
          }),
        )
    } else {
      const put = putIntoList(ranges, typed, lot.serials)
      if (put.kind === 'twice')
        return refused(
          isCase
            ? say('Of {code}, {numbers} went into the list before.', { code, numbers: showRanges(put.which) })
            : say('{code} is in the list already.', { code }),
        )
      if (typed === '' && counted > 0)
        return refused(
          say('Of {lot}, {count} are in the list without their numbers. Empty that row, then scan again.', {
            lot: lot.lotNumber,
            count: counted,
          }),
        )
      if (put.kind === 'absent')
        return refused(
          isCase
            ? say('Of {code}, {numbers} is not on hand. Type the numbers that are in the case.', {
                code,
                numbers: showRanges(put.which),
              })
            : say('{code} is not on hand: it left before, or was never made.', { code }),
        )
      next = { units: countUnits(put.all), serials: showRanges(put.all) }
    }
    form.setValue(`products.${productRow(of.productId)}.units`, null)
    form.setValue(path, next)
    const what = isCase ? say('a case of {code}', { code }) : code
    toastDone(say('{product}, {code}: {count} now.', { product: of.product, code: what, count: next.units }))
    return true
  })
}

function refused(sentence: string): true {
  toastProblem(sentence)
  return true
}
