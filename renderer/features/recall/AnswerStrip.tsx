import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { showDay } from '../../../shared/domain/day.ts'
import { countWord } from '../../../shared/domain/quantity.ts'
import { Mark } from '../../ui/Mark.tsx'
import { countOf } from '../../ui/words.ts'
import type { Scope } from './notice.ts'
import styles from './AnswerStrip.module.css'

interface AnswerStripProps {
  readonly scope: Scope
  /** The form has moved on, and is not yet complete. */
  readonly isOld: boolean
}

/** The answer in numbers, to be read at a metre and read out as it changes. */
export function AnswerStrip({ scope, isOld }: AnswerStripProps) {
  const { unit } = scope
  const { affected, cannotTell, withoutRecords } = scope.totals
  const clear = withoutRecords - affected.made - cannotTell.made
  const { assumed, confirmed, unknown } = scope.rows
  return (
    <section className={styles['strip']} aria-label="The answer">
      <div className={styles['top']}>
        <h2 className={styles['notice']}>{scope.notice}</h2>
        {isOld ? (
          <span className={styles['old']}>
            <Mark tone="warn">not yet for what is being typed</Mark>
          </span>
        ) : null}
      </div>
      <VisuallyHidden component="output">
        {affected.made} of {countOf(withoutRecords, unit)} affected, {cannotTell.made} cannot be told
      </VisuallyHidden>
      <dl className={styles['figures']}>
        <Figure
          tone="bad"
          value={affected.made}
          word={`of ${withoutRecords.toLocaleString('en-US')} ${countWord(unit, withoutRecords)} affected`}
          more={whereabouts(affected, unit, scope.places)}
        />
        <Figure
          tone="good"
          value={clear}
          word="not affected"
          more={clear > 0 ? 'See below why.' : 'No other batch was made around that time.'}
        />
        <Figure
          tone="warn"
          value={cannotTell.made}
          word="cannot be told"
          more={
            cannotTell.made === 0 ? 'Every record that is needed is there.' : 'A record is missing; see below which.'
          }
        />
      </dl>
      <p className={styles['basis']}>
        Compared with batches of the same products made {showDay(scope.period.from)} to {showDay(scope.period.to)}. The
        affected batches stand on {countOf(confirmed, 'confirmed ingredient line')} and{' '}
        {countOf(assumed, 'assumed one')}
        {unknown > 0 ? `; ${countOf(unknown, 'line')} of theirs name no lot` : ''}.
      </p>
      {scope.remarks.map((remark) => (
        <p key={remark} className={styles['basis']}>
          <Mark tone="warn">not looked at</Mark> {remark}
        </p>
      ))}
    </section>
  )
}

const icons = { bad: IconCircleX, warn: IconAlertTriangle, good: IconCircleCheck }

interface FigureProps {
  readonly tone: keyof typeof icons
  readonly value: number
  readonly word: string
  readonly more: string
}

function Figure({ tone, value, word, more }: FigureProps) {
  const Icon = icons[tone]
  return (
    <div className={`${styles['figure']} ${value > 0 ? styles[tone] : ''}`}>
      <dt>
        <Icon size={22} aria-hidden />
        {word}
      </dt>
      <dd className={styles['value']}>{value.toLocaleString('en-US')}</dd>
      <dd className={styles['more']}>{more}</dd>
    </div>
  )
}

function whereabouts(tally: Scope['totals']['affected'], unit: string, places: number): string {
  if (tally.made === 0) return 'No batch holds what the notice names.'
  const parts = [
    tally.onHand > 0 ? `${tally.onHand.toLocaleString('en-US')} still here` : '',
    tally.held > 0 ? `${tally.held.toLocaleString('en-US')} on hold` : '',
    tally.sent > 0 ? `${tally.sent.toLocaleString('en-US')} sent to ${countOf(places, 'place')}` : '',
    tally.unaccounted === 0 ? '' : `${countOf(tally.unaccounted, unit)} unaccounted`,
  ]
  const said = parts.filter(Boolean).join(', ')
  return said ? `${said}.` : 'None is left.'
}
