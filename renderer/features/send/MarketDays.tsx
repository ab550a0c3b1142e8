import { Button, Kbd } from '@mantine/core'
import { useEffect, useState } from 'react'
import { countOf } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { isKey } from '../../app/keys.ts'
import { keySections } from '../../app/keySections.ts'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { BringBack } from './BringBack.tsx'
import { outByProduct } from './backValues.ts'
import styles from './MarketDays.module.css'
import { say } from '../../../shared/words/say.ts'

const COUNT = keySections.market.keys.count

type MarketDay = AnswerOf<'shipping', 'marketDays'>[number]

/** Market days that nobody has counted yet: what is out, and the way to count what came back. */
export function MarketDays({ today }: { readonly today: string }) {
  const days = useAnswer('shipping', 'marketDays', {})
  if (!days.data || days.data.length === 0) return null
  return (
    <Card title={say('Out at a market')}>
      <ul className={styles['days']}>
        {days.data.map((day, at) => (
          <Day key={day.shipmentId} day={day} today={today} first={at === 0} />
        ))}
      </ul>
    </Card>
  )
}

interface DayProps {
  readonly day: MarketDay
  readonly today: string
  /** The newest has a key of its own. */
  readonly first: boolean
}

function Day({ day, today, first }: DayProps) {
  const [counting, setCounting] = useState<'no' | 'yes' | 'not any more'>('no')
  useCountKey(first, () => setCounting('yes'))
  return (
    <li className={styles['day']}>
      <span className={styles['facts']}>
        <strong>
          {day.place}, {sayDay(day.sentOn)}
        </strong>
        <Dim>
          {outByProduct(day.lines)
            .map(({ product, unit, units }) => say('{units} of {product}', { units: countOf(units, unit), product }))
            .join(', ')}
        </Dim>
      </span>
      {counting === 'yes' ? null : (
        <Button
          aria-label={say('Count what came back from {place} on {day}', {
            place: day.place,
            day: sayDay(day.sentOn),
          })}
          autoFocus={counting === 'not any more'}
          onClick={() => setCounting('yes')}
        >
          {say('Count what came back')}
          {first ? <Kbd className={styles['key'] ?? ''}>{COUNT.key}</Kbd> : null}
        </Button>
      )}
      {counting === 'yes' ? (
        <div className={styles['counting']}>
          <BringBack day={day} today={today} onClose={() => setCounting('not any more')} />
        </div>
      ) : null}
    </li>
  )
}

/** F8 counts the newest market day, from anywhere on the screen. */
function useCountKey(active: boolean, count: () => void): void {
  useEffect(() => {
    if (!active) return undefined
    function onKey(event: KeyboardEvent): void {
      if (!isKey(event, COUNT)) return
      event.preventDefault()
      count()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}
