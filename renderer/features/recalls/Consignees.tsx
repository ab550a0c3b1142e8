import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { countOf } from '../../../shared/words/counted.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { Mark } from '../../ui/Mark.tsx'
import { NoContact } from '../recall/NoContact.tsx'
import { CheckForm } from './CheckForm.tsx'
import type { Consignee, RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'
import { RespondForm } from './RespondForm.tsx'
import { TellForm } from './TellForm.tsx'
import { say, sayWord } from '../../../shared/words/say.ts'

interface ConsigneesProps {
  readonly recall: RecallRecord
  readonly today: string
}

type Opened =
  | { readonly form: 'tell' | 'check'; readonly placeId: number }
  | { readonly form: 'answer'; readonly placeId: number; readonly lotId: number }
  | { readonly form: 'public' }

/** Everyone who received some: whom to call, what each got, what each said. */
export function Consignees({ recall, today }: ConsigneesProps) {
  const [opened, setOpened] = useState<Opened>()
  const close = () => setOpened(undefined)
  const untold = recall.consignees.filter((each) => !each.isPublic && each.told.length === 0)
  const isOpen = recall.end === null && recall.kind !== 'drill'
  if (recall.consignees.length === 0)
    return <p className={styles['dim']}>{say('Nothing of it has left the kitchen: no place needs to be told.')}</p>
  return (
    <>
      {isOpen ? (
        <div className={styles['buttons']}>
          {untold.length > 1 ? (
            <Button variant="default" onClick={() => setOpened({ form: 'tell', placeId: 0 })}>
              {say('Note that all {count} were told', { count: untold.length })}
            </Button>
          ) : null}
          <Button variant="default" onClick={() => setOpened({ form: 'public' })}>
            {say('Note a public notice')}
          </Button>
          {recall.publicTold.map(({ means, toldOn }) => (
            <Mark key={`${means} ${toldOn}`} tone="good">
              {say('public: {means} {day}', { means: sayWord(means), day: sayDay(toldOn) })}
            </Mark>
          ))}
        </div>
      ) : null}
      {opened?.form === 'public' || (opened?.form === 'tell' && opened.placeId === 0) ? (
        <TellForm
          recallId={recall.id}
          placeIds={opened.form === 'public' ? [] : untold.map((each) => each.placeId)}
          today={today}
          onClose={close}
        />
      ) : null}
      {recall.consignees.map((place) => (
        <section key={place.placeId} className={styles['place']} aria-label={place.place}>
          <PlaceHead place={place} isOpen={isOpen} onOpen={(form) => setOpened({ form, placeId: place.placeId })} />
          {opened?.form === 'tell' && opened.placeId === place.placeId ? (
            <TellForm recallId={recall.id} placeIds={[place.placeId]} today={today} onClose={close} />
          ) : null}
          {opened?.form === 'check' && opened.placeId === place.placeId ? (
            <CheckForm recallId={recall.id} placeId={place.placeId} today={today} onClose={close} />
          ) : null}
          <ul className={styles['lots']}>
            {place.lots.map((lot) => (
              <li key={lot.lotId} className={styles['lot']}>
                <span>
                  <Link href={`/trace/lot/${lot.lotId}`}>
                    <strong>{lot.lotNumber}</strong>
                  </Link>{' '}
                  {lot.product}, {countOf(lot.units, lot.unit)}{' '}
                  <span className={styles['dim']}>
                    {lot.deliveries
                      .map(({ sentOn, serials }) => say('{serials} on {day}', { serials, day: sayDay(sentOn) }))
                      .join('; ')}
                  </span>
                </span>
                <span className={styles['marks']}>
                  {lot.column === 'cannot tell' ? <Mark tone="warn">{say('in doubt')}</Mark> : null}
                  {lot.response ? (
                    <Mark tone="good">
                      {say('{onHand} on hand, {returned} returned, {destroyed} destroyed', {
                        onHand: lot.response.onHand,
                        returned: lot.response.returned,
                        destroyed: lot.response.destroyed,
                      })}
                    </Mark>
                  ) : null}
                  {isOpen ? (
                    <Button
                      variant="default"
                      aria-label={
                        lot.response
                          ? say('Change the answer of {place} about {lotNumber}', {
                              place: place.place,
                              lotNumber: lot.lotNumber,
                            })
                          : say('Answer of {place} about {lotNumber}', {
                              place: place.place,
                              lotNumber: lot.lotNumber,
                            })
                      }
                      onClick={() => setOpened({ form: 'answer', placeId: place.placeId, lotId: lot.lotId })}
                    >
                      {lot.response ? say('Change') : say('Answer')}
                    </Button>
                  ) : null}
                </span>
                {opened?.form === 'answer' && opened.placeId === place.placeId && opened.lotId === lot.lotId ? (
                  <RespondForm recallId={recall.id} placeId={place.placeId} lot={lot} today={today} onClose={close} />
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface PlaceHeadProps {
  readonly place: Consignee
  readonly isOpen: boolean
  readonly onOpen: (form: 'tell' | 'check') => void
}

function PlaceHead({ place, isOpen, onOpen }: PlaceHeadProps) {
  return (
    <div className={styles['placeHead']}>
      <div>
        <h3 className={styles['placeName']}>
          <Link href={`/trace/place/${place.placeId}`}>{place.place}</Link>
        </h3>
        <p className={styles['dim']}>
          {place.contact || <NoContact placeId={place.placeId} place={place.place} isPublic={place.isPublic} />}
        </p>
      </div>
      <span className={styles['marks']}>
        {place.told.map(({ means, toldOn }) => (
          <Mark key={`${means} ${toldOn}`} tone="good">
            {sayWord(means)} {sayDay(toldOn)}
          </Mark>
        ))}
        {place.told.length === 0 ? <Mark tone="warn">{say('not yet told')}</Mark> : null}
        {place.check ? (
          <Mark tone={place.check.result === 'effective' ? 'good' : 'bad'}>
            {say('checked: {result}', { result: sayWord(place.check.result) })}
          </Mark>
        ) : null}
        {isOpen ? (
          <>
            <Button
              variant="default"
              aria-label={say('Note that {place} was told', { place: place.place })}
              onClick={() => onOpen('tell')}
            >
              {say('Told')}
            </Button>
            <Button
              variant="default"
              aria-label={say('Note a check at {place}', { place: place.place })}
              onClick={() => onOpen('check')}
            >
              {say('Check')}
            </Button>
          </>
        ) : null}
      </span>
    </div>
  )
}
