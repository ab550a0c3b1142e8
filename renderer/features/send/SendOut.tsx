import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { SendForm } from './SendForm.tsx'
import { Shipments } from './Shipments.tsx'

/** Units to a market, a store or an order; and what went out before. */
export function SendOut() {
  const chosenLot = useChosenLot()
  const state = useAnswer('system', 'state', {})
  const stock = useAnswer('shipping', 'stock', {})
  const [round, setRound] = useState(0)
  return (
    <Page title="Send out" under="Units leave by number: the lowest free ones go, unless you say which.">
      <Answered answer={state}>
        {({ today }) => (
          <Answered answer={stock}>
            {(lots) =>
              lots.length === 0 ? (
                <Empty title="Nothing to send yet" action={<LinkButton to="/make">Record a batch</LinkButton>}>
                  As soon as a batch is recorded, its units are here to go to a market, a store or a customer.
                </Empty>
              ) : (
                <SendForm
                  key={round}
                  onSent={() => setRound(round + 1)}
                  today={today}
                  stock={lots.toSorted((a, b) => order(a, chosenLot) - order(b, chosenLot))}
                />
              )
            }
          </Answered>
        )}
      </Answered>
      <Shipments />
    </Page>
  )
}

/** The lot another screen sent the person here with, `?lot=3`. It is taken out of the address: it counts once. */
function useChosenLot(): number | null {
  const search = useSearch()
  const [, go] = useLocation()
  const asked = new URLSearchParams(search).get('lot')
  const [chosen] = useState(asked)
  useEffect(() => {
    if (asked !== null) go('/send?', { replace: true })
  }, [asked, go])
  return chosen === null ? null : Number(chosen)
}

/** The chosen lot first, then what may go, then what may not. */
function order(
  { lotId, problem }: { readonly lotId: number; readonly problem: string | null },
  chosen: number | null,
): number {
  if (lotId === chosen) return 0
  return problem === null ? 1 : 2
}
