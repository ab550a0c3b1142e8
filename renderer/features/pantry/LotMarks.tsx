import type { LotRow } from '../../../shared/api/pantry.ts'
import { Mark } from '../../ui/Mark.tsx'
import styles from './LotMarks.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

/** What is special about a lot: on hold, past its date, used up, facts missing. */
export function LotMarks({ lot }: { readonly lot: LotRow }) {
  const empty = lot.onHand.base === 0
  if (!lot.held && !lot.expired && !empty && lot.missing.length === 0) return <Mark tone="good">{say('good')}</Mark>
  return (
    <span className={styles['marks']}>
      {lot.held ? <Mark tone="bad">{say('on hold')}</Mark> : null}
      {lot.expired && !empty ? <Mark tone="bad">{say('past best-by')}</Mark> : null}
      {empty ? <Mark tone="plain">{say('used up')}</Mark> : null}
      {lot.missing.map((fact) => (
        <Mark key={fact} tone="warn">
          {say('no {fact}', { fact: sayWord(fact) })}
        </Mark>
      ))}
    </span>
  )
}
