import type { AnswerOf } from '../../api/door.ts'
import { Mark } from '../../ui/Mark.tsx'
import styles from './LotMarks.module.css'

/** What is special about a bin: empty, on hold, past its date. */
export function BinMarks({ bin }: { readonly bin: Pick<AnswerOf<'bins', 'get'>, 'content'> }) {
  const { content } = bin
  if (!content) return <Mark tone="plain">empty</Mark>
  if (!content.held && !content.expired) return <Mark tone="good">good</Mark>
  return (
    <span className={styles['marks']}>
      {content.held ? <Mark tone="bad">on hold</Mark> : null}
      {content.expired ? <Mark tone="bad">past best-by</Mark> : null}
    </span>
  )
}
