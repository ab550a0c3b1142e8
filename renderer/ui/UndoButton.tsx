import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Domain, InputOf, Operation } from '../api/door.ts'
import { useCommand } from '../api/useCommand.ts'
import { toastDone, toastError } from './toast.ts'
import { say } from '../../shared/words/say.ts'

interface UndoButtonProps<D extends Domain, O extends Operation<D>> {
  readonly domain: D
  readonly operation: O
  readonly input: Omit<InputOf<D, O>, 'requestId'>
  /** What is said once it is undone. */
  readonly done: string
  /** What else is put back afterwards. */
  readonly also?: () => Promise<void>
  readonly children: ReactNode
}

/** What was just saved, and a button that takes it back. */
export function UndoButton<D extends Domain, O extends Operation<D>>({
  domain,
  operation,
  input,
  done,
  also,
  children,
}: UndoButtonProps<D, O>) {
  const { run, busy } = useCommand(domain, operation)
  const [undone, setUndone] = useState(false)

  async function undo(): Promise<void> {
    try {
      await run(input)
      await also?.()
      setUndone(true)
      toastDone(done)
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Group justify="space-between" wrap="nowrap">
      <span>{children}</span>
      {undone ? null : (
        <Button size="compact-md" variant="default" flex="none" loading={busy} onClick={() => void undo()}>
          {say('Undo')}
        </Button>
      )}
    </Group>
  )
}
