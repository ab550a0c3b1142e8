import { Alert, Button } from '@mantine/core'
import { Redirect } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { Consignees } from './Consignees.tsx'
import { DetailForm } from './DetailForm.tsx'
import { EndForm } from './EndForm.tsx'
import { Notices } from './Notices.tsx'
import type { RecallRecord } from './recall.ts'
import { RecallFigures } from './RecallFigures.tsx'
import { RecallFiles } from './RecallFiles.tsx'
import { RecallLots } from './RecallLots.tsx'
import styles from './Recalls.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

const titles: Readonly<Record<Exclude<RecallRecord['kind'], 'drill'>, string>> = {
  recall: 'Recall',
  'market withdrawal': 'A market withdrawal',
  'stock recovery': 'A stock recovery',
}

/** One recall: what belongs to it, who was told, who answered, and what is left to do. */
export function RecallPage({ recallId }: { readonly recallId: number }) {
  const answer = useAnswer('recalls', 'get', { recallId }, { keepLast: true })
  const state = useAnswer('system', 'state', {})
  return (
    <Answered page answer={answer}>
      {(recall) =>
        // A drill’s number in the address of a recall.
        recall.kind === 'drill' ? (
          <Redirect to={`/drills/${recall.id}`} replace />
        ) : (
          <Page
            title={sayWord(titles[recall.kind])}
            under={
              <>
                {say('{title} · opened {day}', { title: recall.title, day: sayDay(recall.openedOn) })}{' '}
                {recall.end ? (
                  <Mark tone="good">{say('ended {day}', { day: sayDay(recall.end.endedOn) })}</Mark>
                ) : (
                  <Mark tone="bad">{say('going on')}</Mark>
                )}
              </>
            }
            actions={
              <LinkButton to="/recalls" variant="default">
                {say('All recalls')}
              </LinkButton>
            }
          >
            <Since recall={recall} />
            <RecallFigures recall={recall} />
            <div className={styles['stack']}>
              <RecallFiles recallId={recall.id} kind={recall.kind} />
              <Card title={say('Who has it')}>
                <Consignees recall={recall} today={state.data?.today ?? recall.openedOn} />
              </Card>
              <div className={styles['two']}>
                <Card title={say('What is to be said')}>
                  <DetailForm key={JSON.stringify(recall.detail)} recall={recall} />
                </Card>
                <div>
                  <Notices recall={recall} />
                </div>
              </div>
              <Card title={say('The lots')}>
                <RecallLots recall={recall} />
              </Card>
              <EndForm recall={recall} />
            </div>
          </Page>
        )
      }
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
      const some = countOf(lots, 'lot')
      toastDone(
        held > 0
          ? say('{lots} added, {count} put on hold.', { lots: some, count: held })
          : say('{lots} added.', { lots: some }),
      )
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Alert color="yellow" mb="md" title={say('The record has changed since this was opened')}>
      {added.length > 0 ? (
        <div className={styles['placeHead']}>
          <span>{say('It now shows {lots} too.', { lots: added.join(', ') })}</span>
          <Button loading={busy} onClick={() => void extend()}>
            {say('Add to this recall')}
          </Button>
        </div>
      ) : null}
      {gone.length > 0 ? (
        <p className={styles['dim']}>{say('Corrected since, and kept in it: {lots}.', { lots: gone.join(', ') })}</p>
      ) : null}
    </Alert>
  )
}
