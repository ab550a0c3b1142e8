import { Button } from '@mantine/core'
import type { AnswerOf } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'

/** Takes a pour back that was written down by mistake. */
export function TakeBackPour({ pour }: { readonly pour: AnswerOf<'bins', 'get'>['pours'][number] }) {
  const { run, busy } = useCommand('bins', 'takeBackPour')
  async function takeBack(): Promise<void> {
    try {
      await run({ pourId: pour.pourId, reason: 'written down by mistake' })
      toastDone('It is in its lot again.')
    } catch (error) {
      toastError(error)
    }
  }
  return (
    <Button
      variant="default"
      size="compact-md"
      loading={busy}
      aria-label={`Take back ${pour.quantity} of ${pour.lot}`}
      onClick={() => void takeBack()}
    >
      Take back
    </Button>
  )
}
