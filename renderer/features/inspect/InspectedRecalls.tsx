import { sayDay } from '../../../shared/words/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { RecallFiles } from '../recalls/RecallFiles.tsx'
import styles from './Inspect.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

/** Every recall and drill with its status report, to save and to read. */
export function InspectedRecalls() {
  const recalls = useAnswer('recalls', 'list', {})
  return (
    <Page
      title={say('Recalls')}
      under={say('Each with its status report, which says what was found, who was told and who answered.')}
    >
      <Card>
        <Answered answer={recalls}>
          {(rows) =>
            rows.length === 0 ? (
              <Dim>{say('No recall was ever opened here.')}</Dim>
            ) : (
              rows.map((recall) => (
                <section key={recall.id} className={styles['recall']} aria-label={recall.title}>
                  <h3>{recall.title}</h3>
                  <p>{recallLine(recall)}</p>
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

function recallLine({ kind, openedOn, endedOn }: AnswerOf<'recalls', 'list'>[number]): string {
  const values = { kind: sayWord(kind), opened: sayDay(openedOn) }
  return endedOn === null
    ? say('{kind}, opened {opened}, going on', values)
    : say('{kind}, opened {opened}, ended {ended}', { ...values, ended: sayDay(endedOn) })
}

function drillLine({ seed, startedOn, signedBy }: AnswerOf<'drills', 'list'>[number]): string {
  const values = { seed: String(seed), started: sayDay(startedOn) }
  return signedBy === null
    ? say('Seed {seed}, started {started}, going on', values)
    : say('Seed {seed}, started {started}, signed by {person}', { ...values, person: signedBy })
}

function InspectedDrills() {
  const drills = useAnswer('drills', 'list', {})
  return (
    <Card title={say('Drills')}>
      <Answered answer={drills}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>{say('No drill was ever held here.')}</Dim>
          ) : (
            rows.map((drill) => (
              <section
                key={drill.id}
                className={styles['recall']}
                aria-label={say('Drill {id}: {title}', { id: String(drill.id), title: drill.title })}
              >
                <h3>{drill.title}</h3>
                <p>{drillLine(drill)}</p>
                <RecallFiles recallId={drill.id} kind="drill" />
              </section>
            ))
          )
        }
      </Answered>
    </Card>
  )
}
