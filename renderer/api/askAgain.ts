import { QueryCache, QueryClient } from '@tanstack/react-query'

/** A command’s own answer, and what it says on the screen, go before everything that is asked again because of it. */
const MOMENT_MS = 60

/** Keeps answers, each until something is committed. */
export interface Answers {
  readonly client: QueryClient
  /** Says that something was committed: what is on the screen is asked again a moment later. */
  committed(): void
  end(): void
}

export function keepAnswers(): Answers {
  let waiting: ReturnType<typeof setTimeout> | undefined
  // Asked before a commit and not answered yet: the answer may be of before, and must not count as new.
  const early = new WeakSet<object>()
  const queryCache = new QueryCache({
    onSuccess(_answer, query) {
      if (!early.delete(query)) return
      query.invalidate()
      askSoon()
    },
  })
  const client = new QueryClient({
    queryCache,
    defaultOptions: {
      // The core is on this computer: it is never “offline”, and an answer holds until something is committed.
      queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    },
  })

  function askSoon(): void {
    waiting ??= setTimeout(() => {
      waiting = undefined
      void client.refetchQueries({ type: 'active', stale: true })
    }, MOMENT_MS)
  }

  return {
    client,
    committed() {
      for (const query of queryCache.findAll({ fetchStatus: 'fetching' })) early.add(query)
      // What is opened from now on is asked anew at once.
      void client.invalidateQueries({ refetchType: 'none' })
      askSoon()
    },
    end: () => clearTimeout(waiting),
  }
}
