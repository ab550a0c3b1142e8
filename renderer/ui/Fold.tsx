import { IconChevronRight } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Fold.module.css'

interface FoldProps {
  readonly title: string
  /** What is inside, in a few words, to be read while it is closed. */
  readonly summary?: ReactNode
  readonly open?: boolean
  /** Something inside needs the person: it opens, and what is wrong there gets the focus. */
  readonly wrong?: boolean
  readonly children: ReactNode
}

/** A part of a screen that stays out of the way until it is wanted: the browser’s own, so that every key works. */
export function Fold({ title, summary, open = false, wrong = false, children }: FoldProps) {
  const fold = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (!wrong || !fold.current || fold.current.open) return
    fold.current.open = true
    fold.current.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [wrong])
  return (
    <details ref={fold} className={styles['fold']} open={open}>
      <summary className={styles['head']}>
        <IconChevronRight className={styles['arrow']} size={18} aria-hidden />
        <span className={styles['title']}>{title}</span>
        {summary ? <span className={styles['summary']}>{summary}</span> : null}
      </summary>
      <div className={styles['body']}>{children}</div>
    </details>
  )
}
