import { useEffect, useState } from 'react'
import { type AnswerOf, api, errorBody, type InputOf } from '../../api/door.ts'

/** Long enough not to ask for every pixel of a drag, too short to be seen. */
const WAIT_MS = 40

interface Drawn {
  readonly label: AnswerOf<'designs', 'draw'> | undefined
  readonly error: string | undefined
}

/**
 * A design as the core draws it, the last one until the next is there. It is asked for anew with every change, so that
 * none is kept.
 * @param order undefined while the design cannot be drawn
 */
export function useDrawn(order: InputOf<'designs', 'draw'> | undefined): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ label: undefined, error: undefined })
  const asked = order === undefined ? undefined : JSON.stringify(order)
  useEffect(() => {
    if (asked === undefined) return undefined
    const turn = { over: false }
    const timer = setTimeout(() => {
      api.designs.draw(JSON.parse(asked) as InputOf<'designs', 'draw'>).then(
        (label) => (turn.over ? undefined : setDrawn({ label, error: undefined })),
        (error: unknown) =>
          turn.over ? undefined : setDrawn(({ label }) => ({ label, error: errorBody(error).message })),
      )
    }, WAIT_MS)
    return () => {
      turn.over = true
      clearTimeout(timer)
    }
  }, [asked])
  return drawn
}
