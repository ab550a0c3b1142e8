import { Alert, Button } from '@mantine/core'
import { showDay } from '../../../shared/domain/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { countOf } from '../../ui/words.ts'
import { Consignees } from './Consignees.tsx'
import { DetailForm } from './DetailForm.tsx'
import { EndForm } from './EndForm.tsx'
import { Notices } from './Notices.tsx'
import type { RecallRecord } from './recall.ts'
import { RecallFigures } from './RecallFigures.tsx'
import { RecallFiles } from './RecallFiles.tsx'
import { RecallLots } from './RecallLots.tsx'
import styles from './Recalls.module.css'

/** One recall: what belongs to it, who was told, who answered, and what is left to do. */
export function RecallPage({ recallId }: { readonly recallId: number }) {
  const answer = useAnswer('recalls', 'get', { recallId }, { keepLast: true })
  const state = useAnswer('system', 'state', {})
  return (
    <Answered page answer={answer}>
      {(recall) => (
        <Page
          title={recall.kind === 'recall' ? 'Recall' : `A ${recall.kind}`}
          under={
            <>
              {recall.title} · opened {showDay(recall.openedOn)}{' '}
              {recall.end ? (
                <Mark tone="good">ended {showDay(recall.end.endedOn)}</Mark>
              ) : (
                <Mark tone="bad">going on</Mark>
              )}
            </>
          }
          actions={
            <LinkButton to="/recalls" variant="default">
              All recalls
            </LinkButton>
          }
        >
          <Since recall={recall} />
          <RecallFigures recall={recall} />
          <div className={styles['stack']}>
            <RecallFiles recallId={recall.id} kind={recall.kind} />
            <Card title="Who has it">
              <Consignees recall={recall} today={state.data?.today ?? recall.openedOn} />
            </Card>
            <div className={styles['two']}>
              <Card title="What is to be said">
                <DetailForm key={JSON.stringify(recall.detail)} recall={recall} />
              </Card>
              <div>
                <Notices recall={recall} />
              </div>
            </div>
            <Card title="The lots">
              <RecallLots recall={recall} />
            </Card>
            <EndForm recall={recall} />
          </div>
        </Page>
      )}
    </Answered>
  )
}

/** The record has grown since: what it adds is one press away, what it no longer supports stays and is named. */
function Since({ recall }: { readonly recall: RecallRecord }) {
  const { run, busy } = useCommand('recalls', 'extend')
  const { added, gone } = recall.since
  if (added.length + gone.length === 0 || recall.end) return null

  async function extend(): Promise<void> {
    try {
      const { added: lots, held } = await run({ recallId: recall.id })
      toastDone(`${countOf(lots, 'lot')} added${held > 0 ? `, ${held} put on hold` : ''}.`)
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Alert color="yellow" mb="md" title="The record has changed since this was opened">
      {added.length > 0 ? (
        <div className={styles['placeHead']}>
          <span>It now shows {added.join(', ')} too.</span>
          <Button loading={busy} onClick={() => void extend()}>
            Add to this recall
          </Button>
        </div>
      ) : null}
      {gone.length > 0 ? <p className={styles['dim']}>Corrected since, and kept in it: {gone.join(', ')}.</p> : null}
    </Alert>
  )
}
