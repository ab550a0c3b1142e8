import { Button, TextInput } from '@mantine/core'
import { IconStopwatch } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { sayDay } from '../../../shared/words/day.ts'
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
import { say } from '../../../shared/words/say.ts'

type Head = AnswerOf<'drills', 'list'>[number]

/** Practice recalls: a lot is drawn, the clock runs, and the score says where the record is thin. */
export function Drills() {
  const answer = useAnswer('drills', 'list', {})
  return (
    <Page
      title={say('Drills')}
      under={say('A practice recall of a lot drawn by chance. Nothing goes on hold, and nobody is contacted.')}
      actions={
        <LinkButton to="/recall" variant="default">
          {say('Recall')}
        </LinkButton>
      }
    >
      <Answered answer={answer}>
        {(rows) => (
          <div className={styles['stack']}>
            <Card title={say('A new drill')}>
              <StartDrill />
            </Card>
            <Card title={say('What is asked of a drill')}>
              <TolerancesCard />
            </Card>
            {rows.length === 0 ? null : (
              <>
                <Card title={say('Score over time')}>
                  <LineChart
                    label={say('Score of the drills over time')}
                    points={rows
                      .toReversed()
                      .flatMap(({ id, startedOn, score }) =>
                        score === null
                          ? []
                          : [{ name: say('Drill {id}', { id: String(id) }), day: startedOn, value: score }],
                      )}
                    show={percent}
                  />
                </Card>
                <Card title={say('Every drill')}>
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
        label={say('Seed')}
        description={say('Leave it empty for a lot drawn by chance; the same seed draws the same lot again.')}
        inputMode="numeric"
        autoComplete="off"
        value={seed}
        error={problem}
        onChange={(event) => setSeed(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy} leftSection={<IconStopwatch size={20} aria-hidden />}>
        {say('Start the clock')}
      </Button>
    </form>
  )
}

function DrillTable({ rows }: { readonly rows: readonly Head[] }) {
  return (
    <Table<Head>
      label={say('Drills')}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          head: say('What'),
          names: true,
          sort: ({ title }) => title,
          cell: ({ id, title }) => (
            <Link href={`/drills/${id}`} className={styles['row']}>
              {title}
            </Link>
          ),
        },
        { head: say('Started'), sort: ({ startedOn }) => startedOn, cell: ({ startedOn }) => sayDay(startedOn) },
        { head: say('Seed'), number: true, cell: ({ seed }) => String(seed) },
        {
          head: say('Minutes'),
          number: true,
          sort: ({ minutes }) => minutes ?? -1,
          cell: ({ minutes }) => (minutes === null ? '–' : minutes),
        },
        {
          head: say('Accounted for'),
          number: true,
          sort: ({ accountedPercent }) => accountedPercent ?? -1,
          cell: ({ accountedPercent }) => percent(accountedPercent),
        },
        { head: say('Score'), number: true, sort: ({ score }) => score ?? -1, cell: ({ score }) => percent(score) },
        {
          head: say('State'),
          cell: ({ signedBy }) =>
            signedBy === null ? (
              <Mark tone="warn">{say('going on')}</Mark>
            ) : (
              <Mark tone="good">{say('signed by {name}', { name: signedBy })}</Mark>
            ),
        },
      ]}
    />
  )
}
