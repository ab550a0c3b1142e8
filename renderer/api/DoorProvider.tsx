import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { keepAnswers } from './askAgain.ts'
import { transport } from './transport.ts'

/** Keeps answers, and asks everything on the screen again after each commit. */
export function DoorProvider({ children }: { readonly children: ReactNode }) {
  const [answers] = useState(keepAnswers)
  useEffect(() => {
    const end = transport.subscribe(answers.committed)
    return () => {
      answers.end()
      end()
    }
  }, [answers])
  return <QueryClientProvider client={answers.client}>{children}</QueryClientProvider>
}
