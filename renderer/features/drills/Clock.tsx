import { useEffect, useState } from 'react'
import { hoursInWords } from '../../../shared/domain/drillScore.ts'
import styles from './Drills.module.css'
import { say } from '../../../shared/words/say.ts'

const SECOND_MS = 1000

interface ClockProps {
  /** UTC instants of the start and of the answer that tells of it. */
  readonly startedAt: string
  readonly at: string
  /** How many the drill may take. */
  readonly hours: number
}

/** How long the drill has been going on. */
export function Clock({ startedAt, at, hours }: ClockProps) {
  const [ticks, setTicks] = useState({ since: at, seconds: 0 })
  useEffect(() => {
    const timer = setInterval(() => {
      setTicks((now) => ({ since: at, seconds: now.since === at ? now.seconds + 1 : 1 }))
    }, SECOND_MS)
    return () => clearInterval(timer)
  }, [at])
  const gone = Math.max(0, Math.floor((Date.parse(at) - Date.parse(startedAt)) / SECOND_MS))
  const seconds = gone + (ticks.since === at ? ticks.seconds : 0)
  return (
    <div className={styles['clock']}>
      <span role="timer" aria-label={say('Time of the drill')} className={styles['time']}>
        {inHours(seconds)}
      </span>
      <span className={styles['dim']}>{say('of {hours}', { hours: hoursInWords(hours) })}</span>
    </div>
  )
}

function inHours(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
