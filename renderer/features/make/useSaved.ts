import { createElement } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import type { Printer } from '../../../shared/api/printers.ts'
import { type AnswerOf, api, errorBody } from '../../api/door.ts'
import { newRequestId } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { say, sayList } from '../../../shared/words/say.ts'
import { SavedMessage } from './SavedMessage.tsx'

interface SavedOptions {
  readonly product: AnswerOf<'products', 'get'>
  /** Where labels are queued as well; none where the person did not want that. */
  readonly printer: Printer | undefined
  /** All there are: a product's usual label has its usual printer. */
  readonly printers: readonly Printer[]
}

/** Says that a batch is saved, with Undo; then queues its labels, and says that too. */
export function useSaved({ product, printer, printers }: SavedOptions) {
  return async (
    { batchId, lots, lotNumber, forSale }: AnswerOf<'batches', 'record'>,
    draftId: string | null,
  ): Promise<void> => {
    const units = countOf(forSale, product.packs.length > 0 ? 'unit' : product.unit)
    const saved = say('Saved {lotNumber}: {units} for sale.', { lotNumber, units })
    const show = (text: string) => toastDone(createElement(SavedMessage, { batchId, lotNumber, draftId, text }))
    show(saved)
    if (!printer || forSale === 0) return
    try {
      let queued = 0
      const names = new Set<string>()
      for (const { lotId } of lots.filter((lot) => lot.forSale > 0)) {
        const usual = await api.labels.usual({ lotId })
        const on = printers.find(({ id }) => id === usual.printerId) ?? printer
        const layout = usual.layout ?? on.label
        const { labels } = await api.labels.print({ requestId: newRequestId(), lotId, printerId: on.id, layout })
        names.add(on.name)
        queued += labels
      }
      const where = { labels: countOf(queued, 'label'), printers: sayList([...names]) }
      show(`${saved} ${say('{labels} queued on {printers}.', where)}`)
    } catch (error) {
      const problem = errorBody(error).message
      toastError(new Error(`${saved} ${say('Its labels were not queued: {problem}', { problem })}`))
    }
  }
}
