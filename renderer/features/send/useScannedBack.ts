import { useScan } from '../../app/scan.ts'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { asCount, type BackIn, type BackOut, type OutOfProduct, scannedRow } from './backValues.ts'
import { scannedBack } from './scannedBack.ts'
import { say } from '../../../shared/words/say.ts'

/**
 * While a market day is counted, a jar's label scanned counts that jar as come back, the label of a case all its units,
 * under their numbers where the label says them.
 */
export function useScannedBack(form: CommandForm<BackIn, BackOut>['form'], out: readonly OutOfProduct[]): void {
  useScan((text) => {
    const { rows, scanned } = form.getValues()
    const there = out.flatMap((of) => of.lots)
    const found = scannedBack(text, there, (lotId) => scanned[scannedRow(lotId)] ?? '')
    if (!found) return false
    if (found.kind === 'refused') {
      toastProblem(found.message)
      return true
    }
    const { lot, serials, more, words } = found
    const of = out.find((each) => each.lots.includes(lot))
    if (!of) return false
    const back = asCount(rows[of.name]?.back) + more
    if (serials !== '') form.setValue(`scanned.${scannedRow(lot.lotId)}`, serials)
    form.setValue(`rows.${of.name}.back`, back, { shouldValidate: true })
    toastDone(say('{product}, {code}: {count} came back.', { product: of.product, code: words, count: back }))
    return true
  })
}
