import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { countOf, moment } from '../../ui/words.ts'
import styles from './InProgress.module.css'

/** Batches that were started and are not finished, and pages that were begun and not saved. Nothing where there are none. */
export function InProgress() {
  const live = useAnswer('live', 'list', {}).data ?? []
  // The draft of a batch in progress is on its own page.
  const drafts = (useAnswer('drafts', 'list', {}).data ?? []).filter(({ liveId }) => liveId === null)
  if (live.length === 0 && drafts.length === 0) return null
  return (
    <Card title="Open now">
      <ul className={styles['list']}>
        {live.map((batch) => (
          <li key={`live ${batch.id}`} className={styles['item']}>
            <Link href={`/make/${batch.productId}?live=${batch.id}`} className={styles['link']}>
              <strong>{batch.lotNumber}</strong> {batch.product}
            </Link>
            <Dim>
              in progress since {moment(batch.startedAt)}
              {batch.entries > 0 ? `, ${countOf(batch.entries, 'note')}` : ''}
            </Dim>
          </li>
        ))}
        {drafts.map((draft) => (
          <li key={draft.draftId} className={styles['item']}>
            <Link href={`/make/${draft.productId}?draft=${draft.draftId}`} className={styles['link']}>
              <strong>{draft.code}</strong> {draft.product}, not saved
            </Link>
            <Dim>kept {moment(draft.keptAt)}</Dim>
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
        <UndoButton domain="drafts" operation="restore" input={{ draftId }} done="The draft is back.">
          The draft of {product} was thrown away.
        </UndoButton>,
      )
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Button size="compact-md" variant="default" loading={busy} onClick={() => void discard()}>
      Throw away
    </Button>
  )
}
