import { Button, Progress } from '@mantine/core'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { api } from '../../api/door.ts'
import { newRequestId, useCommand } from '../../api/useCommand.ts'
import { Card } from '../../ui/Page.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import styles from './Imports.module.css'
import { howItStands, type ImportAnswer, ranWords, type RunOf, sumOf, waitingOf } from './rowWords.ts'
import { say, sayNumber } from '../../../shared/words/say.ts'

interface RunBarProps {
  readonly desk: ImportAnswer
  readonly isRunning: boolean
  readonly onRunning: (isRunning: boolean) => void
  /** Asks what became of the rows, once a run is over. */
  readonly onOver: () => Promise<ImportAnswer | undefined>
}

/** How the rows are counted, the button that imports those that are ready, its progress, and the way back. */
export function RunBar({ desk, isRunning, onRunning, onOver }: RunBarProps) {
  const [, go] = useLocation()
  const [progress, setProgress] = useState<{ what: RunOf; done: number; left: number | null }>()
  const [isStopping, setStopping] = useState(false)
  const [sureOf, setSureOf] = useState<'end' | 'back'>()
  const cancelled = useRef(false)
  const close = useCommand('imports', 'close')
  // Whoever leaves the screen stops the import at the step it is in; it goes on from there.
  useEffect(() => () => void (cancelled.current = true), [])
  const importId = desk.id
  const { counts } = desk
  const good = counts.ready + counts.check

  async function run(what: RunOf, step: () => Promise<{ done: number; left: number }>) {
    cancelled.current = false
    let done = 0
    setStopping(false)
    setProgress({ what, done, left: null })
    onRunning(true)
    try {
      for (;;) {
        const answer = await step()
        done += answer.done
        setProgress({ what, done, left: answer.left })
        if (answer.left > 0 && !cancelled.current) continue
        const imported = (await onOver())?.counts.imported ?? 0
        toastDone(ranWords(what, { done, left: answer.left, rows: imported - counts.imported }))
        break
      }
    } catch (error) {
      await onOver()
      toastError(error)
    } finally {
      setProgress(undefined)
      setSureOf(undefined)
      onRunning(false)
    }
  }

  async function end(): Promise<void> {
    try {
      const kept = await close.run({ importId })
      toastDone(
        kept.importId === null
          ? say('This import is ended. Nothing of it was imported, so nothing of it is kept.')
          : say('This import is ended. What was imported stays; the rest is not waited for any more.'),
      )
      if (kept.importId === null) go('/import')
    } catch (error) {
      toastError(error)
    } finally {
      setSureOf(undefined)
    }
  }

  return (
    <Card>
      {progress ? (
        <div className={styles['running']}>
          <Running {...progress} />
          <Button
            variant="default"
            disabled={isStopping}
            onClick={() => {
              cancelled.current = true
              setStopping(true)
            }}
          >
            {say('Stop here')}
          </Button>
        </div>
      ) : (
        <>
          <p className={styles['sums']}>{sumOf(desk)}</p>
          <output className={styles['stands']}>{howItStands(desk)}</output>
          <div className={styles['bar']}>
            {desk.state === 'open' && good > 0 ? (
              <Button
                size="lg"
                disabled={isRunning}
                onClick={() =>
                  void run('import', async () => await api.imports.step({ requestId: newRequestId(), importId }))
                }
              >
                {say('Import {rows}', { rows: countOf(good, 'row') })}
              </Button>
            ) : null}
            {desk.state === 'open' ? (
              <Button
                variant="default"
                loading={close.busy}
                onClick={once(() => (waitingOf(counts) === 0 || sureOf === 'end' ? void end() : setSureOf('end')))}
              >
                {waitingOf(counts) === 0
                  ? say('End this import')
                  : sureOf === 'end'
                    ? say('Yes, end it without the {rows} that {count, plural, one {waits} other {wait}}', {
                        rows: countOf(waitingOf(counts), 'row'),
                        count: waitingOf(counts),
                      })
                    : say('End it here, without the rest')}
              </Button>
            ) : null}
            {(counts.imported > 0 && desk.state !== 'undone') || desk.state === 'undoing' ? (
              <Button
                variant="default"
                onClick={once(() =>
                  sureOf === 'back'
                    ? void run('back', async () => await api.imports.undo({ requestId: newRequestId(), importId }))
                    : setSureOf('back'),
                )}
              >
                {sureOf === 'back' ? say('Yes, take all of it back') : say('Take this import back')}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </Card>
  )
}

/** A button that asks whether it is meant stays where it was: a double click is no answer to it. */
function once(act: () => void) {
  return ({ detail }: MouseEvent) => {
    if (detail < 2) act()
  }
}

/** How far a run is, in words and as a bar. */
function Running({ what, done, left }: { readonly what: RunOf; readonly done: number; readonly left: number | null }) {
  const all = done + (left ?? 0)
  const share = all === 0 ? 0 : Math.floor((done * 100) / all)
  const isImport = what === 'import'
  const begins = isImport ? say('Making a backup, then importing …') : say('Looking at what leans on it …')
  const far = { done: sayNumber(done), records: countOf(all, 'record'), share }
  return (
    <div className={styles['progress']}>
      <p>
        {left === null
          ? begins
          : isImport
            ? say('Importing: {done} of {records}, {share} %', far)
            : say('Taking back: {done} of {records}, {share} %', far)}
      </p>
      <Progress
        value={share}
        size="xl"
        aria-label={isImport ? say('Importing, {share} %', { share }) : say('Taking back, {share} %', { share })}
      />
    </div>
  )
}
