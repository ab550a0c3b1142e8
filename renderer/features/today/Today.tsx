import { sayDay } from '../../../shared/words/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { AgainTiles } from '../make/AgainTiles.tsx'
import { InProgress } from '../make/InProgress.tsx'
import { OldAllergens } from '../outcomes/OldAllergens.tsx'
import { Planned } from '../plans/Planned.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { NeedsYou } from './NeedsYou.tsx'
import { RecentBatches } from './RecentBatches.tsx'
import styles from './Today.module.css'
import { say } from '../../../shared/words/say.ts'

/** Where the day starts: make again what was made, and what needs a person. */
export function Today() {
  const state = useAnswer('system', 'state', {})
  const products = useAnswer('batches', 'again', {})
  return (
    <Page
      title={say('Today')}
      under={state.data ? sayDay(state.data.today) : ' '}
      actions={
        <>
          <LinkButton to="/pantry/receive" variant="default">
            {say('Receive ingredients')}
          </LinkButton>
          <LinkButton to="/send" variant="default">
            {say('Send out')}
          </LinkButton>
        </>
      }
    >
      <Answered answer={products}>
        {(rows) =>
          rows.length === 0 ? (
            <FirstSteps />
          ) : (
            <>
              <h2 className={styles['head']}>{say('Make again')}</h2>
              <AgainTiles tiles={rows} />
              <InProgress />
              {state.data ? <Planned today={state.data.today} /> : null}
              <div className={styles['columns']}>
                <NeedsYou />
                <RecentBatches />
              </div>
              <OldAllergens />
            </>
          )
        }
      </Answered>
    </Page>
  )
}
