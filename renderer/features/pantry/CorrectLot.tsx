import { Text } from '@mantine/core'
import { contract } from '../../../shared/api/contract.ts'
import type { LotRow } from '../../../shared/api/pantry.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { DayField, NumberField, SuggestField, TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.pantry.correctLot.input.omit({ requestId: true })

/** Writes down what was missing or wrong; the old values stay in the history. */
export function CorrectLot({ lot, onClose }: { readonly lot: LotRow; readonly onClose: () => void }) {
  const suppliers = useAnswer('directory', 'suppliers', {})
  const command = useCommandForm({
    schema,
    defaults: {
      lotId: lot.id,
      supplier: lot.supplier ?? '',
      receivedOn: lot.receivedOn ?? '',
      bestBy: lot.bestBy ?? '',
      supplierLot: lot.supplierLot ?? '',
      costCents: lot.costCents,
      reason: '',
    },
    domain: 'pantry',
    operation: 'correctLot',
    onDone() {
      toastDone(say('The record is corrected. Old and new are in the lot’s history.'))
      onClose()
    },
  })
  const { control } = command.form
  return (
    <InlineForm
      command={command}
      title={say('Correct where it came from')}
      action={say('Save the correction')}
      onClose={onClose}
    >
      <SuggestField
        control={control}
        name="supplier"
        label={say('Bought from')}
        data={suppliers.data?.map((supplier) => supplier.name) ?? []}
        autoFocus
      />
      <DayField control={control} name="receivedOn" label={say('Received on')} />
      <DayField control={control} name="bestBy" label={say('Best by')} />
      <TextField control={control} name="supplierLot" label={say('Supplier’s lot')} />
      <NumberField
        control={control}
        name="costCents"
        label={say('Price in dollars')}
        kind="money"
        leftSection={<Text c="dimmed">$</Text>}
      />
      <TextField control={control} name="reason" label={say('Why')} placeholder={say('Found the receipt')} />
    </InlineForm>
  )
}
