import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../../shared/domain/day.ts'
import { Mark } from '../../ui/Mark.tsx'
import { countOf } from '../../ui/words.ts'
import { NoContact } from '../recall/NoContact.tsx'
import { CheckForm } from './CheckForm.tsx'
import type { Consignee, RecallRecord } from './recall.ts'
import styles from './Recalls.module.css'
import { RespondForm } from './RespondForm.tsx'
import { TellForm } from './TellForm.tsx'

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
    return <p className={styles['dim']}>Nothing of it has left the kitchen: no place needs to be told.</p>
  return (
    <>
      {isOpen ? (
        <div className={styles['buttons']}>
          {untold.length > 1 ? (
            <Button variant="default" onClick={() => setOpened({ form: 'tell', placeId: 0 })}>
              Note that all {untold.length} were told
            </Button>
          ) : null}
          <Button variant="default" onClick={() => setOpened({ form: 'public' })}>
            Note a public notice
          </Button>
          {recall.publicTold.map(({ means, toldOn }) => (
            <Mark key={`${means} ${toldOn}`} tone="good">
              public: {means} {showDay(toldOn)}
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
                    {lot.deliveries.map(({ sentOn, serials }) => `${serials} on ${showDay(sentOn)}`).join('; ')}
                  </span>
                </span>
                <span className={styles['marks']}>
                  {lot.column === 'cannot tell' ? <Mark tone="warn">in doubt</Mark> : null}
                  {lot.response ? (
                    <Mark tone="good">
                      {lot.response.onHand} on hand, {lot.response.returned} returned, {lot.response.destroyed}{' '}
                      destroyed
                    </Mark>
                  ) : null}
                  {isOpen ? (
                    <Button
                      variant="default"
                      aria-label={`${lot.response ? 'Change the answer' : 'Answer'} of ${place.place} about ${lot.lotNumber}`}
                      onClick={() => setOpened({ form: 'answer', placeId: place.placeId, lotId: lot.lotId })}
                    >
                      {lot.response ? 'Change' : 'Answer'}
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
            {means} {showDay(toldOn)}
          </Mark>
        ))}
        {place.told.length === 0 ? <Mark tone="warn">not yet told</Mark> : null}
        {place.check ? (
          <Mark tone={place.check.result === 'effective' ? 'good' : 'bad'}>checked: {place.check.result}</Mark>
        ) : null}
        {isOpen ? (
          <>
            <Button variant="default" aria-label={`Note that ${place.place} was told`} onClick={() => onOpen('tell')}>
              Told
            </Button>
            <Button variant="default" aria-label={`Note a check at ${place.place}`} onClick={() => onOpen('check')}>
              Check
            </Button>
          </>
        ) : null}
      </span>
    </div>
  )
}
