import { Button, Progress } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../api/door.ts'
import { newRequestId, useCommand } from '../../api/useCommand.ts'
import { Card } from '../../ui/Page.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { countOf } from '../../ui/words.ts'
import styles from './Imports.module.css'
import { type ImportAnswer, waitingOf } from './rowWords.ts'

const ENDED = 'This import is ended. What was imported stays; the rest is not waited for any more.'

/** How the rows are counted, the button that imports those that are ready, its progress, and the way back. */
export function RunBar({ desk }: { readonly desk: ImportAnswer }) {
  const [progress, setProgress] = useState<{ what: string; done: number; all: number } | null>(null)
  const [isSure, setSure] = useState(false)
  const cancelled = useRef(false)
  const close = useCommand('imports', 'close')
  // Whoever leaves the screen stops the import at the step it is in; it goes on from there.
  useEffect(() => () => void (cancelled.current = true), [])
  const { counts } = desk
  const good = counts.ready + counts.check

  async function run(what: 'Importing' | 'Taking back', step: () => Promise<{ done: number; left: number }>) {
    cancelled.current = false
    let done = 0
    setProgress({ what, done, all: 1 })
    try {
      for (;;) {
        const answer = await step()
        done += answer.done
        setProgress({ what, done, all: Math.max(1, done + answer.left) })
        if (answer.left === 0 || cancelled.current) break
      }
      toastDone(
        `${countOf(done, 'record')} ${done === 1 ? 'is' : 'are'} ${what === 'Importing' ? 'imported' : 'taken back'}.`,
      )
    } catch (error) {
      toastError(error)
    } finally {
      setProgress(null)
      setSure(false)
    }
  }

  const importId = desk.id
  const share = progress ? Math.round((progress.done * 100) / progress.all) : 0
  return (
    <Card>
      <p className={styles['sums']}>
        {countOf(counts.total, 'row')} in: <strong>{counts.imported}</strong> imported,{' '}
        <strong>{waitingOf(counts)}</strong> waiting, <strong>{counts.leftOut + counts.thereAlready}</strong> refused.
      </p>
      <div className={styles['bar']}>
        {progress ? (
          <>
            <Progress
              className={styles['progress'] ?? ''}
              value={share}
              size="xl"
              aria-label={`${progress.what}, ${share} %`}
            />
            <Button variant="default" onClick={() => (cancelled.current = true)}>
              Stop here
            </Button>
          </>
        ) : (
          <>
            {desk.state === 'open' ? (
              <Button
                size="lg"
                disabled={good === 0}
                onClick={() =>
                  void run('Importing', async () => await api.imports.step({ requestId: newRequestId(), importId }))
                }
              >
                Import {good} {good === 1 ? 'row' : 'rows'}
              </Button>
            ) : null}
            {desk.state === 'open' ? (
              <Button
                variant="default"
                loading={close.busy}
                onClick={() => void close.run({ importId }).then(() => toastDone(ENDED), toastError)}
              >
                {good + waitingOf(counts) > 0 ? 'End it here, without the rest' : 'End this import'}
              </Button>
            ) : null}
            {counts.imported > 0 && desk.state !== 'undone' ? (
              <Button
                variant="default"
                onClick={() =>
                  isSure
                    ? void run(
                        'Taking back',
                        async () => await api.imports.undo({ requestId: newRequestId(), importId }),
                      )
                    : setSure(true)
                }
              >
                {isSure ? 'Yes, take all of it back' : 'Take this import back'}
              </Button>
            ) : null}
          </>
        )}
      </div>
    </Card>
  )
}
