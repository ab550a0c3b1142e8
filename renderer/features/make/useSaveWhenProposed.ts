import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type AnswerOf, errorBody } from '../../api/door.ts'

interface SaveOptions {
  readonly proposal: UseQueryResult<AnswerOf<'batches', 'propose'>>
  readonly save: () => Promise<void>
  /** Says why the proposal did not come. */
  readonly onFailed: (problem: string) => void
}

/**
 * Saves once the page is filled for the day and size that it shows: before, it has no rows, or those of another size.
 * Where no proposal comes, that is said once, and the next save records the rows as they stand.
 */
export function useSaveWhenProposed({ proposal, save, onFailed }: SaveOptions) {
  const [isWaiting, setWaiting] = useState(false)
  const isTold = useRef(false)
  const isThere = proposal.data !== undefined && !proposal.isPlaceholderData
  const isOnItsWay = !isThere && proposal.isFetching
  const arrived = useRef<() => void>(undefined)

  async function act(): Promise<void> {
    if (isThere || isTold.current) {
      await save()
      return
    }
    isTold.current = true
    onFailed(errorBody(proposal.error).message)
  }

  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
    if (isThere) isTold.current = false
    if (!isOnItsWay) arrived.current?.()
  })

  async function submit(): Promise<void> {
    if (!isThere && (isOnItsWay || !isTold.current)) {
      setWaiting(true)
      if (!isOnItsWay) void proposal.refetch()
      await new Promise<void>((resolve) => {
        arrived.current = resolve
      })
      setWaiting(false)
    }
    await latest.current()
  }

  return { submit, isWaiting }
}
