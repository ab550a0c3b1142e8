import { useHistoryState } from 'wouter/use-browser-location'
import { useAnswer } from '../../api/useAnswer.ts'
import { RecallStart } from '../../trace/recallStart.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { NoticeForm } from './NoticeForm.tsx'
import styles from './Recall.module.css'
import { say } from '../../../shared/words/say.ts'

/** The supplier's notice in, three columns out: affected, not affected and why, cannot be told. */
export function Recall() {
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const given = RecallStart.safeParse(useHistoryState())
  const start = given.success ? given.data : {}
  return (
    <div className={styles['wide']}>
      <Page
        title={say('Recall')}
        actions={
          <>
            <LinkButton to="/drills" variant="default">
              {say('Drills')}
            </LinkButton>
            <LinkButton to="/recalls" variant="default">
              {say('Recalls')}
            </LinkButton>
          </>
        }
        under={say('Paste the supplier’s notice, or fill in what it says. The answer stands below as you type.')}
      >
        <Answered answer={ingredients}>
          {(known) =>
            known.length === 0 ? (
              <Empty
                title={say('There is nothing to recall yet')}
                action={<LinkButton to="/pantry/receive">{say('Receive ingredients')}</LinkButton>}
              >
                {say(
                  'A recall follows an ingredient from its supplier into your batches. Record what you buy, and this page answers a notice in seconds.',
                )}
              </Empty>
            ) : (
              <NoticeForm ingredients={known} start={start} />
            )
          }
        </Answered>
      </Page>
    </div>
  )
}
