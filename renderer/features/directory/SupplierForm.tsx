import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { reachDefaults, ReachFields } from './ReachFields.tsx'
import { say } from '../../../shared/words/say.ts'

const schema = contract.directory.saveSupplier.input.omit({ requestId: true })

interface SupplierFormProps {
  /** The one that is changed; null for a new one. */
  readonly supplier: AnswerOf<'directory', 'suppliers'>[number] | null
  readonly onClose: () => void
}

export function SupplierForm({ supplier, onClose }: SupplierFormProps) {
  const command = useCommandForm({
    schema,
    defaults: { supplierId: supplier?.id ?? null, name: supplier?.name ?? '', ...reachDefaults(supplier) },
    domain: 'directory',
    operation: 'saveSupplier',
    onDone({ name }) {
      toastDone(say('Saved {name}.', { name }))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={supplier ? say('Change {name}', { name: supplier.name }) : say('Add a supplier')}
      action={say('Save supplier')}
      onClose={onClose}
    >
      <TextField control={control} name="name" label={say('Name')} placeholder={say('Valley Farm')} autoFocus />
      <ReachFields control={control} />
    </InlineForm>
  )
}
