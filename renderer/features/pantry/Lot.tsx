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
import { sayReason } from '../../../shared/domain/reasons.ts'
import { say } from '../../../shared/words/say.ts'

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
        `${lot.supplier ?? say('Supplier not recorded')}, ${dayOr(lot.receivedOn, say('date not recorded'))}`
      }
      actions={
        <>
          <LinkButton to={lot.batchId === null ? `/trace/lot/${lot.id}` : `/trace/batch/${lot.batchId}`}>
            {say('Trace')}
          </LinkButton>
          {lot.binId === null ? null : (
            <LinkButton to={`/bin/${lot.binId}`} variant="default">
              {say('The bin')}
            </LinkButton>
          )}
          <CardButton kind="bag" id={lot.id}>
            {say('Bag label')}
          </CardButton>
          {lot.origin === 'received' ? (
            <Button variant="default" onClick={() => setDoing('correct')}>
              {say('Correct')}
            </Button>
          ) : null}
          <Button variant="default" onClick={() => setDoing('count')}>
            {say('Count')}
          </Button>
          <Button variant="default" onClick={() => setDoing('hold')}>
            {lot.held ? say('End the hold') : say('Hold')}
          </Button>
        </>
      }
    >
      {doing ? <Card>{forms[doing]}</Card> : null}
      <Card title={say('Facts')} aside={<LotMarks lot={lot} />}>
        <Facts
          facts={[
            [say('Left'), lot.onHand.text],
            [say('Came in'), lot.received],
            [say('Bought from'), lot.supplier ?? say('not recorded')],
            [say('Received'), dayOr(lot.receivedOn, say('not recorded'))],
            [say('Best by'), dayOr(lot.bestBy, say('none'))],
            [say('Supplier’s lot'), lot.supplierLot ?? say('none')],
            [say('Price'), price(lot)],
            [say('Code for its label'), lot.code],
          ]}
        />
      </Card>
      <Card title={say('History')}>
        <Table
          label={say('History of this lot')}
          rows={history.map((event, at) => ({ ...event, at, when: event.at }))}
          keyOf={(event) => event.at}
          columns={[
            { head: say('Day'), names: true, cell: (event) => dayOr(event.day, '') },
            { head: say('What'), cell: (event) => event.what },
            {
              head: say('{as, select, head {Change} other {Change}}', { as: 'head' }),
              number: true,
              cell: (event) => event.change,
            },
            { head: say('Reason'), cell: (event) => (event.reason === null ? '' : sayReason(event.reason)) },
            { head: say('Recorded'), cell: (event) => <Dim>{moment(event.when)}</Dim> },
          ]}
        />
      </Card>
    </Page>
  )
}

/** What it cost, and what one of its unit cost. */
function price({ costCents, costPerUnit, unit }: LotAnswer['lot']): string {
  if (costCents === null) return say('not recorded')
  return costPerUnit === null
    ? money(costCents)
    : say('{cost}, {each} per {unit}', { cost: money(costCents), each: money(costPerUnit / 100), unit })
}
