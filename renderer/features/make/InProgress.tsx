import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { moment } from '../../ui/words.ts'
import styles from './InProgress.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

/** Batches that were started and are not finished, and pages that were begun and not saved. Nothing where there are none. */
export function InProgress() {
  const live = useAnswer('live', 'list', {}).data ?? []
  // The draft of a batch in progress is on its own page.
  const drafts = (useAnswer('drafts', 'list', {}).data ?? []).filter(({ liveId }) => liveId === null)
  if (live.length === 0 && drafts.length === 0) return null
  return (
    <Card title={say('Open now')}>
      <ul className={styles['list']}>
        {live.map((batch) => (
          <li key={`live ${batch.id}`} className={styles['item']}>
            <Link href={`/make/${batch.productId}?live=${batch.id}`} className={styles['link']}>
              <strong>{batch.lotNumber}</strong> {batch.product}
            </Link>
            <Dim>
              {batch.entries > 0
                ? say('in progress since {time}, {notes}', {
                    time: moment(batch.startedAt),
                    notes: countOf(batch.entries, 'note'),
                  })
                : say('in progress since {time}', { time: moment(batch.startedAt) })}
            </Dim>
          </li>
        ))}
        {drafts.map((draft) => (
          <li key={draft.draftId} className={styles['item']}>
            <Link href={`/make/${draft.productId}?draft=${draft.draftId}`} className={styles['link']}>
              {said('{code} {product}, not saved', { code: <strong>{draft.code}</strong>, product: draft.product })}
            </Link>
            <Dim>{say('kept {time}', { time: moment(draft.keptAt) })}</Dim>
            <ThrowAway draftId={draft.draftId} product={draft.product} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function ThrowAway({ draftId, product }: { readonly draftId: string; readonly product: string }) {
  const { run, busy } = useCommand('drafts', 'discard')

  async function discard(): Promise<void> {
    try {
      await run({ draftId })
      toastDone(
        <UndoButton domain="drafts" operation="restore" input={{ draftId }} done={say('The draft is back.')}>
          {say('The draft of {product} was thrown away.', { product })}
        </UndoButton>,
      )
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Button size="compact-md" variant="default" loading={busy} onClick={() => void discard()}>
      {say('Throw away')}
    </Button>
  )
}
