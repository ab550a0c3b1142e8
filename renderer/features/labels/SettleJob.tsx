import { Button } from '@mantine/core'
import { countOf } from '../../../shared/words/counted.ts'
import { contract } from '../../../shared/api/contract.ts'
import { TextField } from '../../forms/fields.tsx'
import { InlineForm } from '../../forms/InlineForm.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { toastDone } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

const schema = contract.labels.settle.input.omit({ requestId: true })

interface SettleJobProps {
  readonly jobId: number
  /** Numbers of the labels nobody knows of. */
  readonly doubtful: string
  readonly onClose: () => void
}

/** The person looks at the roll and says which labels are there; the others are printed again. */
export function SettleJob({ jobId, doubtful, onClose }: SettleJobProps) {
  const command = useCommandForm({
    schema,
    defaults: { jobId, good: '' },
    domain: 'labels',
    operation: 'settle',
    onDone({ waiting }) {
      toastDone(
        waiting === 0
          ? say('All of them are done.')
          : say('{labels} will be printed again.', { labels: countOf(waiting, 'label') }),
      )
      onClose()
    },
  })
  const { control, setValue } = command.form

  function allCameOut(): void {
    setValue('good', doubtful)
    void command.submit()
  }

  return (
    <InlineForm
      command={command}
      title={say('Which came out?')}
      action={say('Print the others again')}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="good"
        label={say('Good ones among {doubtful}', { doubtful })}
        description={say('Look at the roll and type the numbers you see. Leave empty when none came out.')}
        placeholder={doubtful}
        autoComplete="off"
        autoFocus
      />
      <div>
        <Button variant="default" mt="lg" disabled={command.busy} onClick={allCameOut}>
          {say('All of them came out')}
        </Button>
      </div>
    </InlineForm>
  )
}
