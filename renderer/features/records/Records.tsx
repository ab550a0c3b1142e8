import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isDay } from '../../../shared/domain/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { ForInspectors } from './ForInspectors.tsx'
import { LogCard } from './LogCard.tsx'
import { periodsAround } from './periods.ts'
import styles from './Records.module.css'
import { say } from '../../../shared/words/say.ts'

/** The records of a period: to look at, to keep as files, to hand to an inspector. */
export function Records() {
  const state = useAnswer('system', 'state', {})
  return (
    <Page
      title={say('Reports and records')}
      under={say('Made from what was recorded; looking at them and saving them changes nothing.')}
    >
      <Answered answer={state}>{({ today }) => <OfPeriod today={today} />}</Answered>
    </Page>
  )
}

function OfPeriod({ today }: { readonly today: string }) {
  const around = periodsAround(today)
  const [period, setPeriod] = useState({ from: around[2]?.from ?? today, to: today })
  const good = isDay(period.from) && isDay(period.to) && period.from <= period.to
  return (
    <>
      <Card>
        <div className={styles['period']}>
          <TextInput
            type="date"
            label={say('{as, select, day {From} other {From}}', { as: 'day' })}
            value={period.from}
            onChange={(event) => setPeriod({ ...period, from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={say('{as, select, day {To} other {To}}', { as: 'day' })}
            value={period.to}
            error={good ? undefined : say('Choose two days, the first one first.')}
            onChange={(event) => setPeriod({ ...period, to: event.currentTarget.value })}
          />
          <div className={styles['quick']}>
            {around.map(({ name, from, to }) => (
              <Button
                key={name}
                variant="default"
                aria-pressed={period.from === from && period.to === to}
                onClick={() => setPeriod({ from, to })}
              >
                {name}
              </Button>
            ))}
          </div>
        </div>
      </Card>
      {good ? (
        <>
          <LogCard period={period} />
          <ForInspectors period={period} />
        </>
      ) : null}
    </>
  )
}
