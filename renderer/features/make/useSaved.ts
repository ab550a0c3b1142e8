import { createElement } from 'react'
import type { Printer } from '../../../shared/api/printers.ts'
import { type AnswerOf, api, errorBody } from '../../api/door.ts'
import { newRequestId } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { countOf } from '../../ui/words.ts'
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
    const saved = `Saved ${lotNumber}: ${countOf(forSale, product.packs.length > 0 ? 'unit' : product.unit)} for sale.`
    const say = (more: string) =>
      toastDone(createElement(SavedMessage, { batchId, lotNumber, draftId, text: saved + more }))
    say('')
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
      say(` ${countOf(queued, 'label')} queued on ${[...names].join(' and ')}.`)
    } catch (error) {
      toastError(new Error(`${saved} Its labels were not queued: ${errorBody(error).message}`))
    }
  }
}
