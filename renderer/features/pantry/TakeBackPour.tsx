import { Button } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

/** Takes a pour back that was written down by mistake. */
export function TakeBackPour({ pour }: { readonly pour: AnswerOf<'bins', 'get'>['pours'][number] }) {
  const { run, busy } = useCommand('bins', 'takeBackPour')
  async function takeBack(): Promise<void> {
    try {
      await run({ pourId: pour.pourId, reason: 'written down by mistake' })
      toastDone(say('It is in its lot again.'))
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <Button
      variant="default"
      size="compact-md"
      loading={busy}
      aria-label={say('Take back {quantity} of {lot}', { quantity: pour.quantity, lot: pour.lot })}
      onClick={() => void takeBack()}
    >
      {say('Take back')}
    </Button>
  )
}
