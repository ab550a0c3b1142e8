import { contract } from '../../../shared/api/contract.ts'
import type { LotRow } from '../../../shared/api/pantry.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.pantry.count.input.omit({ requestId: true })

/** Records what is really there. */
export function CountLot({ lot, onClose }: { readonly lot: LotRow; readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: { lotId: lot.id, found: '', reason: say('counted') },
    domain: 'pantry',
    operation: 'count',
    onDone() {
      toastDone(say('The count is recorded.'))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm command={command} title={say('Count what is there')} action={say('Save the count')} onClose={onClose}>
      <TextField
        control={control}
        name="found"
        label={say('Found')}
        description={say('The record says {amount}. Type 0 when none is left.', { amount: lot.onHand.text })}
        autoFocus
      />
      <TextField
        control={control}
        name="reason"
        label={say('Why it differs')}
        description={say('For example spilled, or more in the bag')}
      />
    </InlineForm>
  )
}
