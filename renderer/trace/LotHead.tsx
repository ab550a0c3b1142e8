import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { LotRow } from '../../shared/api/pantry.ts'
import { sayDay } from '../../shared/words/day.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Answered } from '../ui/Answered.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Mark } from '../ui/Mark.tsx'
import { RecallButton } from './RecallButton.tsx'
import { TraceHead } from './TraceHead.tsx'
import { say, sayWord } from '../../shared/words/say.ts'

/** The answer for a received lot: who sold it, when it came, what is left. */
export function LotHead({ lotId, print }: { readonly lotId: number; readonly print: ReactNode }) {
  const answer = useAnswer('pantry', 'lot', { lotId })
  const suppliers = useAnswer('directory', 'suppliers', {})
  return (
    <Answered answer={answer}>
      {({ lot }) => (
        <TraceHead
          what={say('Ingredient lot')}
          name={lot.item}
          answer={[
            lot.supplier === null ? say('Supplier not recorded') : say('From {supplier}', { supplier: lot.supplier }),
            lot.receivedOn === null ? say('no received date') : say('received {day}', { day: sayDay(lot.receivedOn) }),
            ...(lot.supplierLot === null ? [] : [say('lot {supplierLot}', { supplierLot: lot.supplierLot })]),
          ].join(', ')}
          marks={<LotState lot={lot} />}
          facts={
            <>
              {say('{left} left of {received}', { left: lot.onHand.text, received: lot.received })}
              {lot.missing.length > 0 ? (
                <>
                  {' · '}
                  <Link href={`/lot/${lot.id}`}>{say('Fix the record')}</Link>
                </>
              ) : null}
            </>
          }
          actions={
            <>
              {print}
              <LinkButton to={`/lot/${lot.id}`} variant="default">
                {say('Open the lot')}
              </LinkButton>
              <RecallButton
                start={{
                  itemId: lot.itemId,
                  supplierId: suppliers.data?.find((each) => each.name === lot.supplier)?.id ?? null,
                  supplierLot: lot.supplierLot ?? '',
                  receivedFrom: lot.receivedOn ?? '',
                  receivedTo: lot.receivedOn ?? '',
                }}
              />
            </>
          }
        />
      )}
    </Answered>
  )
}

function LotState({ lot }: { readonly lot: LotRow }) {
  return (
    <>
      {lot.held ? <Mark tone="bad">{say('on hold')}</Mark> : null}
      {lot.expired && lot.onHand.base > 0 ? <Mark tone="warn">{say('past its best-by date')}</Mark> : null}
      {lot.missing.map((fact) => (
        <Mark key={fact} tone="warn">
          {say('{fact} missing', { fact: sayWord(fact) })}
        </Mark>
      ))}
    </>
  )
}
