import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { BatchCard } from './BatchCard.tsx'
import type { Scope, ScopeBatch } from './notice.ts'
import styles from './ScopeColumn.module.css'
import { say, sayNumber, sayWord } from '../../../shared/words/say.ts'

/** Cards that are shown at first, so that what follows the columns is not far; and how many more with each press. */
const FIRST = 10
const MORE = 50

const looks = {
  affected: { icon: IconCircleX, tone: 'bad', title: 'Affected', none: 'No batch holds what the notice names.' },
  'cannot tell': {
    icon: IconAlertTriangle,
    tone: 'warn',
    title: 'Cannot tell',
    none: 'Nothing is in doubt: every record that is needed is there.',
  },
  'not affected': {
    icon: IconCircleCheck,
    tone: 'good',
    title: 'Not affected',
    none: 'No other batch of these products was made around that time.',
  },
} as const

interface ScopeColumnProps {
  readonly column: keyof typeof looks
  readonly batches: readonly ScopeBatch[]
  /** Batches of this column that the core counted and did not list. */
  readonly more: number
  /** Asks for all of them. */
  readonly onAll?: () => void
  readonly lots: Scope['lots']
  readonly notice: string
}

/** One of the three columns: a heading that counts, and a card for each batch. */
export function ScopeColumn({ column, batches, more, onAll, lots, notice }: ScopeColumnProps) {
  const [shown, setShown] = useState(FIRST)
  const { icon: Icon, tone, ...words } = looks[column]
  const title = sayWord(words.title)
  const left = batches.length - shown
  return (
    <section className={`${styles['column']} ${styles[tone]}`} aria-label={title}>
      <h2 className={styles['title']}>
        <Icon size={24} aria-hidden />
        {title}
        <span className={styles['count']}>{countOf(batches.length + more, 'batch')}</span>
      </h2>
      {batches.length === 0 ? <p className={styles['none']}>{sayWord(words.none)}</p> : null}
      <ul className={styles['cards']}>
        {batches.slice(0, shown).map((batch) => (
          <BatchCard key={batch.batchId} column={column} batch={batch} lots={lots} notice={notice} />
        ))}
      </ul>
      {left > 0 ? (
        <Button variant="default" fullWidth onClick={() => setShown(shown + MORE)}>
          {say('Show {count} more of {all}', { count: Math.min(left, MORE), all: sayNumber(left + more) })}
        </Button>
      ) : null}
      {more > 0 && left <= 0 && onAll ? (
        <Button variant="default" fullWidth onClick={onAll}>
          {say('Show all {count}', { count: sayNumber(batches.length + more) })}
        </Button>
      ) : null}
      {more > 0 && left <= 0 && !onAll ? (
        <p className={styles['none']}>
          {say('{batches} of the period, not affected either.', { batches: countOf(more, 'more batch') })}
        </p>
      ) : null}
    </section>
  )
}
