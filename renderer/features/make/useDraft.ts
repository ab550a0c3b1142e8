import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { api, errorBody } from '../../api/door.ts'
import { newRequestId } from '../../api/useCommand.ts'

/** What a draft is begun or gone on with. */
export interface DraftStart {
  readonly draftId: string
  readonly version: number
}

interface DraftOptions {
  /** The draft that is gone on with; null for a page that was just opened. */
  readonly start: DraftStart | null
  readonly productId: number
  readonly liveId: number | null
  /** The page as text, as it is now. */
  readonly content: () => string
  /** Leaving a field inside keeps at once what was typed in it. */
  readonly page: RefObject<HTMLElement | null>
}

/** Long enough for a word, short enough that a power cut takes no more than the field being typed in. */
const PAUSE_MS = 250
/** After a keeping that failed. */
const AGAIN_MS = 2000

/**
 * Keeps what is typed on a page through the door, a moment after each key and at once when a field is left. A page
 * that nobody touched leaves no draft.
 */
export function useDraft({ start, productId, liveId, content, page }: DraftOptions) {
  const client = useQueryClient()
  const [draftId] = useState(() => start?.draftId ?? newRequestId())
  const [problem, setProblem] = useState<string | null>(null)
  const version = useRef(start?.version ?? 0)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isLeft = useRef(false)
  const isMoved = useRef(false)
  const latest = useRef(content)
  useEffect(() => {
    latest.current = content
  })

  const keepNow = useCallback(async (): Promise<void> => {
    if (waiting.current === undefined || isMoved.current) return
    clearTimeout(waiting.current)
    waiting.current = undefined
    version.current += 1
    const draft = { draftId, productId, liveId, version: version.current, content: latest.current() }
    try {
      await api.drafts.keep({ requestId: newRequestId(), ...draft })
      setProblem(null)
    } catch (error) {
      setProblem(errorBody(error).message)
      if (!isLeft.current) waiting.current ??= setTimeout(() => void again.current?.(), AGAIN_MS)
    }
  }, [draftId, productId, liveId])
  const again = useRef<() => Promise<void>>(undefined)
  useEffect(() => {
    again.current = keepNow
  })

  /** Something was typed, scanned or chosen. */
  const touched = useCallback((): void => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => void keepNow(), PAUSE_MS)
  }, [keepNow])

  /** The page was saved: nothing more is to be kept. */
  const done = useCallback((): void => {
    clearTimeout(waiting.current)
    waiting.current = undefined
  }, [])

  useEffect(() => {
    const node = page.current
    isLeft.current = false
    const leave = () => void keepNow()
    node?.addEventListener('input', touched)
    node?.addEventListener('focusout', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      node?.removeEventListener('input', touched)
      node?.removeEventListener('focusout', leave)
      window.removeEventListener('pagehide', leave)
      isLeft.current = true
      void keepNow().then(async () => await client.invalidateQueries({ queryKey: ['drafts'] }))
    }
  }, [page, touched, keepNow, client])

  /** Goes on as the draft of a batch that was started from this page, which is left then. */
  async function moveTo(startedId: number, moved: string): Promise<void> {
    done()
    isMoved.current = true
    version.current += 1
    const draft = { draftId, productId, liveId: startedId, version: version.current, content: moved }
    try {
      await api.drafts.keep({ requestId: newRequestId(), ...draft })
    } catch (error) {
      isMoved.current = false
      throw error
    }
  }

  /** The draft’s id once there is one, for who takes the save back. */
  const idIfKept = () => (version.current > 0 || waiting.current !== undefined ? draftId : null)
  return { id: draftId, touched, done, moveTo, idIfKept, problem }
}
