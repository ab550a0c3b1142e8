import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { dayOr } from '../../ui/words.ts'
import styles from './Today.module.css'
import { say } from '../../../shared/words/say.ts'

/** The last batches, newest first. */
export function RecentBatches() {
  const answer = useAnswer('batches', 'list', { limit: 6 })
  return (
    <Card title={say('Last batches')} aside={<Link href="/make">{say('All batches')}</Link>}>
      <Answered answer={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Dim>{say('None yet. Choose a product above to record the first one.')}</Dim>
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
