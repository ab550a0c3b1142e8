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
              <Dim>No recall and no drill was ever opened here.</Dim>
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
    </Page>
  )
}
