import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { errorBody } from '../../api/door.ts'
import { useCommand } from '../../api/useCommand.ts'
import { isKey } from '../../app/keys.ts'
import { keySections } from '../../app/keySections.ts'
import { toastDone, toastError } from '../../ui/toast.ts'
import { say } from '../../../shared/words/say.ts'

interface StartNowProps {
  readonly productId: number
  readonly planned: number
  readonly planId: number | null
  /** The page as its draft holds it. */
  readonly content: () => string
  readonly moveDraft: (liveId: number, content: string) => Promise<void>
}

const START = keySections.batchPage.keys.start

/** Issues the number now and keeps the page open as a batch in progress, with what was typed so far. */
export function StartNow({ productId, planned, planId, content, moveDraft }: StartNowProps) {
  const [, go] = useLocation()
  const { run } = useCommand('live', 'start')
  const [busy, setBusy] = useState(false)
  const isStarting = useRef(false)

  /** The batch is started whether or not this succeeds. */
  async function keep(liveId: number, lotNumber: string): Promise<void> {
    try {
      await moveDraft(liveId, withLive(content(), liveId))
      toastDone(say('{lotNumber} is started. Note readings as they happen, and save when it is done.', { lotNumber }))
    } catch (error) {
      const problem = errorBody(error).message
      toastError(
        new Error(say('{lotNumber} is started. What was typed is not kept: {problem}', { lotNumber, problem })),
      )
    }
  }

  const start = useRef<() => Promise<void>>(undefined)
  useEffect(() => {
    start.current = async () => {
      // Until its page is there: a second start would take a second number.
      if (isStarting.current) return
      isStarting.current = true
      setBusy(true)
      try {
        const { liveId, lotNumber } = await run({ productId, planned, planId })
        await keep(liveId, lotNumber)
        go(`/make/${productId}?live=${liveId}`)
      } catch (error) {
        toastError(error)
      } finally {
        isStarting.current = false
        setBusy(false)
      }
    }
  })
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!isKey(event, START)) return
      event.preventDefault()
      void start.current?.()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <Button variant="default" loading={busy} aria-keyshortcuts={START.key} onClick={() => void start.current?.()}>
      {say('Start now')}
    </Button>
  )
}

function withLive(content: string, liveId: number): string {
  const page = JSON.parse(content) as { values: object }
  return JSON.stringify({ ...page, values: { ...page.values, liveId, lotNumber: '' } })
}
