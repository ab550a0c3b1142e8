import { useEffect, useEffectEvent, useState } from 'react'
import type { Direction, Period, TraceNode } from '../../shared/api/trace.ts'
import { toastError } from '../ui/toast.ts'
import { useToPaper } from '../ui/useToPaper.ts'
import { askList, type TraceList } from './askTrace.ts'

export interface PrintedTrace {
  readonly direction: Direction
  readonly list: TraceList
}

/** Fetches both whole lists, puts them on the page, and only then opens the print dialog; also for Ctrl+P. */
export function usePrintedTrace(node: TraceNode, period: Period) {
  const [busy, setBusy] = useState(false)
  const { onPaper: printed, put } = useToPaper<readonly PrintedTrace[]>()

  async function print(): Promise<void> {
    if (busy) return
    setBusy(true)
    try {
      const backward = await askList({ node, direction: 'backward', period })
      const forward = await askList({ node, direction: 'forward', period })
      put([
        { direction: 'backward', list: backward },
        { direction: 'forward', list: forward },
      ])
    } catch (error) {
      toastError(error)
    } finally {
      setBusy(false)
    }
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return
    event.preventDefault()
    void print()
  })
  useEffect(() => {
    // Before the app's own key, which listens on the window.
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return { print, busy, printed }
}
