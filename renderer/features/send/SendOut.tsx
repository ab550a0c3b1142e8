import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { MarketDays } from './MarketDays.tsx'
import { SendForm } from './SendForm.tsx'
import { stockByProduct, type StockOfProduct, type StockRow } from './sendValues.ts'
import { Shipments } from './Shipments.tsx'
import { say } from '../../../shared/words/say.ts'

/** Units to a market, a store or an order; what came back; and what went out before. */
export function SendOut() {
  const chosenLot = useChosenLot()
  const state = useAnswer('system', 'state', {})
  const [round, setRound] = useState(0)
  // What went last Saturday may be past its date since, and what was made since did not go.
  const [day, setDay] = useState<string>()
  const stock = useAnswer('shipping', 'stock', day === undefined ? {} : { on: day }, { keepLast: true })
  return (
    <Page
      title={say('Send out')}
      under={say('The oldest units go first, by number, unless you say which. Labels can be scanned here.')}
    >
      <Answered answer={state}>
        {({ today }) => (
          <>
            <MarketDays today={today} />
            <Answered answer={stock}>
              {(lots) =>
                lots.length === 0 ? (
                  <Empty
                    title={say('Nothing to send yet')}
                    action={<LinkButton to="/make">{say('Record a batch')}</LinkButton>}
                  >
                    {say(
                      'As soon as a batch is recorded, its units are here to go to a market, a store or a customer.',
                    )}
                  </Empty>
                ) : (
                  <SendForm
                    key={round}
                    onSent={() => setRound(round + 1)}
                    onDay={setDay}
                    today={today}
                    stock={ordered(lots, chosenLot)}
                    chosenLot={chosenLot}
                  />
                )
              }
            </Answered>
            <Shipments today={today} />
          </>
        )}
      </Answered>
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
    if (asked !== null) go('/send', { replace: true })
  }, [asked, go])
  return chosen === null ? null : Number(chosen)
}

/** The product of the chosen lot first, then what may go, then what may not. */
function ordered(lots: readonly StockRow[], chosenLot: number | null): StockOfProduct[] {
  const rank = ({ lots: of }: StockOfProduct) =>
    of.some((lot) => lot.lotId === chosenLot) ? 0 : of.some((lot) => lot.problem === null) ? 1 : 2
  return stockByProduct(lots).toSorted((a, b) => rank(a) - rank(b))
}
