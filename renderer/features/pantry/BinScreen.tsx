import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { dayOr } from '../../ui/words.ts'
import { BinForm } from './BinForm.tsx'
import { BinMarks } from './BinMarks.tsx'
import { EmptyBin } from './EmptyBin.tsx'
import { TakeBackPour } from './TakeBackPour.tsx'
import { TopUp } from './TopUp.tsx'

type BinAnswer = AnswerOf<'bins', 'get'>

/** One bin: what is in it and from which bags, and what was in it before. */
export function BinScreen({ binId }: { readonly binId: number }) {
  const bin = useAnswer('bins', 'get', { binId })
  const state = useAnswer('system', 'state', {})
  return (
    <Answered page answer={bin}>
      {(found) => <Screen bin={found} today={state.data?.today ?? ''} />}
    </Answered>
  )
}

type Doing = 'top up' | 'empty' | 'change'

function Screen({ bin, today }: { readonly bin: BinAnswer; readonly today: string }) {
  const [doing, setDoing] = useState<Doing>()
  const close = () => setDoing(undefined)
  const { content } = bin
  const forms: Record<Doing, ReactNode> = {
    'top up': <TopUp bin={bin} today={today} onClose={close} />,
    empty: <EmptyBin bin={bin} today={today} onClose={close} />,
    change: <BinForm bin={bin} onClose={close} />,
  }
  const action = (name: Doing, label: string) => (
    <Button
      variant="default"
      aria-expanded={doing === name}
      onClick={() => setDoing(doing === name ? undefined : name)}
    >
      {label}
    </Button>
  )
  return (
    <Page
      title={bin.name}
      under={`Holds ${bin.ingredient}`}
      actions={
        <>
          {action('top up', 'Top up')}
          {content ? action('empty', 'Mark emptied') : null}
          {action('change', 'Change')}
          {content ? (
            <>
              <LinkButton to={`/lot/${content.lotId}`} variant="default">
                Count or hold
              </LinkButton>
              <LinkButton to={`/trace/lot/${content.lotId}`} variant="default">
                Trace
              </LinkButton>
            </>
          ) : null}
        </>
      }
    >
      {doing ? <Card>{forms[doing]}</Card> : null}
      <Card title="What it holds" aside={<BinMarks bin={bin} />}>
        {content ? (
          <Facts
            facts={[
              ['Left', content.onHand.text],
              ['Filled from', dayOr(content.filledOn, '—')],
              ['Best by', dayOr(content.bestBy, 'none')],
              ['Lots in it', content.lots],
            ]}
          />
        ) : (
          <Dim>
            {bin.emptiedOn === null
              ? 'Nothing yet. Top it up from the bags you have.'
              : `It was marked emptied on ${dayOr(bin.emptiedOn, '')}.`}
          </Dim>
        )}
      </Card>
      {content ? (
        <Card title="Poured in since it was empty">
          <Table
            label="Poured in since it was empty"
            rows={bin.pours}
            keyOf={(pour) => pour.pourId}
            columns={[
              {
                head: 'Lot',
                names: true,
                cell: (pour) => <Link href={`/lot/${pour.lotId}`}>{pour.lot}</Link>,
              },
              { head: 'Quantity', number: true, cell: (pour) => pour.quantity },
              { head: 'Day', cell: (pour) => dayOr(pour.day, '') },
              { head: 'Take back', cell: (pour) => <TakeBackPour pour={pour} /> },
            ]}
          />
          <Dim>
            Every batch that used this bin since it was empty traces to all of these, also to those poured in later:
            they mixed before it was empty again.
          </Dim>
        </Card>
      ) : null}
      {bin.before.length > 0 ? (
        <Card title="Before">
          <Table
            label="Earlier contents"
            rows={bin.before}
            keyOf={(filling) => filling.lotId}
            columns={[
              {
                head: 'From',
                names: true,
                cell: (filling) => <Link href={`/lot/${filling.lotId}`}>{dayOr(filling.from, 'no day')}</Link>,
              },
              { head: 'Emptied', cell: (filling) => dayOr(filling.emptiedOn, '') },
              { head: 'Pours', number: true, cell: (filling) => filling.lots },
            ]}
          />
        </Card>
      ) : null}
    </Page>
  )
}
