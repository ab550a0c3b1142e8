import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { countOf } from '../../ui/words.ts'
import { kindWords } from '../directory/kindWords.ts'
import styles from './Shipment.module.css'
import { TakeBack } from './TakeBack.tsx'

type ShipmentRow = AnswerOf<'shipping', 'list'>['rows'][number]

/** One shipment with its lines, and the way to take it back. */
export function Shipment({ shipment }: { readonly shipment: ShipmentRow }) {
  const [asking, setAsking] = useState<'no' | 'yes' | 'not any more'>('no')
  const { place, placeKind, purpose, sentOn, reference, note, voidReason, lines } = shipment
  const isVoid = voidReason !== null
  return (
    <li className={styles['shipment']}>
      <div className={styles['facts']}>
        <h3 className={styles['head']}>
          {place}
          <span className={styles['day']}>{showDay(sentOn)}</span>
        </h3>
        <Dim>
          {placeKind === null ? purpose : kindWords[placeKind]}
          {reference ? `, ${reference}` : ''}
          {note ? `, ${note}` : ''}
        </Dim>
        {isVoid ? (
          <span>
            <Mark tone="warn">Taken back</Mark> <Dim>{voidReason}</Dim>
          </span>
        ) : null}
      </div>
      <ul className={`${styles['lines']} ${isVoid ? styles['void'] : ''}`}>
        {lines.map((line) => (
          <li key={line.lotId}>
            <strong>{countOf(line.units, line.unit)}</strong> of {line.product},{' '}
            <Link href={`/batch/${line.batchId}`}>{line.lotNumber}</Link>{' '}
            <Dim>
              {line.serials}
              {line.basis === 'typed' ? ', as typed' : ''}
            </Dim>
          </li>
        ))}
      </ul>
      {isVoid || asking === 'yes' ? null : (
        <Button
          variant="default"
          aria-label={`Take back what went to ${place} on ${showDay(sentOn)}`}
          autoFocus={asking === 'not any more'}
          onClick={() => setAsking('yes')}
        >
          Take back
        </Button>
      )}
      {!isVoid && asking === 'yes' ? (
        <div className={styles['asking']}>
          <TakeBack shipmentId={shipment.id} place={place} onClose={() => setAsking('not any more')} />
        </div>
      ) : null}
    </li>
  )
}
