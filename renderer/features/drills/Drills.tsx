import { Button, TextInput } from '@mantine/core'
import { IconStopwatch } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { showDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { useCommand } from '../../api/useCommand.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import { errorBody } from '../../api/door.ts'
import { LineChart } from '../quality/LineChart.tsx'
import styles from './Drills.module.css'
import { percent } from './percent.ts'
import { TolerancesCard } from './TolerancesCard.tsx'

type Head = AnswerOf<'drills', 'list'>[number]

/** Practice recalls: a lot is drawn, the clock runs, and the score says where the record is thin. */
export function Drills() {
  const answer = useAnswer('drills', 'list', {})
  return (
    <Page
      title="Drills"
      under="A practice recall of a lot drawn by chance. Nothing goes on hold, and nobody is contacted."
      actions={
        <LinkButton to="/recall" variant="default">
          Recall
        </LinkButton>
      }
    >
      <Answered answer={answer}>
        {(rows) => (
          <div className={styles['stack']}>
            <Card title="A new drill">
              <StartDrill />
            </Card>
            <Card title="What is asked of a drill">
              <TolerancesCard />
            </Card>
            {rows.length === 0 ? null : (
              <>
                <Card title="Score over time">
                  <LineChart
                    label="Score of the drills over time"
                    points={rows
                      .toReversed()
                      .flatMap(({ id, startedOn, score }) =>
                        score === null ? [] : [{ name: `Drill ${id}`, day: startedOn, value: score }],
                      )}
                    show={percent}
                  />
                </Card>
                <Card title="Every drill">
                  <DrillTable rows={rows} />
                </Card>
              </>
            )}
          </div>
        )}
      </Answered>
    </Page>
  )
}

function StartDrill() {
  const [, go] = useLocation()
  const { run, busy } = useCommand('drills', 'start')
  const [seed, setSeed] = useState('')
  const [problem, setProblem] = useState<string>()

  async function start(): Promise<void> {
    setProblem(undefined)
    try {
      const { drillId } = await run({ seed: seed.trim() === '' ? null : Number(seed) })
      go(`/drills/${drillId}`)
    } catch (error) {
      const { message, fields } = errorBody(error)
      setProblem(fields?.['seed'] ?? message)
    }
  }

  return (
    <form
      className={styles['start']}
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <TextInput
        label="Seed"
        description="Leave it empty for a lot drawn by chance; the same seed draws the same lot again."
        inputMode="numeric"
        autoComplete="off"
        value={seed}
        error={problem}
        onChange={(event) => setSeed(event.currentTarget.value)}
      />
      <Button
        type="submit"
        h="var(--tb-target-main)"
        size="lg"
        loading={busy}
        leftSection={<IconStopwatch size={24} aria-hidden />}
      >
        Start the clock
      </Button>
    </form>
  )
}

function DrillTable({ rows }: { readonly rows: readonly Head[] }) {
  return (
    <Table<Head>
      label="Drills"
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          head: 'What',
          names: true,
          sort: ({ title }) => title,
          cell: ({ id, title }) => (
            <Link href={`/drills/${id}`} className={styles['row']}>
              {title}
            </Link>
          ),
        },
        { head: 'Started', sort: ({ startedOn }) => startedOn, cell: ({ startedOn }) => showDay(startedOn) },
        { head: 'Seed', number: true, cell: ({ seed }) => seed },
        {
          head: 'Minutes',
          number: true,
          sort: ({ minutes }) => minutes ?? -1,
          cell: ({ minutes }) => (minutes === null ? '–' : minutes),
        },
        {
          head: 'Accounted for',
          number: true,
          sort: ({ accountedPercent }) => accountedPercent ?? -1,
          cell: ({ accountedPercent }) => percent(accountedPercent),
        },
        { head: 'Score', number: true, sort: ({ score }) => score ?? -1, cell: ({ score }) => percent(score) },
        {
          head: 'State',
          cell: ({ signedBy }) =>
            signedBy === null ? <Mark tone="warn">going on</Mark> : <Mark tone="good">signed by {signedBy}</Mark>,
        },
      ]}
    />
  )
}
