import { Checkbox } from '@mantine/core'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

/** Whether the app is there when the computer is. */
export function StartsWithComputer() {
  const answer = useAnswer('system', 'startsWithComputer', {})
  const { run, busy } = useCommand('system', 'startWithComputer')
  return (
    <Checkbox
      size="md"
      label={say('Open Traceberry when the computer starts')}
      checked={answer.data?.starts ?? false}
      disabled={busy || !answer.data}
      onChange={(event) => void run({ start: event.currentTarget.checked }).catch(toastError)}
    />
  )
}
