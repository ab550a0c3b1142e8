import { useCallback, useRef, useState } from 'react'
import { type AnswerOf, api, type Domain, type InputOf, type Operation } from './door.ts'

/**
 * Runs a command of the core. Its request id stays the same until it succeeds, so that a save that seemed to fail is
 * not done twice.
 */
export function useCommand<D extends Domain, O extends Operation<D>>(domain: D, operation: O) {
  const [busy, setBusy] = useState(false)
  const requestId = useRef<string>(undefined)

  const run = useCallback(
    async (input: Omit<InputOf<D, O>, 'requestId'>): Promise<AnswerOf<D, O>> => {
      requestId.current ??= newRequestId()
      setBusy(true)
      try {
        const command = api[domain][operation] as (given: unknown) => Promise<AnswerOf<D, O>>
        const answer = await command({ ...input, requestId: requestId.current })
        requestId.current = undefined
        return answer
      } finally {
        setBusy(false)
      }
    },
    [domain, operation],
  )
  return { run, busy }
}

/** A new id for a command that runs outside a component's own `useCommand`, or for what is kept under one. */
export function newRequestId(): string {
  return crypto.randomUUID()
}
