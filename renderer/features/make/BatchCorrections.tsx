import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { byWhom, moment } from '../../ui/words.ts'
import styles from './BatchCorrections.module.css'
import { say } from '../../../shared/words/say.ts'

/** What was corrected of a batch since it was saved: old, new and why. Nothing where nothing was. */
export function BatchCorrections({ batchId }: { readonly batchId: number }) {
  const corrections = useAnswer('corrections', 'list', { batchId })
  if (!corrections.data || corrections.data.length === 0) return null
  return (
    <div className={styles['below']}>
      <Card title={say('Corrected since it was saved')}>
        <ol className={styles['list']}>
          {corrections.data.map(({ at, who, reason, changes }) => (
            <li key={at}>
              <p className={styles['why']}>
                <strong>{reason}</strong> <Dim>{byWhom(moment(at), who)}</Dim>
              </p>
              <ul className={styles['changes']}>
                {changes.map((change, line) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a correction never changes
                  <li key={line}>
                    <ChangedFact change={change} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  )
}

type Change = AnswerOf<'corrections', 'list'>[number]['changes'][number]

function ChangedFact({ change }: { readonly change: Change }) {
  const { fact, old, new: now } = change
  return (
    <>
      <span className={styles['fact']}>{fact}</span>
      {old === null ? null : <del>{old}</del>}
      <ins className={styles['now']}>{now ?? say('removed')}</ins>
    </>
  )
}
