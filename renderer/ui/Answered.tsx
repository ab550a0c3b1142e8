import { Alert, Button, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { errorBody } from '../api/door.ts'
import { Page } from './Page.tsx'
import { say } from '../../shared/words/say.ts'

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
  /** The whole screen depends on it: a failure is a screen of its own, with a heading. */
  readonly page?: boolean
  readonly children: (value: T) => ReactNode
}

/** Shows an answer; until it is there its place, and a failure as a sentence with a way to try again. */
export function Answered<T>({ answer, lines = 4, page = false, children }: AnsweredProps<T>) {
  if (answer.data !== undefined) return <>{children(answer.data)}</>
  if (answer.error) {
    const failure = (
      <Alert color="red" role="alert" {...(page ? {} : { title: say('This could not be shown') })}>
        <p style={{ margin: '0 0 12px' }}>{errorBody(answer.error).message}</p>
        <Button variant="default" onClick={() => void answer.refetch()}>
          {say('Try again')}
        </Button>
      </Alert>
    )
    return page ? <Page title={say('This could not be shown')}>{failure}</Page> : failure
  }
  return (
    <div aria-busy="true">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={28} mb={12} />
      ))}
    </div>
  )
}
