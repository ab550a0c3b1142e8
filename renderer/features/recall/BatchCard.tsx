import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { Mark } from '../../ui/Mark.tsx'
import { HoldButton } from './HoldButton.tsx'
import { isOfAnother, missingRecord } from './missingRecord.ts'
import type { Scope, ScopeBatch } from './notice.ts'
import styles from './ScopeColumn.module.css'
import { say, sayNumber } from '../../../shared/words/say.ts'

interface BatchCardProps {
  readonly column: Scope['recipients'][number]['column'] | 'not affected'
  readonly batch: ScopeBatch
  readonly lots: Scope['lots']
  readonly notice: string
}

/** One batch of a column: where its units are, and why it stands here. */
export function BatchCard({ column, batch, lots, notice }: BatchCardProps) {
  const { units } = batch
  return (
    <li className={styles['card']}>
      <div className={styles['head']}>
        <Link href={`/trace/batch/${batch.batchId}`} className={styles['number']}>
          {batch.lotNumber}
        </Link>
        <span className={styles['made']}>{countOf(units.made, batch.unit)}</span>
      </div>
      <p className={styles['line']}>
        {say('{product}, made {day}', { product: batch.product, day: sayDay(batch.madeOn) })}
      </p>
      <p className={styles['line']}>{whereabouts(units)}</p>
      <ul className={styles['why']}>
        {batch.because.map((sentence) => (
          <Reason
            key={sentence}
            sentence={sentence}
            fix={column === 'cannot tell'}
            lots={lots}
            batchId={batch.batchId}
          />
        ))}
      </ul>
      {column === 'not affected' || units.onHand + units.held === 0 ? null : (
        <div className={styles['foot']}>
          {units.held > 0 ? <Mark tone="bad">{say('{count} on hold', { count: units.held })}</Mark> : null}
          {units.onHand > 0 ? (
            <>
              <span>{say('{count} still here', { count: countOf(units.onHand, batch.unit) })}</span>
              <HoldButton lotId={batch.lotIds[0] ?? 0} name={batch.lotNumber} notice={notice} />
            </>
          ) : null}
        </div>
      )}
    </li>
  )
}

interface ReasonProps {
  readonly sentence: string
  readonly fix: boolean
  readonly lots: Scope['lots']
  readonly batchId: number
}

function Reason({ sentence, fix, lots, batchId }: ReasonProps) {
  const lot = fix ? missingRecord(sentence, lots) : undefined
  // What is said of another batch that it was made with is mended there.
  const isItself = fix && lot === undefined && !isOfAnother(sentence)
  const to = lot ? `/lot/${lot.lotId}` : isItself ? `/batch/${batchId}` : undefined
  return (
    <li>
      {sentence}
      {/[.!?]$/.test(sentence) ? '' : '.'}
      {to ? (
        <Link href={to} className={styles['fix']}>
          {say('Fix the record')}
        </Link>
      ) : null}
    </li>
  )
}

function whereabouts(units: ScopeBatch['units']): string {
  const some = (count: number, words: (counted: { readonly count: string }) => string) =>
    count === 0 ? [] : words({ count: sayNumber(count) })
  return [
    say('{count} on hand', { count: sayNumber(units.onHand) }),
    some(units.held, (counted) => say('{count} on hold', counted)),
    say('{count} sent', { count: sayNumber(units.sent) }),
    some(units.sampled, (counted) => say('{count} sampled', counted)),
    some(units.ownUse, (counted) => say('{count} own use', counted)),
    some(units.discarded, (counted) => say('{count} discarded', counted)),
    some(units.setAside, (counted) => say('{count} set aside', counted)),
    some(units.reworked, (counted) => say('{count} reworked', counted)),
    some(units.unaccounted, (counted) => say('{count} unaccounted', counted)),
  ]
    .flat()
    .join(' · ')
}
