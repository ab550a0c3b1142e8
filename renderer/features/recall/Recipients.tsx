import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { sayDay } from '../../../shared/words/day.ts'
import { Mark } from '../../ui/Mark.tsx'
import { type Column, Dim, Table } from '../../ui/Table.tsx'
import { NoContact } from './NoContact.tsx'
import type { Scope } from './notice.ts'
import styles from './Recall.module.css'
import { say, sayNumber, sayWord } from '../../../shared/words/say.ts'

type Recipient = Scope['recipients'][number]

const SHOWN = 50

interface RecipientsProps {
  readonly recipients: readonly Recipient[]
  /** Those that the core counted and did not list. */
  readonly more: number
  /** Asks for all. */
  readonly onAll: () => void
}

/** Every place that received some of it, to be called one after the other. */
export function Recipients({ recipients, more, onAll }: RecipientsProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? recipients : recipients.slice(0, SHOWN)
  const left = recipients.length - shown.length + more
  function showAll(): void {
    setWhole(true)
    if (more > 0) onAll()
  }

  return (
    <>
      <Table
        label={say('Where they went')}
        rows={shown}
        // A part of a list is not sorted: its first line would not be the first.
        columns={left > 0 ? columns().map(({ sort: _sort, ...column }) => column) : columns()}
        keyOf={(row) => `${row.shipmentId} ${row.lotNumber} ${row.serials}`}
      />
      {left > 0 ? (
        <Button className={styles['more'] ?? ''} variant="default" onClick={showAll}>
          {say('Show all {count}', { count: sayNumber(shown.length + left) })}
        </Button>
      ) : null}
    </>
  )
}

const columns = (): readonly Column<Recipient>[] => [
  {
    head: say('Place'),
    names: true,
    sort: (row) => row.place,
    cell: (row) => (
      <>
        <Link href={`/trace/shipment/${row.shipmentId}`} className={styles['row']}>
          {row.place}
        </Link>
        {row.reference ? <Dim> {row.reference}</Dim> : null}
      </>
    ),
  },
  {
    head: say('Contact'),
    cell: (row) =>
      row.contact || <NoContact placeId={row.placeId} place={row.place} isPublic={row.placeKind === 'market'} />,
  },
  { head: say('Sent'), sort: (row) => row.sentOn, cell: (row) => sayDay(row.sentOn) },
  {
    head: say('Lot'),
    sort: (row) => row.lotNumber,
    cell: (row) => (
      <>
        <Link href={`/trace/batch/${row.batchId}`}>{row.lotNumber}</Link> <Dim>{row.product}</Dim>
      </>
    ),
  },
  { head: say('Serials'), cell: (row) => row.serials },
  { head: say('Units'), number: true, sort: (row) => row.units, cell: (row) => sayNumber(row.units) },
  {
    head: say('Column'),
    sort: (row) => row.column,
    cell: (row) => <Mark tone={row.column === 'affected' ? 'bad' : 'warn'}>{sayWord(row.column)}</Mark>,
  },
]
