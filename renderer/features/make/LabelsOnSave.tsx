import { Checkbox } from '@mantine/core'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

/** Whether saving a batch queues its labels, and on which printer: asked once, remembered. */
export function useLabelsOnSave() {
  const printers = useAnswer('labels', 'printers', {}).data ?? []
  const chosen = useAnswer('batches', 'labelsOnSave', {}).data?.printerId ?? null
  return { printers, printer: printers.find(({ id }) => id === chosen) }
}

/** The choice, shown where a printer is. */
export function LabelsOnSave({ choice }: { readonly choice: ReturnType<typeof useLabelsOnSave> }) {
  const { run } = useCommand('batches', 'rememberLabels')
  const printer = choice.printer ?? choice.printers[0]
  if (!printer) return null

  async function remember(printerId: number | null): Promise<void> {
    try {
      await run({ printerId })
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Checkbox
      mt="sm"
      size="md"
      checked={choice.printer !== undefined}
      onChange={(event) => void remember(event.currentTarget.checked ? printer.id : null)}
      label={say('Queue the labels as well, on {printer}', { printer: printer.name })}
    />
  )
}
