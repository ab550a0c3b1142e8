import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { countOf } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { Mark } from '../../ui/Mark.tsx'
import type { Scope } from './notice.ts'
import styles from './AnswerStrip.module.css'
import { say, sayNumber } from '../../../shared/words/say.ts'

interface AnswerStripProps {
  readonly scope: Scope
  /** The form has moved on, and is not yet complete or not yet answered. */
  readonly isOld: boolean
}

/** The answer in numbers, to be read at a metre and read out as it changes. */
export function AnswerStrip({ scope, isOld }: AnswerStripProps) {
  const { unit } = scope
  const { affected, cannotTell, withoutRecords } = scope.totals
  const clear = withoutRecords - affected.made - cannotTell.made
  const { assumed, confirmed, unknown } = scope.rows
  const lines = { confirmed: countOf(confirmed, 'confirmed ingredient line'), assumed: countOf(assumed, 'assumed one') }
  return (
    <section className={styles['strip']} aria-label={say('The answer')}>
      <div className={styles['top']}>
        <h2 className={styles['notice']}>{scope.notice}</h2>
        {isOld ? (
          <span className={styles['old']}>
            <Mark tone="warn">{say('not yet for what is being typed')}</Mark>
          </span>
        ) : null}
      </div>
      <VisuallyHidden component="output">
        {say('{affected} of {units} affected, {unsure} cannot be told', {
          affected: affected.made,
          units: countOf(withoutRecords, unit),
          unsure: cannotTell.made,
        })}
      </VisuallyHidden>
      <dl className={styles['figures']}>
        <Figure
          tone="bad"
          value={affected.made}
          word={say('of {units} affected', { units: countOf(withoutRecords, unit) })}
          more={whereabouts(affected, unit, scope.places)}
        />
        <Figure
          tone="good"
          value={clear}
          word={say('not affected')}
          more={clear > 0 ? say('See below why.') : say('No other batch was made around that time.')}
        />
        <Figure
          tone="warn"
          value={cannotTell.made}
          word={say('cannot be told')}
          more={
            cannotTell.made === 0
              ? say('Every record that is needed is there.')
              : say('A record is missing; see below which.')
          }
        />
      </dl>
      <p className={styles['basis']}>
        {say('Compared with batches of the same products made {from} to {to}.', {
          from: sayDay(scope.period.from),
          to: sayDay(scope.period.to),
        })}{' '}
        {unknown > 0
          ? say('The affected batches stand on {confirmed} and {assumed}; {unknown} of theirs name no lot.', {
              ...lines,
              unknown: countOf(unknown, 'line'),
            })
          : say('The affected batches stand on {confirmed} and {assumed}.', lines)}
      </p>
      {scope.remarks.map((remark) => (
        <p key={remark} className={styles['basis']}>
          <Mark tone="warn">{say('not looked at')}</Mark> {remark}
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
      <dd className={styles['value']}>{sayNumber(value)}</dd>
      <dd className={styles['more']}>{more}</dd>
    </div>
  )
}

function whereabouts(tally: Scope['totals']['affected'], unit: string, places: number): string {
  if (tally.made === 0) return say('No batch holds what the notice names.')
  const parts = [
    tally.onHand > 0 ? say('{count} still here', { count: sayNumber(tally.onHand) }) : '',
    tally.held > 0 ? say('{count} on hold', { count: sayNumber(tally.held) }) : '',
    tally.sent > 0
      ? say('{count} sent to {places}', { count: sayNumber(tally.sent), places: countOf(places, 'place') })
      : '',
    tally.unaccounted === 0 ? '' : say('{units} unaccounted', { units: countOf(tally.unaccounted, unit) }),
  ]
  const listed = parts.filter(Boolean).join(', ')
  return listed ? `${listed}.` : say('None is left.')
}
