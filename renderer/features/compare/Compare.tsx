import { useLocation } from 'wouter'
import { sayDay } from '../../../shared/words/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { CommonThread } from './CommonThread.tsx'
import { Differences } from './Differences.tsx'
import { LATEST, PickBatches } from './PickBatches.tsx'
import styles from './Compare.module.css'
import { say } from '../../../shared/words/say.ts'

/**
 * Batches beside each other, and what those that turned out badly have in common.
 * @param asked their ids as the address has them: `3,7`
 */
export function Compare({ asked }: { readonly asked: string }) {
  const ids = asked
    .split(',')
    .map(Number)
    .filter((id) => id > 0)
  const [, go] = useLocation()
  const latest = useAnswer('batches', 'list', { productId: null, limit: LATEST }, { keepLast: true })
  const answer = useAnswer('quality', 'compare', { batchIds: [...ids] }, { enabled: ids.length > 0, keepLast: true })
  return (
    <Page
      title={say('Compare batches')}
      under={say('What differs, for each unit made; and what bad batches have in common.')}
    >
      {latest.data?.rows.length === 0 ? (
        <Empty title={say('No batch yet')} action={<LinkButton to="/make">{say('Make a batch')}</LinkButton>}>
          {say('Record two batches first: what differs between them stands here then.')}
        </Empty>
      ) : (
        <div className={styles['stack']}>
          <PickBatches ids={ids} onPick={(picked) => go(`/compare/${picked.join(',')}`, { replace: true })} />
          {ids.length === 0 ? (
            <Empty title={say('No batch is chosen yet')}>
              {say('Tick one or more batches above. Six can stand beside each other.')}
            </Empty>
          ) : (
            <>
              <Answered answer={answer}>
                {(found) => (
                  <Card
                    title={found.batches.map(({ lotNumber, madeOn }) => `${lotNumber}, ${sayDay(madeOn)}`).join(' · ')}
                  >
                    <Differences found={found} />
                  </Card>
                )}
              </Answered>
              <CommonThread badIds={ids} />
            </>
          )}
        </div>
      )}
    </Page>
  )
}
