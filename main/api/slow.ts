import type { Dispatch } from './dispatcher.ts'

/** Milliseconds that a person notices as waiting. */
export const SLOW_MS = 300

/**
 * Tells of each operation that took longer than it should, with its name and nothing of what was asked.
 * @param elapsed milliseconds since some moment that stays the same
 */
export function tellingSlow(
  dispatch: Dispatch,
  tell: (op: string, ms: number) => void,
  elapsed: () => number = () => performance.now(),
): Dispatch {
  return async (op, input) => {
    const begun = elapsed()
    const answer = await dispatch(op, input)
    const took = elapsed() - begun
    if (took > SLOW_MS) tell(String(op), Math.round(took))
    return answer
  }
}
