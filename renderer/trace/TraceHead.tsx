import type { ReactNode } from 'react'
import { useReadOnly } from '../ui/readOnly.ts'
import styles from './TraceHead.module.css'

interface TraceHeadProps {
  /** What it is, in a word or two, above its name. */
  readonly what: string
  readonly name: string
  /** The answer in one line: where it is, or what and when. */
  readonly answer: ReactNode
  readonly marks?: ReactNode
  readonly facts?: ReactNode
  readonly actions: ReactNode
}

/** The answer of a trace, to be read at a metre. */
export function TraceHead({ what, name, answer, marks, facts, actions }: TraceHeadProps) {
  const readOnly = useReadOnly()
  return (
    <header className={styles['head']}>
      <div className={styles['text']}>
        <p className={styles['what']}>{what}</p>
        <h1 className={styles['name']}>{name}</h1>
        <div className={styles['answer']}>
          <span>{answer}</span>
          {marks}
        </div>
        {facts ? <p className={styles['facts']}>{facts}</p> : null}
      </div>
      {readOnly ? null : <div className={`${styles['actions']} tb-screen-only`}>{actions}</div>}
    </header>
  )
}
