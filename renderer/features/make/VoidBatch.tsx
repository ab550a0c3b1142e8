import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.batches.void.input.omit({ requestId: true })

/** Voids a batch recorded by mistake; the core refuses while something depends on it, and says what. */
export function VoidBatch({
  batch,
  onClose,
}: {
  readonly batch: AnswerOf<'batches', 'get'>
  readonly onClose: () => void
}) {
  const command = useCommandForm({
    schema,
    defaults: { batchId: batch.id, reason: '' },
    domain: 'batches',
    operation: 'void',
    onDone() {
      toastDone(
        say('{lotNumber} is void. Its ingredients are in stock again; its number stays used.', {
          lotNumber: batch.lotNumber,
        }),
      )
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={say('Void {lotNumber}', { lotNumber: batch.lotNumber })}
      action={say('Void the batch')}
      danger
      onClose={onClose}
    >
      <TextField
        control={command.form.control}
        name="reason"
        label={say('Why')}
        description={say('For a batch that never happened. Ingredients go back to stock.')}
        autoFocus
      />
    </InlineForm>
  )
}
