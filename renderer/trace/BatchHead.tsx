import type { ReactNode } from 'react'
import { showDay } from '../../shared/domain/day.ts'
import { type AnswerOf } from '../api/door.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Answered } from '../ui/Answered.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Mark } from '../ui/Mark.tsx'
import { countOf } from '../ui/words.ts'
import { ComplaintMark } from './ComplaintMark.tsx'
import { RecallButton } from './RecallButton.tsx'
import { TraceHead } from './TraceHead.tsx'

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
        const made = `${countOf(batch.made, batch.unit)} made ${showDay(batch.madeOn)}`
        return (
          <TraceHead
            what={
              unit
                ? `One ${batch.lots.find((lot) => lot.lotId === unit.lotId)?.unit ?? batch.unit} of ${unit.product || batch.product}`
                : 'Batch'
            }
            name={unit ? unit.number : batch.lotNumber}
            answer={unit ? unit.where : `${batch.product}, ${made}`}
            marks={
              <>
                {unit?.basis ? <BasisMark basis={unit.basis} /> : null}
                <ComplaintMark batchId={batchId} unit={unit?.number ?? null} />
                {batch.held ? <Mark tone="bad">batch on hold</Mark> : null}
                {batch.crossContact.length > 0 ? <Mark tone="warn">possible cross-contact</Mark> : null}
                {batch.state === 'void' ? <Mark tone="bad">void: {batch.voidReason}</Mark> : null}
                {batch.state === 'failed' ? <Mark tone="warn">failed</Mark> : null}
              </>
            }
            facts={[
              ...(unit
                ? [`Batch ${batch.lotNumber}`, made]
                : [`${countOf(batch.onHand, batch.unit)} on hand`, ...bestBy(batch.bestBy)]),
              ...madeBy(batch),
            ].join(', ')}
            actions={
              <>
                {print}
                <LinkButton to={`/batch/${batch.id}`} variant="default">
                  Open the batch
                </LinkButton>
                <RecallButton start={{ itemId: batch.productId, item: batch.product, supplierLot: batch.lotNumber }} />
              </>
            }
          />
        )
      }}
    </Answered>
  )
}

function bestBy(day: string | null): string[] {
  return day === null ? [] : [`best by ${showDay(day)}`]
}

/** Who made it and with what, where somebody wrote it down. */
function madeBy({ people, equipment }: { people: readonly string[]; equipment: readonly string[] }): string[] {
  const words = new Intl.ListFormat('en-US')
  return [
    ...(people.length > 0 ? [`made by ${words.format(people)}`] : []),
    ...(equipment.length > 0 ? [`with ${words.format(equipment)}`] : []),
  ]
}

function BasisMark({ basis }: { readonly basis: string }) {
  return <Mark tone={basis.startsWith('by range') ? 'plain' : 'good'}>known {basis}</Mark>
}
