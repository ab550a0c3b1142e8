import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim } from '../../ui/Table.tsx'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { money } from '../../ui/words.ts'
import { CardButton } from '../cards/CardButton.tsx'
import { kindWords } from '../directory/kindWords.ts'
import { sayReason } from '../../../shared/domain/reasons.ts'
import { purposeWords } from './purposeWords.ts'
import { ReturnForm } from './ReturnForm.tsx'
import styles from './Shipment.module.css'
import { SlipButton } from './SlipButton.tsx'
import { TakeBack } from './TakeBack.tsx'
import { said } from '../../ui/said.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

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
  const name = say('{what} on {day}', {
    what: place || sayWord(purposeWords[shipment.purpose].past),
    day: sayDay(shipment.sentOn),
  })
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
                {say('Label')}
              </CardButton>
              <CardButton kind="case" id={shipment.id} of={name}>
                {say('Case labels')}
              </CardButton>
            </>
          )}
          {placeId === null ? null : (
            <Button
              variant="default"
              aria-label={say('Something came back: {name}', { name })}
              onClick={() => setAsking('return')}
            >
              {say('Came back')}
            </Button>
          )}
          <Button
            variant="default"
            aria-label={say('Take back: {name}', { name })}
            onClick={() => setAsking('take back')}
          >
            {say('Take back')}
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
    placeKind === null ? '' : sayWord(kindWords[placeKind]),
    purpose === 'sale' || placeId === null ? '' : sayWord(purposeWords[purpose].past).toLowerCase(),
    reference,
    note,
  ]
  return (
    <div className={styles['facts']}>
      <h3 className={styles['head']}>
        {placeId === null ? sayWord(purposeWords[purpose].past) : <Link href={`/place/${placeId}`}>{place}</Link>}
        <span className={styles['day']}>{sayDay(sentOn)}</span>
      </h3>
      <Dim>{details.filter(Boolean).join(', ')}</Dim>
      {voidReason === null ? null : (
        <span>
          <Mark tone="warn">{say('{as, select, shipment {Taken back} other {Taken back}}', { as: 'shipment' })}</Mark>{' '}
          <Dim>{sayReason(voidReason)}</Dim>
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
          {said('{units} of {product}, {lot} {details}', {
            units: <strong>{countOf(line.units, line.unit)}</strong>,
            product: line.product,
            lot: <Link href={`/batch/${line.batchId}`}>{line.lotNumber}</Link>,
            details: <Dim>{detailsOf(line)}</Dim>,
          })}
        </li>
      ))}
    </ul>
  )
}

/** `001–024, by their numbers, $8.00 each; 3 came back`. */
function detailsOf({ serials, basis, priceCents, back }: ShipmentRow['lines'][number]): string {
  const details = [
    serials,
    ...(basis === 'typed' ? [say('by their numbers')] : []),
    ...(priceCents === null ? [] : [say('{price} each', { price: money(priceCents) })]),
  ].join(', ')
  return back > 0 ? say('{details}; {back} came back', { details, back }) : details
}

function Returned({ back, name }: { readonly back: ShipmentRow['returns'][number]; readonly name: string }) {
  const words = [
    back.marketDay
      ? say('Counted {day}', { day: sayDay(back.day) })
      : say('Came back {day}', { day: sayDay(back.day) }),
    say('{units} back', { units: back.units }),
    back.cashCents === null ? '' : say('{amount} taken', { amount: money(back.cashCents) }),
    sayReason(back.reason),
  ]
  return (
    <div className={styles['returned']} aria-label={say('What came back: {name}', { name })}>
      <UndoButton
        domain="shipping"
        operation="voidReturned"
        input={{ returnedId: back.id, reason: 'undone' }}
        done={say('Those units are there again.')}
      >
        {words.filter(Boolean).join(', ')}
      </UndoButton>
    </div>
  )
}
