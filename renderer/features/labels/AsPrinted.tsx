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

type Printed = NonNullable<AnswerOf<'labels', 'asPrinted'>>

const stateWords: Readonly<Record<Printed['state'], string>> = {
  waiting: 'waiting to be printed',
  sending: 'on its way to',
  sent: 'sent to',
  printed: 'printed by',
  'to check': 'perhaps printed by',
  cancelled: 'cancelled on',
}

/** What is on the jars: the dots of a unit’s label that were kept, whatever the label has become since. */
export function AsPrinted({ lot }: { readonly lot: LabelledLot }) {
  return (
    <div className={styles['part']}>
      <Fold title="As printed" summary="the label of a unit as it was last sent, whatever its design is now">
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
        of="As printed"
      />
      <Answered answer={kept} lines={6}>
        {(printed) =>
          printed === null ? (
            <p>
              <Dim>No label of {number} was printed yet.</Dim>
            </p>
          ) : (
            <>
              <p>
                {number}: {stateWords[printed.state]} {printed.printer}, {moment(printed.at)}
                {printed.label === '' ? '' : `; ${printed.label}`}
                {printed.reason === '' ? '' : `; printed again: ${printed.reason}`}.
              </p>
              <LabelPicture label={printed} of={`${lot.product}, ${number}, as printed`} />
            </>
          )
        }
      </Answered>
    </>
  )
}
