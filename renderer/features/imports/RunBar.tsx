import { Button, Progress } from '@mantine/core'
import { useRef, useState } from 'react'
import { api } from '../../api/door.ts'
import { newRequestId } from '../../api/useCommand.ts'
import { Card } from '../../ui/Page.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import styles from './Imports.module.css'
import { type ImportAnswer, waitingOf } from './rowWords.ts'

/** How the rows are counted, the button that imports those that are ready, its progress, and the way back. */
export function RunBar({ desk }: { readonly desk: ImportAnswer }) {
  const [progress, setProgress] = useState<{ what: string; done: number; all: number } | null>(null)
  const [isSure, setSure] = useState(false)
  const cancelled = useRef(false)
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
      toastDone(what === 'Importing' ? `${done} records are imported.` : `${done} records are taken back.`)
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
        {counts.total} rows in: <strong>{counts.imported}</strong> imported, <strong>{waitingOf(counts)}</strong>{' '}
        waiting, <strong>{counts.leftOut + counts.thereAlready}</strong> refused.
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
