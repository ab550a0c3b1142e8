import { contract } from '../../../shared/api/contract.ts'
import type { AnswerOf } from '../../api/door.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { reachDefaults, ReachFields } from './ReachFields.tsx'

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
      toastDone(`Saved ${name}.`)
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={supplier ? `Change ${supplier.name}` : 'Add a supplier'}
      action="Save supplier"
      onClose={onClose}
    >
      <TextField control={control} name="name" label="Name" placeholder="Valley Farm" autoFocus />
      <ReachFields control={control} />
    </InlineForm>
  )
}
