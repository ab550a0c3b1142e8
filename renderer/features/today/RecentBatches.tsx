import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { countOf, dayOr } from '../../ui/words.ts'
import styles from './Today.module.css'

/** The last batches, newest first. */
export function RecentBatches() {
  const answer = useAnswer('batches', 'list', { limit: 6 })
  return (
    <Card title="Last batches" aside={<Link href="/make">All batches</Link>}>
      <Answered answer={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Dim>None yet. Choose a product above to record the first one.</Dim>
          ) : (
            <ul className={styles['list']}>
              {rows.map((batch) => (
                <li key={batch.id}>
                  <Link href={`/batch/${batch.id}`} className={styles['item']}>
                    <span>
                      <strong>{batch.lotNumber}</strong> {batch.product}
                    </span>
                    <Dim>
                      {countOf(batch.made, batch.unit)}, {dayOr(batch.madeOn, '')}
                    </Dim>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  )
}
