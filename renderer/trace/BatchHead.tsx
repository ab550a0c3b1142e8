import type { ReactNode } from 'react'
import { sayDay } from '../../shared/words/day.ts'
import { type AnswerOf } from '../api/door.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Answered } from '../ui/Answered.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Mark } from '../ui/Mark.tsx'
import { ComplaintMark } from './ComplaintMark.tsx'
import { TraceHead } from './TraceHead.tsx'
import { countOf, nounFor } from '../../shared/words/counted.ts'
import { sayReason } from '../../shared/domain/reasons.ts'
import { say, sayList, sayWord } from '../../shared/words/say.ts'

/** What the core says of a unit that follows from a range, in the language of the person. */
const BY_RANGE = 'by range, not by scan'

type Unit = NonNullable<AnswerOf<'trace', 'open'>['unit']>

interface BatchHeadProps {
  readonly batchId: number
  readonly unit: Unit | null
  readonly print: ReactNode
}

/** The answer for a batch, or for one unit of it: where it is, and how that is known. */
export function BatchHead({ batchId, unit, print }: BatchHeadProps) {
  const answer = useAnswer('batches', 'get', { batchId })
  return (
    <Answered answer={answer}>
      {(batch) => {
        const made = say('{units} made {day}', { units: countOf(batch.made, batch.unit), day: sayDay(batch.madeOn) })
        return (
          <TraceHead
            what={
              unit
                ? say('One {unit} of {product}', {
                    unit: nounFor(batch.lots.find((lot) => lot.lotId === unit.lotId)?.unit ?? batch.unit, 1),
                    product: unit.product || batch.product,
                  })
                : say('Batch')
            }
            name={unit ? unit.number : batch.lotNumber}
            answer={unit ? unit.where : `${batch.product}, ${made}`}
            marks={
              <>
                {unit?.basis ? <BasisMark basis={unit.basis} /> : null}
                <ComplaintMark batchId={batchId} unit={unit?.number ?? null} />
                {batch.held ? <Mark tone="bad">{say('batch on hold')}</Mark> : null}
                {batch.crossContact.length > 0 ? <Mark tone="warn">{say('possible cross-contact')}</Mark> : null}
                {batch.state === 'void' ? (
                  <Mark tone="bad">{say('void: {reason}', { reason: sayReason(batch.voidReason ?? '') })}</Mark>
                ) : null}
                {batch.state === 'failed' ? <Mark tone="warn">{say('failed')}</Mark> : null}
              </>
            }
            facts={[
              ...(unit
                ? [say('Batch {lotNumber}', { lotNumber: batch.lotNumber }), made]
                : [say('{units} on hand', { units: countOf(batch.onHand, batch.unit) }), ...bestBy(batch.bestBy)]),
              ...madeBy(batch),
            ].join(', ')}
            actions={
              <>
                {print}
                <LinkButton to={`/batch/${batch.id}`} variant="default">
                  {say('Open the batch')}
                </LinkButton>
              </>
            }
          />
        )
      }}
    </Answered>
  )
}

function bestBy(day: string | null): string[] {
  return day === null ? [] : [say('best by {day}', { day: sayDay(day) })]
}

/** Who made it and with what, where somebody wrote it down. */
function madeBy({ people, equipment }: { people: readonly string[]; equipment: readonly string[] }): string[] {
  return [
    ...(people.length > 0 ? [say('made by {people}', { people: sayList(people) })] : []),
    ...(equipment.length > 0 ? [say('with {equipment}', { equipment: sayList(equipment) })] : []),
  ]
}

function BasisMark({ basis }: { readonly basis: string }) {
  const isRange = basis === BY_RANGE || basis === sayWord(BY_RANGE)
  return <Mark tone={isRange ? 'plain' : 'good'}>{say('known {basis}', { basis: sayWord(basis) })}</Mark>
}
