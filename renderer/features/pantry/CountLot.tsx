import { contract } from '../../../shared/api/contract.ts'
import type { LotRow } from '../../../shared/api/pantry.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'

const schema = contract.pantry.count.input.omit({ requestId: true })

/** Records what is really there. */
export function CountLot({ lot, onClose }: { readonly lot: LotRow; readonly onClose: () => void }) {
  const command = useCommandForm({
    schema,
    defaults: { lotId: lot.id, found: '', reason: 'counted' },
    domain: 'pantry',
    operation: 'count',
    onDone() {
      toastDone('The count is recorded.')
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm command={command} title="Count what is there" action="Save the count" onClose={onClose}>
      <TextField
        control={control}
        name="found"
        label="Found"
        description={`The record says ${lot.onHand.text}. Type 0 when none is left.`}
        autoFocus
      />
      <TextField
        control={control}
        name="reason"
        label="Why it differs"
        description="For example spilled, or more in the bag"
      />
    </InlineForm>
  )
}
