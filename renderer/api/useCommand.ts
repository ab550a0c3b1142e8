import { useCallback, useRef, useState } from 'react'
import { AppError } from '../../shared/api/errors.ts'
import { say } from '../../shared/words/say.ts'
import { type AnswerOf, api, type Domain, errorBody, type InputOf, type Operation } from './door.ts'

/** A run that did not succeed yet. */
interface Sent {
  readonly requestId: string
  /** Its answer never came: it may have been recorded all the same. */
  lost: boolean
}

/**
 * Runs a command of the core. The request id of one input stays the same until it succeeds, so that a save that seemed
 * to fail is not done twice; another input has its own. Where an answer was lost and the input is another now, the core
 * is asked first whether it recorded what it was given before.
 */
export function useCommand<D extends Domain, O extends Operation<D>>(domain: D, operation: O) {
  const [running, setRunning] = useState(0)
  const sent = useRef(new Map<string, Sent>())

  const run = useCallback(
    async (input: Omit<InputOf<D, O>, 'requestId'>): Promise<AnswerOf<D, O>> => {
      const of = JSON.stringify(input)
      setRunning((before) => before + 1)
      try {
        await settleLost(sent.current, of)
        const mine = sent.current.get(of) ?? { requestId: newRequestId(), lost: false }
        sent.current.set(of, mine)
        const command = api[domain][operation] as (given: unknown) => Promise<AnswerOf<D, O>>
        const answer = await command({ ...input, requestId: mine.requestId }).catch((error: unknown) => {
          if (errorBody(error).code === 'unreachable') mine.lost = true
          throw error
        })
        if (sent.current.get(of) === mine) sent.current.delete(of)
        return answer
      } finally {
        setRunning((before) => before - 1)
      }
    },
    [domain, operation],
  )
  return { run, busy: running > 0 }
}

/**
 * Forgets the runs with another input whose answers were lost.
 * @throws AppError `conflict` when one was recorded: who changed a form since does not know that it is there
 */
async function settleLost(sent: Map<string, Sent>, of: string): Promise<void> {
  for (const [other, { requestId, lost }] of sent) {
    if (!lost || other === of) continue
    const { recorded } = await api.system.recorded({ request: requestId })
    sent.delete(other)
    if (recorded)
      throw new AppError({
        code: 'conflict',
        message: say(
          'What you saved just before Traceberry stopped answering was recorded after all, as it was then. Look at it before you save again.',
        ),
      })
  }
}

/** A new id for a command that runs outside a component's own `useCommand`, or for what is kept under one. */
export function newRequestId(): string {
  return crypto.randomUUID()
}
