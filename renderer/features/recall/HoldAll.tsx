import { Button } from '@mantine/core'
import { IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { useCommand } from '../../api/useCommand.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { holdReason } from './holding.ts'
import type { Scope } from './notice.ts'
import styles from './Recall.module.css'
import { say, sayList } from '../../../shared/words/say.ts'

interface HoldAllProps {
  readonly scope: Scope
  readonly disabled: boolean
  /** Told when the holding begins and when it is over. */
  readonly onBusy: (busy: boolean) => void
}

/** Stops everything affected that is still here from being used or sent. */
export function HoldAll({ scope, disabled, onBusy }: HoldAllProps) {
  const { run } = useCommand('pantry', 'hold')
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number }>()
  const stopped = useRef(false)
  const { ingredients, batches } = scope.toHold
  const what = sayList([
    ...(batches.length > 0 ? [countOf(batches.length, 'batch')] : []),
    ...(ingredients.length > 0 ? [countOf(ingredients.length, 'ingredient lot')] : []),
  ])

  async function holdAll(): Promise<void> {
    const lotIds = [...batches, ...ingredients]
    const reason = holdReason(scope.notice)
    stopped.current = false
    onBusy(true)
    try {
      for (const [done, lotId] of lotIds.entries()) {
        if (stopped.current)
          return toastDone(say('Stopped: {done} of {all} are on hold.', { done, all: lotIds.length }))
        setProgress({ done: done + 1, of: lotIds.length })
        await run({ lotId, wholeBatch: true, reason })
      }
      return toastDone(say('On hold: {what}. Nothing of it can be used or sent until you end the hold.', { what }))
    } catch (error) {
      return toastError(error)
    } finally {
      setProgress(undefined)
      onBusy(false)
    }
  }

  if (what === '' && !progress)
    return (
      <p className={styles['held']}>
        <IconCircleCheck size={20} aria-hidden /> {say('Nothing affected is left that could be used or sent.')}
      </p>
    )
  return (
    <div className={styles['hold']}>
      <Button
        size="lg"
        h="var(--tb-target-main)"
        disabled={disabled || progress !== undefined}
        leftSection={<IconHandStop size={24} aria-hidden />}
        onClick={() => void holdAll()}
      >
        {progress
          ? say('Holding {done} of {all}…', { done: progress.done, all: progress.of })
          : say('Hold what is left')}
      </Button>
      {progress ? (
        <Button variant="default" onClick={() => (stopped.current = true)}>
          {say('Stop')}
        </Button>
      ) : null}
      <output>{progress ? '' : what}</output>
    </div>
  )
}
