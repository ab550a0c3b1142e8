import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { type AnswerOf, api, type Domain, type InputOf, type Operation } from './door.ts'

interface AnswerOptions {
  /** False to wait with asking. */
  readonly enabled?: boolean
  /** Shows the last answer while the next one to a changed question is on its way. */
  readonly keepLast?: boolean
  /** Asks again after so many milliseconds, for what changes by itself. */
  readonly everyMs?: number
}

/** Asks the core, and again whenever something was committed. */
export function useAnswer<D extends Domain, O extends Operation<D>>(
  domain: D,
  operation: O,
  input: InputOf<D, O>,
  { enabled = true, keepLast = false, everyMs }: AnswerOptions = {},
): UseQueryResult<AnswerOf<D, O>> {
  return useQuery({
    queryKey: [domain, operation, input],
    queryFn: async () => await (api[domain][operation] as (given: InputOf<D, O>) => Promise<AnswerOf<D, O>>)(input),
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(keepLast ? { placeholderData: keepPreviousData } : {}),
  })
}
