import type { LotRow } from '../../../shared/api/pantry.ts'
import { Mark } from '../../ui/Mark.tsx'
import styles from './LotMarks.module.css'

/** What is special about a lot: on hold, past its date, used up, facts missing. */
export function LotMarks({ lot }: { readonly lot: LotRow }) {
  const empty = lot.onHand.base === 0
  if (!lot.held && !lot.expired && !empty && lot.missing.length === 0) return <Mark tone="good">good</Mark>
  return (
    <span className={styles['marks']}>
      {lot.held ? <Mark tone="bad">on hold</Mark> : null}
      {lot.expired && !empty ? <Mark tone="bad">past best-by</Mark> : null}
      {empty ? <Mark tone="plain">used up</Mark> : null}
      {lot.missing.map((fact) => (
        <Mark key={fact} tone="warn">
          no {fact}
        </Mark>
      ))}
    </span>
  )
}
