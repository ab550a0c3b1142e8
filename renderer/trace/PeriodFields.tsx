import { Button, TextInput } from '@mantine/core'
import type { Period } from '../../shared/api/trace.ts'
import { addDays, isDay } from '../../shared/domain/day.ts'
import { useAnswer } from '../api/useAnswer.ts'
import styles from './Trace.module.css'
import { say } from '../../shared/words/say.ts'

interface PeriodFieldsProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}

/** Which days a trace that begins with many looks at; all of them until somebody says otherwise. */
export function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const today = useAnswer('system', 'state', {}).data?.today
  const [from, to] = [period?.from ?? '', period?.to ?? '']
  const change = (next: { from: string; to: string }) => {
    const known = { from: isDay(next.from) ? next.from : null, to: isDay(next.to) ? next.to : null }
    onChange(known.from === null && known.to === null ? null : known)
  }
  const quick = today
    ? [
        { name: say('All time'), from: '', to: '' },
        { name: say('Last 30 days'), from: addDays(today, -30), to: today },
        { name: say('Last 12 months'), from: addDays(today, -365), to: today },
      ]
    : []
  return (
    <fieldset className={styles['period']} aria-label={say('Period')}>
      {quick.map(({ name, ...days }) => (
        <Button
          key={name}
          variant="default"
          aria-pressed={days.from === from && days.to === to}
          onClick={() => change(days)}
        >
          {name}
        </Button>
      ))}
      <TextInput
        type="date"
        label={say('From')}
        value={from}
        onChange={(event) => change({ from: event.currentTarget.value, to })}
      />
      <TextInput
        type="date"
        label={say('To')}
        value={to}
        onChange={(event) => change({ from, to: event.currentTarget.value })}
      />
    </fieldset>
  )
}
