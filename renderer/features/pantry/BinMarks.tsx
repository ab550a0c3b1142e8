import type { AnswerOf } from '../../api/door.ts'
import { Mark } from '../../ui/Mark.tsx'
import styles from './LotMarks.module.css'
import { say } from '../../../shared/words/say.ts'

/** What is special about a bin: empty, on hold, past its date. */
export function BinMarks({ bin }: { readonly bin: Pick<AnswerOf<'bins', 'get'>, 'content'> }) {
  const { content } = bin
  if (!content) return <Mark tone="plain">{say('{as, select, bin {empty} other {empty}}', { as: 'bin' })}</Mark>
  if (!content.held && !content.expired) return <Mark tone="good">{say('good')}</Mark>
  return (
    <span className={styles['marks']}>
      {content.held ? <Mark tone="bad">{say('on hold')}</Mark> : null}
      {content.expired ? <Mark tone="bad">{say('past best-by')}</Mark> : null}
    </span>
  )
}
