import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import styles from './Outcomes.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

/** Batches on the shelf with labels that name other allergens than they, or the recipe, have now: no more of them print. */
export function OldAllergens() {
  const rows = useAnswer('outcomes', 'oldAllergens', {}).data ?? []
  if (rows.length === 0) return null
  return (
    <Card title={say('On the shelf with other allergens on the label than are known now')}>
      <ul className={styles['notes']}>
        {rows.map((row) => (
          <li key={`${row.batchId} ${row.product}`}>
            {said('{lot}, {units} of {product}', {
              lot: <Link href={`/batch/${row.batchId}/labels`}>{row.lotNumber}</Link>,
              units: countOf(row.onHand, 'unit'),
              product: row.product,
            })}{' '}
            {row.added.length > 0 ? (
              <Mark tone="bad">{say('label lacks {allergens}', { allergens: row.added.join(', ') })}</Mark>
            ) : null}{' '}
            {row.gone.length > 0 ? (
              <Mark tone="warn">{say('label has {allergens} besides', { allergens: row.gone.join(', ') })}</Mark>
            ) : null}{' '}
            <Dim>{row.sentence}</Dim>
          </li>
        ))}
      </ul>
      <p className={styles['line']}>
        {say(
          'Labels with a list of ingredients do not print for these batches until you have looked at what went into each: its page of labels shows both, and takes today’s words.',
        )}
      </p>
    </Card>
  )
}
