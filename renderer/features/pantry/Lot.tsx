import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { dayOr, moment, money } from '../../ui/words.ts'
import { CardButton } from '../cards/CardButton.tsx'
import { CorrectLot } from './CorrectLot.tsx'
import { CountLot } from './CountLot.tsx'
import { HoldLot } from './HoldLot.tsx'
import { LotMarks } from './LotMarks.tsx'

type LotAnswer = AnswerOf<'pantry', 'lot'>

/** One lot: where it came from, what is left, and everything that happened to it. */
export function Lot({ lotId }: { readonly lotId: number }) {
  const answer = useAnswer('pantry', 'lot', { lotId })
  return (
    <Answered page answer={answer}>
      {(lot) => <LotScreen {...lot} />}
    </Answered>
  )
}

type Doing = 'correct' | 'count' | 'hold'

function LotScreen({ lot, history }: LotAnswer) {
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const forms: Record<Doing, ReactNode> = {
    correct: <CorrectLot lot={lot} onClose={close} />,
    count: <CountLot lot={lot} onClose={close} />,
    hold: <HoldLot lot={lot} onClose={close} />,
  }
  return (
    <Page
      title={lot.item}
      under={
        lot.lotNumber ??
        lot.bin ??
        `${lot.supplier ?? 'Supplier not recorded'}, ${dayOr(lot.receivedOn, 'date not recorded')}`
      }
      actions={
        <>
          <LinkButton to={lot.batchId === null ? `/trace/lot/${lot.id}` : `/trace/batch/${lot.batchId}`}>
            Trace
          </LinkButton>
          {lot.binId === null ? null : (
            <LinkButton to={`/bin/${lot.binId}`} variant="default">
              The bin
            </LinkButton>
          )}
          <CardButton kind="bag" id={lot.id}>
            Bag label
          </CardButton>
          {lot.origin === 'received' ? (
            <Button variant="default" onClick={() => setDoing('correct')}>
              Correct
            </Button>
          ) : null}
          <Button variant="default" onClick={() => setDoing('count')}>
            Count
          </Button>
          <Button variant="default" onClick={() => setDoing('hold')}>
            {lot.held ? 'End the hold' : 'Hold'}
          </Button>
        </>
      }
    >
      {doing ? <Card>{forms[doing]}</Card> : null}
      <Card title="Facts" aside={<LotMarks lot={lot} />}>
        <Facts
          facts={[
            ['Left', lot.onHand.text],
            ['Came in', lot.received],
            ['Bought from', lot.supplier ?? 'not recorded'],
            ['Received', dayOr(lot.receivedOn, 'not recorded')],
            ['Best by', dayOr(lot.bestBy, 'none')],
            ['Supplier’s lot', lot.supplierLot ?? 'none'],
            ['Price', price(lot)],
            ['Code for its label', lot.code],
          ]}
        />
      </Card>
      <Card title="History">
        <Table
          label="History of this lot"
          rows={history.map((event, at) => ({ ...event, at, when: event.at }))}
          keyOf={(event) => event.at}
          columns={[
            { head: 'Day', names: true, cell: (event) => dayOr(event.day, '') },
            { head: 'What', cell: (event) => event.what },
            { head: 'Change', number: true, cell: (event) => event.change },
            { head: 'Reason', cell: (event) => event.reason ?? '' },
            { head: 'Recorded', cell: (event) => <Dim>{moment(event.when)}</Dim> },
          ]}
        />
      </Card>
    </Page>
  )
}

/** What it cost, and what one of its unit cost. */
function price({ costCents, costPerUnit, unit }: LotAnswer['lot']): string {
  if (costCents === null) return 'not recorded'
  return costPerUnit === null ? money(costCents) : `${money(costCents)}, ${money(costPerUnit / 100)} per ${unit}`
}
