import { useLocation } from 'wouter'
import { contract } from '../../../shared/api/contract.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.live.stop.input.omit({ requestId: true })

/** Ends a batch in progress that was not made after all. */
export function StopLive({ liveId, onClose }: { readonly liveId: number; readonly onClose: () => void }) {
  const [, go] = useLocation()
  const command = useCommandForm({
    schema,
    defaults: { liveId, reason: '' },
    domain: 'live',
    operation: 'stop',
    onDone({ lotNumber }) {
      toastDone(say('{lotNumber} was stopped. Nothing left stock; its number stays used.', { lotNumber }))
      go('/make')
    },
  })
  return (
    <InlineForm
      command={command}
      title={say('Not made after all')}
      action={say('Stop the batch')}
      danger
      onClose={onClose}
    >
      <TextField
        control={command.form.control}
        name="reason"
        label={say('Why')}
        description={say('Nothing leaves stock. What failed on the stove is saved with everything discarded instead.')}
        autoFocus
      />
    </InlineForm>
  )
}
