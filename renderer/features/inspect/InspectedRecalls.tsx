import { showDay } from '../../../shared/domain/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { RecallFiles } from '../recalls/RecallFiles.tsx'
import styles from './Inspect.module.css'

/** Every recall and drill with its status report, to save and to read. */
export function InspectedRecalls() {
  const recalls = useAnswer('recalls', 'list', {})
  return (
    <Page
      title="Recalls"
      under="Each with its status report, which says what was found, who was told and who answered."
    >
      <Card>
        <Answered answer={recalls}>
          {(rows) =>
            rows.length === 0 ? (
              <Dim>No recall was ever opened here.</Dim>
            ) : (
              rows.map((recall) => (
                <section key={recall.id} className={styles['recall']} aria-label={recall.title}>
                  <h3>{recall.title}</h3>
                  <p>
                    {recall.kind}, opened {showDay(recall.openedOn)},{' '}
                    {recall.endedOn === null ? 'going on' : `ended ${showDay(recall.endedOn)}`}
                  </p>
                  <RecallFiles recallId={recall.id} kind={recall.kind} />
                </section>
              ))
            )
          }
        </Answered>
      </Card>
      <InspectedDrills />
    </Page>
  )
}

function InspectedDrills() {
  const drills = useAnswer('drills', 'list', {})
  return (
    <Card title="Drills">
      <Answered answer={drills}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>No drill was ever held here.</Dim>
          ) : (
            rows.map((drill) => (
              <section key={drill.id} className={styles['recall']} aria-label={`Drill ${drill.id}: ${drill.title}`}>
                <h3>{drill.title}</h3>
                <p>
                  Seed {drill.seed}, started {showDay(drill.startedOn)},{' '}
                  {drill.signedBy === null ? 'going on' : `signed by ${drill.signedBy}`}
                </p>
                <RecallFiles recallId={drill.id} kind="drill" />
              </section>
            ))
          )
        }
      </Answered>
    </Card>
  )
}
