import { Link } from 'wouter'
import { showDay } from '../../../shared/domain/day.ts'
import { Mark } from '../../ui/Mark.tsx'
import { countOf } from '../../ui/words.ts'
import { HoldButton } from './HoldButton.tsx'
import { missingRecord } from './missingRecord.ts'
import type { Scope, ScopeBatch } from './notice.ts'
import styles from './ScopeColumn.module.css'

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
        {batch.product}, made {showDay(batch.madeOn)}
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
          {units.held > 0 ? <Mark tone="bad">{units.held} on hold</Mark> : null}
          {units.onHand > 0 ? (
            <>
              <span>{countOf(units.onHand, batch.unit)} still here</span>
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
  const isItself = fix && lot === undefined && !/^Made with | in [A-Z\d-]+: /.test(sentence)
  const to = lot ? `/lot/${lot.lotId}` : isItself ? `/batch/${batchId}` : undefined
  return (
    <li>
      {sentence}
      {/[.!?]$/.test(sentence) ? '' : '.'}
      {to ? (
        <Link href={to} className={styles['fix']}>
          Fix the record
        </Link>
      ) : null}
    </li>
  )
}

function whereabouts(units: ScopeBatch['units']): string {
  const parts: [number, string][] = [
    [units.onHand, 'on hand'],
    [units.held, 'on hold'],
    [units.sent, 'sent'],
    [units.sampled, 'sampled'],
    [units.ownUse, 'own use'],
    [units.discarded, 'discarded'],
    [units.setAside, 'set aside'],
    [units.reworked, 'reworked'],
    [units.unaccounted, 'unaccounted'],
  ]
  const shown = parts.filter(([count, word]) => count !== 0 || word === 'on hand' || word === 'sent')
  return shown.map(([count, word]) => `${count.toLocaleString('en-US')} ${word}`).join(' · ')
}
