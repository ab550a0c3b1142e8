import { Link } from 'wouter'
import { Mark } from '../../ui/Mark.tsx'
import { Table } from '../../ui/Table.tsx'
import type { RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'
import { say, sayWord } from '../../../shared/words/say.ts'

type Lot = RecallRecord['lots'][number]

/** The lots of the snapshot and those added since, with the units as they are now. */
export function RecallLots({ recall }: { readonly recall: RecallRecord }) {
  return (
    <Table<Lot>
      label={say('The lots of the recall')}
      rows={recall.lots}
      keyOf={(lot) => lot.lotId}
      columns={[
        {
          head: say('Lot'),
          names: true,
          sort: (lot) => lot.label,
          cell: (lot) => (
            <Link
              href={lot.batchId === null ? `/trace/lot/${lot.lotId}` : `/trace/batch/${lot.batchId}`}
              className={styles['row']}
            >
              {lot.label}
            </Link>
          ),
        },
        {
          head: say('Column'),
          sort: (lot) => lot.column,
          cell: (lot) => <Mark tone={lot.column === 'affected' ? 'bad' : 'warn'}>{sayWord(lot.column)}</Mark>,
        },
        {
          head: say('Evidence'),
          cell: (lot) => (
            <ul className={styles['because']}>
              {lot.because.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ),
        },
        { head: say('Made'), number: true, cell: (lot) => lot.unitsNow?.made ?? '' },
        {
          head: say('Here'),
          number: true,
          cell: (lot) => (lot.unitsNow ? lot.unitsNow.onHand + lot.unitsNow.held : ''),
        },
        { head: say('Sent'), number: true, cell: (lot) => lot.unitsNow?.sent ?? '' },
        { head: say('Unaccounted'), number: true, cell: (lot) => lot.unitsNow?.unaccounted ?? '' },
        { head: say('Hold'), cell: (lot) => (lot.held ? <Mark tone="bad">{say('on hold')}</Mark> : '') },
      ]}
    />
  )
}
