import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Fold } from '../../ui/Fold.tsx'
import { useReadOnly } from '../../ui/readOnly.ts'
import type { Period } from './periods.ts'
import styles from './Records.module.css'
import { say } from '../../../shared/words/say.ts'

type Gap = AnswerOf<'records', 'fsmaGaps'>[number]

/** What the traceability spreadsheet would leave empty, each with the screen where it is completed. */
export function FsmaGaps({ period }: { readonly period: Period }) {
  const readOnly = useReadOnly()
  const gaps = useAnswer('records', 'fsmaGaps', period, { keepLast: true }).data ?? []
  if (gaps.length === 0) return null
  return (
    <Fold title={say('{things} it would leave empty', { things: countOf(gaps.length, 'thing') })}>
      <ul className={styles['gaps']}>
        {gaps.map((gap) => (
          <li key={`${gap.of} ${gap.id ?? gap.text}`}>
            {gap.text} {readOnly ? null : <Link href={whereToComplete(gap)}>{say('Complete it')}</Link>}
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function whereToComplete({ of, id }: Gap): string {
  switch (of) {
    case 'kitchen':
      return '/settings'
    case 'supplier':
      return '/directory'
    case 'place':
      return `/place/${id}`
    case 'lots':
      return '/missing'
  }
}
