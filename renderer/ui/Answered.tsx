import { Alert, Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { errorBody } from '../api/door.ts'

/** An answer that may still be on its way, of `useAnswer` or `usePages`. */
interface Answer<T> {
  readonly data: T | undefined
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

interface AnsweredProps<T> {
  readonly answer: Answer<T>
  /** Lines to hold the place with while the answer is on its way. */
  readonly lines?: number
  readonly children: (value: T) => ReactNode
}

/** Shows an answer; until it is there its place, and a failure as a sentence with a way to try again. */
export function Answered<T>({ answer, lines = 4, children }: AnsweredProps<T>) {
  if (answer.data !== undefined) return <>{children(answer.data)}</>
  if (answer.error) {
    return (
      <Alert color="red" title="This could not be shown" role="alert">
        <p style={{ margin: '0 0 12px' }}>{errorBody(answer.error).message}</p>
        <Button variant="default" onClick={() => void answer.refetch()}>
          Try again
        </Button>
      </Alert>
    )
  }
  return (
    <div aria-busy="true">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={28} mb={12} />
      ))}
    </div>
  )
}
