import { Link } from 'wouter'
import { Mark } from '../../ui/Mark.tsx'
import { Table } from '../../ui/Table.tsx'
import type { RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'

type Lot = RecallRecord['lots'][number]

/** The lots of the snapshot and those added since, with the units as they are now. */
export function RecallLots({ recall }: { readonly recall: RecallRecord }) {
  return (
    <Table<Lot>
      label="The lots of the recall"
      rows={recall.lots}
      keyOf={(lot) => lot.lotId}
      columns={[
        {
          head: 'Lot',
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
          head: 'Column',
          sort: (lot) => lot.column,
          cell: (lot) => <Mark tone={lot.column === 'affected' ? 'bad' : 'warn'}>{lot.column}</Mark>,
        },
        {
          head: 'Evidence',
          cell: (lot) => (
            <ul className={styles['because']}>
              {lot.because.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ),
        },
        { head: 'Made', number: true, cell: (lot) => lot.unitsNow?.made ?? '' },
        { head: 'Here', number: true, cell: (lot) => (lot.unitsNow ? lot.unitsNow.onHand + lot.unitsNow.held : '') },
        { head: 'Sent', number: true, cell: (lot) => lot.unitsNow?.sent ?? '' },
        { head: 'Unaccounted', number: true, cell: (lot) => lot.unitsNow?.unaccounted ?? '' },
        { head: 'Hold', cell: (lot) => (lot.held ? <Mark tone="bad">on hold</Mark> : '') },
      ]}
    />
  )
}
