import { Button } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useCommand } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { holdReason } from './holding.ts'
import { say } from '../../../shared/words/say.ts'

interface HoldButtonProps {
  readonly lotId: number
  /** What is held, for the sentence and for screen readers. */
  readonly name: string
  readonly notice: string
}

/** Puts one lot on hold, or every pack of a batch, with the notice as the reason. */
export function HoldButton({ lotId, name, notice }: HoldButtonProps) {
  const { run, busy } = useCommand('pantry', 'hold')

  async function hold(): Promise<void> {
    try {
      await run({ lotId, wholeBatch: true, reason: holdReason(notice) })
      toastDone(say('{name} is on hold: it cannot be used or sent until you end the hold.', { name }))
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Button
      variant="default"
      loading={busy}
      aria-label={say('Hold {name}', { name })}
      leftSection={<IconHandStop size={20} aria-hidden />}
      onClick={() => void hold()}
    >
      {say('Hold')}
    </Button>
  )
}
