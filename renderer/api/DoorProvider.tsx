import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { transport } from './transport.ts'

/** Keeps answers, and asks everything on the screen again after each commit. */
export function DoorProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // The core is on this computer: it is never “offline”, and an answer holds until something is committed.
          queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
        },
      }),
  )
  useEffect(() => askAgainAfterCommits(client), [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

/** A command’s own answer, and what it says on the screen, go before everything that is asked again because of it. */
const MOMENT_MS = 60

/** @returns a function that ends it */
function askAgainAfterCommits(client: QueryClient): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const end = transport.subscribe(() => {
    // What is opened from now on is asked anew at once.
    void client.invalidateQueries({ refetchType: 'none' })
    waiting ??= setTimeout(() => {
      waiting = undefined
      void client.refetchQueries({ type: 'active', stale: true })
    }, MOMENT_MS)
  })
  return () => {
    clearTimeout(waiting)
    end()
  }
}
