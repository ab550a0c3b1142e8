import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { countOf, money } from '../../ui/words.ts'
import { CardButton } from '../cards/CardButton.tsx'
import { kindWords } from '../directory/kindWords.ts'
import { purposeWords } from './purposeWords.ts'
import { ReturnForm } from './ReturnForm.tsx'
import styles from './Shipment.module.css'
import { SlipButton } from './SlipButton.tsx'
import { TakeBack } from './TakeBack.tsx'

type ShipmentRow = AnswerOf<'shipping', 'list'>['rows'][number]

interface ShipmentProps {
  readonly shipment: ShipmentRow
  readonly today: string
}

/** One shipment with its lines and what came back of it, and the ways to change both. */
export function Shipment({ shipment, today }: ShipmentProps) {
  const [asking, setAsking] = useState<'nothing' | 'take back' | 'return'>('nothing')
  const { place, placeId, voidReason, returns } = shipment
  const isVoid = voidReason !== null
  const name = `${place || purposeWords[shipment.purpose].past} on ${showDay(shipment.sentOn)}`
  const close = () => setAsking('nothing')
  return (
    <li className={styles['shipment']}>
      <Facts shipment={shipment} />
      <div>
        <Lines shipment={shipment} />
        {returns.map((back) => (
          <Returned key={back.id} back={back} name={name} />
        ))}
      </div>
      {isVoid || asking !== 'nothing' ? null : (
        <div className={styles['ways']}>
          {placeId === null ? null : (
            <>
              <SlipButton shipmentId={shipment.id} name={name} />
              <CardButton kind="delivery" id={shipment.id} of={name}>
                Label
              </CardButton>
              <CardButton kind="case" id={shipment.id} of={name}>
                Case labels
              </CardButton>
            </>
          )}
          {placeId === null ? null : (
            <Button variant="default" aria-label={`Something came back: ${name}`} onClick={() => setAsking('return')}>
              Came back
            </Button>
          )}
          <Button variant="default" aria-label={`Take back: ${name}`} onClick={() => setAsking('take back')}>
            Take back
          </Button>
        </div>
      )}
      {asking === 'take back' ? (
        <div className={styles['asking']}>
          <TakeBack shipmentId={shipment.id} place={place} onClose={close} />
        </div>
      ) : null}
      {asking === 'return' && placeId !== null ? (
        <div className={styles['asking']}>
          <ReturnForm placeId={placeId} place={place} today={today} onClose={close} />
        </div>
      ) : null}
    </li>
  )
}

function Facts({ shipment }: { readonly shipment: ShipmentRow }) {
  const { place, placeId, placeKind, purpose, sentOn, reference, note, voidReason } = shipment
  const details = [
    placeKind === null ? '' : kindWords[placeKind],
    purpose === 'sale' || placeId === null ? '' : purposeWords[purpose].past.toLowerCase(),
    reference,
    note,
  ]
  return (
    <div className={styles['facts']}>
      <h3 className={styles['head']}>
        {placeId === null ? purposeWords[purpose].past : <Link href={`/place/${placeId}`}>{place}</Link>}
        <span className={styles['day']}>{showDay(sentOn)}</span>
      </h3>
      <Dim>{details.filter(Boolean).join(', ')}</Dim>
      {voidReason === null ? null : (
        <span>
          <Mark tone="warn">Taken back</Mark> <Dim>{voidReason}</Dim>
        </span>
      )}
    </div>
  )
}

function Lines({ shipment }: { readonly shipment: ShipmentRow }) {
  return (
    <ul className={`${styles['lines']} ${shipment.voidReason === null ? '' : styles['void']}`}>
      {shipment.lines.map((line, at) => (
        <li key={at}>
          <strong>{countOf(line.units, line.unit)}</strong> of {line.product},{' '}
          <Link href={`/batch/${line.batchId}`}>{line.lotNumber}</Link>{' '}
          <Dim>
            {line.serials}
            {line.basis === 'typed' ? ', by their numbers' : ''}
            {line.priceCents === null ? '' : `, ${money(line.priceCents)} each`}
            {line.back > 0 ? `; ${line.back} came back` : ''}
          </Dim>
        </li>
      ))}
    </ul>
  )
}

function Returned({ back, name }: { readonly back: ShipmentRow['returns'][number]; readonly name: string }) {
  const words = [
    back.marketDay ? `Counted ${showDay(back.day)}` : `Came back ${showDay(back.day)}`,
    `${back.units} back`,
    back.cashCents === null ? '' : `${money(back.cashCents)} taken`,
    back.reason,
  ]
  return (
    <div className={styles['returned']} aria-label={`What came back: ${name}`}>
      <UndoButton
        domain="shipping"
        operation="voidReturned"
        input={{ returnedId: back.id, reason: 'undone' }}
        done="Those units are there again."
      >
        {words.filter(Boolean).join(', ')}
      </UndoButton>
    </div>
  )
}
