import { useState } from 'react'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Fold } from '../../ui/Fold.tsx'
import { Dim } from '../../ui/Table.tsx'
import { moment } from '../../ui/words.ts'
import { unitNumber } from '../../../shared/domain/lotNumber.ts'
import styles from './AsPrinted.module.css'
import type { LabelledLot } from './labelledLot.ts'
import { LabelPicture } from './LabelPicture.tsx'
import { UnitStepper } from './UnitStepper.tsx'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

type Printed = NonNullable<AnswerOf<'labels', 'asPrinted'>>

/** What became of the label of a unit, where and when, and what is known of it besides. */
function fateOf(number: string, { state, printer, at, label, reason }: Printed): string {
  const values = { number, printer, at: moment(at) }
  const facts = [fates[state](values), label, reason === '' ? '' : say('printed again: {reason}', { reason })]
  return `${facts.filter((fact) => fact !== '').join('; ')}.`
}

type Fate = (values: { readonly number: string; readonly printer: string; readonly at: string }) => string

const fates: Readonly<Record<Printed['state'], Fate>> = {
  waiting: (values) => say('{number}: waiting to be printed {printer}, {at}', values),
  sending: (values) => say('{number}: on its way to {printer}, {at}', values),
  sent: (values) => say('{number}: sent to {printer}, {at}', values),
  printed: (values) => say('{number}: printed by {printer}, {at}', values),
  'to check': (values) => say('{number}: perhaps printed by {printer}, {at}', values),
  cancelled: (values) => say('{number}: cancelled on {printer}, {at}', values),
}

/** What is on the jars: the dots of a unit’s label that were kept, whatever the label has become since. */
export function AsPrinted({ lot }: { readonly lot: LabelledLot }) {
  return (
    <div className={styles['part']}>
      <Fold
        title={say('As printed')}
        summary={say('the label of a unit as it was last sent, whatever its design is now')}
      >
        <Kept lot={lot} />
      </Fold>
    </div>
  )
}

function Kept({ lot }: { readonly lot: LabelledLot }) {
  const [serial, setSerial] = useState(lot.first)
  const kept = useAnswer('labels', 'asPrinted', { lotId: lot.lotId, serial }, { keepLast: true })
  const number = unitNumber(lot.lotNumber, serial)
  return (
    <>
      <UnitStepper
        serial={serial}
        first={lot.first}
        last={lot.last}
        onChange={(unit) => setSerial(unit ?? lot.first)}
        of={say('As printed')}
      />
      <Answered answer={kept} lines={6}>
        {(printed) =>
          printed === null ? (
            <p>
              <Dim>{said('No label of {number} was printed yet.', { number })}</Dim>
            </p>
          ) : (
            <>
              <p>{fateOf(number, printed)}</p>
              <LabelPicture
                label={printed}
                of={say('{product}, {number}, as printed', { product: lot.product, number })}
              />
            </>
          )
        }
      </Answered>
    </>
  )
}
