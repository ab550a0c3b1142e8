import { QueryCache, QueryClient } from '@tanstack/react-query'
import type { Notice } from '../../shared/api/notices.ts'

/** A command’s own answer, and what it says on the screen, go before everything that is asked again because of it. */
const MOMENT_MS = 60

/** Steps of long work, many in a second: what is on the screen follows them once in this time, and after the last. */
const STEPS_MS = 1000
const steps: ReadonlySet<string> = new Set(['imports.step', 'imports.undo'])

/** Keeps answers, each until something is committed. */
export interface Answers {
  readonly client: QueryClient
  /** Says that something was committed: what is on the screen is asked again a moment later. */
  committed(notice: Notice): void
  end(): void
}

export function keepAnswers(): Answers {
  let waiting: { readonly timer: ReturnType<typeof setTimeout>; readonly until: number } | undefined
  let askedAt = -Infinity
  // Asked before a commit and not answered yet: the answer may be of before, and must not count as new.
  const early = new WeakMap<object, { readonly isStep: boolean }>()
  const queryCache = new QueryCache({
    onSuccess(_answer, query) {
      const commit = early.get(query)
      if (!commit) return
      early.delete(query)
      query.invalidate()
      askSoon(commit.isStep)
    },
  })
  const client = new QueryClient({
    queryCache,
    defaultOptions: {
      // The core is on this computer: it is never “offline”, and an answer holds until something is committed.
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    },
  })

  function askSoon(isStep: boolean): void {
    const soon = performance.now() + MOMENT_MS
    const until = isStep ? Math.max(soon, askedAt + STEPS_MS) : soon
    if (waiting && waiting.until <= until) return
    clearTimeout(waiting?.timer)
    waiting = { until, timer: setTimeout(ask, until - performance.now()) }
  }

  function ask(): void {
    waiting = undefined
    askedAt = performance.now()
    void client.refetchQueries({ type: 'active', stale: true })
  }

  return {
    client,
    committed({ changed }) {
      const isStep = changed.length > 0 && changed.every((op) => steps.has(op))
      for (const query of queryCache.findAll({ fetchStatus: 'fetching' }))
        early.set(query, { isStep: isStep && early.get(query)?.isStep !== false })
      // What is opened from now on is asked anew at once.
      void client.invalidateQueries({ refetchType: 'none' })
      askSoon(isStep)
    },
    end: () => clearTimeout(waiting?.timer),
  }
}
