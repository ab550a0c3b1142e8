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
  useEffect(() => transport.subscribe(() => void client.invalidateQueries()), [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
