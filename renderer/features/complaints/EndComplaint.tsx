import { useLocation } from 'wouter'
import { complaints } from '../../../shared/api/complaints.ts'
import { LongTextField, SuggestField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

interface EndProps {
  readonly how: 'settle' | 'reopen' | 'withdraw'
  readonly complaintId: number
  readonly onClose: () => void
}

const outcomes = ['Replaced', 'Refunded', 'Explained', 'No fault found', 'Batch recalled']

/** Closes a complaint with what came of it, opens it again, or takes it back. */
export function EndComplaint({ how, ...props }: EndProps) {
  return how === 'settle' ? <Settle {...props} /> : <WithReason how={how} {...props} />
}

function Settle({ complaintId, onClose }: Omit<EndProps, 'how'>) {
  const command = useCommandForm({
    schema: complaints.settle.input.pick({ outcome: true }),
    defaults: { outcome: '' },
    domain: 'complaints',
    operation: 'settle',
    complete: (values) => ({ ...values, complaintId }),
    onDone: () => {
      toastDone(say('The complaint is closed.'))
      onClose()
    },
  })
  return (
    <InlineForm command={command} title={say('Close the complaint')} action={say('Close it')} onClose={onClose}>
      <SuggestField
        control={command.form.control}
        name="outcome"
        label={say('What came of it')}
        data={outcomes.map(sayWord)}
        autoFocus
      />
    </InlineForm>
  )
}

function WithReason({ how, complaintId, onClose }: EndProps & { readonly how: 'reopen' | 'withdraw' }) {
  const [, go] = useLocation()
  const command = useCommandForm({
    schema: complaints.reopen.input.pick({ reason: true }),
    defaults: { reason: '' },
    domain: 'complaints',
    operation: how,
    complete: (values) => ({ ...values, complaintId }),
    onDone: () => {
      toastDone(how === 'reopen' ? say('The complaint is open again.') : say('Taken back. It stays in the history.'))
      if (how === 'withdraw') go('/complaints')
      else onClose()
    },
  })
  const title = how === 'reopen' ? say('Open it again') : say('Take this complaint back')
  return (
    <InlineForm command={command} title={title} action={title} danger={how === 'withdraw'} onClose={onClose}>
      <LongTextField control={command.form.control} name="reason" label={say('Why')} autoFocus />
    </InlineForm>
  )
}
