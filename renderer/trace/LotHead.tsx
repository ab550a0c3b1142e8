import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { LotRow } from '../../shared/api/pantry.ts'
import { showDay } from '../../shared/domain/day.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { Answered } from '../ui/Answered.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Mark } from '../ui/Mark.tsx'
import { RecallButton } from './RecallButton.tsx'
import { TraceHead } from './TraceHead.tsx'

/** The answer for a received lot: who sold it, when it came, what is left. */
export function LotHead({ lotId, print }: { readonly lotId: number; readonly print: ReactNode }) {
  const answer = useAnswer('pantry', 'lot', { lotId })
  const suppliers = useAnswer('directory', 'suppliers', {})
  return (
    <Answered answer={answer}>
      {({ lot }) => (
        <TraceHead
          what="Ingredient lot"
          name={lot.item}
          answer={[
            lot.supplier === null ? 'Supplier not recorded' : `From ${lot.supplier}`,
            lot.receivedOn === null ? 'no received date' : `received ${showDay(lot.receivedOn)}`,
            ...(lot.supplierLot === null ? [] : [`lot ${lot.supplierLot}`]),
          ].join(', ')}
          marks={<LotState lot={lot} />}
          facts={
            <>
              {lot.onHand.text} left of {lot.received}
              {lot.missing.length > 0 ? (
                <>
                  {' · '}
                  <Link href={`/lot/${lot.id}`}>Fix the record</Link>
                </>
              ) : null}
            </>
          }
          actions={
            <>
              {print}
              <LinkButton to={`/lot/${lot.id}`} variant="default">
                Open the lot
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
      {lot.held ? <Mark tone="bad">on hold</Mark> : null}
      {lot.expired && lot.onHand.base > 0 ? <Mark tone="warn">past its best-by date</Mark> : null}
      {lot.missing.map((fact) => (
        <Mark key={fact} tone="warn">
          {fact} missing
        </Mark>
      ))}
    </>
  )
}
