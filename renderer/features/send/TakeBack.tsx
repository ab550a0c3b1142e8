import { contract } from '../../../shared/api/contract.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.shipping.void.input.omit({ requestId: true })

interface TakeBackProps {
  readonly shipmentId: number
  readonly place: string
  readonly onClose: () => void
}

/** Takes back a shipment that was written down by mistake. */
export function TakeBack({ shipmentId, place, onClose }: TakeBackProps) {
  const command = useCommandForm({
    schema,
    defaults: { shipmentId, reason: '' },
    domain: 'shipping',
    operation: 'void',
    onDone() {
      toastDone(say('What went to {place} is on hand again.', { place }))
      onClose()
    },
  })
  return (
    <InlineForm
      command={command}
      title={say('Take back what was written down by mistake')}
      action={say('Take it back')}
      danger
      onClose={onClose}
    >
      <TextField
        control={command.form.control}
        name="reason"
        label={say('Why')}
        description={say('The units are on hand again under their numbers; the shipment stays in the history.')}
        autoFocus
      />
    </InlineForm>
  )
}
