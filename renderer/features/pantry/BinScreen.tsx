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
import { sayDay } from '../../../shared/words/day.ts'
import { BinForm } from './BinForm.tsx'
import { BinMarks } from './BinMarks.tsx'
import { EmptyBin } from './EmptyBin.tsx'
import { TakeBackPour } from './TakeBackPour.tsx'
import { TopUp } from './TopUp.tsx'
import { say } from '../../../shared/words/say.ts'

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
      under={say('Holds {ingredient}', { ingredient: bin.ingredient })}
      actions={
        <>
          {action('top up', say('Top up'))}
          {content ? action('empty', say('Mark emptied')) : null}
          {action('change', say('Change'))}
          {content ? (
            <>
              <LinkButton to={`/lot/${content.lotId}`} variant="default">
                {say('Count or hold')}
              </LinkButton>
              <LinkButton to={`/trace/lot/${content.lotId}`} variant="default">
                {say('Trace')}
              </LinkButton>
            </>
          ) : null}
        </>
      }
    >
      {doing ? <Card>{forms[doing]}</Card> : null}
      <Card title={say('What it holds')} aside={<BinMarks bin={bin} />}>
        {content ? (
          <Facts
            facts={[
              [say('Left'), content.onHand.text],
              [say('Filled from'), dayOr(content.filledOn, '—')],
              [say('Best by'), dayOr(content.bestBy, say('none'))],
              [say('Lots in it'), content.lots],
            ]}
          />
        ) : (
          <Dim>
            {bin.emptiedOn === null
              ? say('Nothing yet. Top it up from the bags you have.')
              : say('It was marked emptied on {day}.', { day: sayDay(bin.emptiedOn) })}
          </Dim>
        )}
      </Card>
      {content ? (
        <Card title={say('Poured in since it was empty')}>
          <Table
            label={say('Poured in since it was empty')}
            rows={bin.pours}
            keyOf={(pour) => pour.pourId}
            columns={[
              {
                head: say('Lot'),
                names: true,
                cell: (pour) => <Link href={`/lot/${pour.lotId}`}>{pour.lot}</Link>,
              },
              { head: say('Quantity'), number: true, cell: (pour) => pour.quantity },
              { head: say('Day'), cell: (pour) => dayOr(pour.day, '') },
              { head: say('Take back'), cell: (pour) => <TakeBackPour pour={pour} /> },
            ]}
          />
          <Dim>
            {say(
              'Every batch that used this bin since it was empty traces to all of these, also to those poured in later: they mixed before it was empty again.',
            )}
          </Dim>
        </Card>
      ) : null}
      {bin.before.length > 0 ? (
        <Card title={say('Before')}>
          <Table
            label={say('Earlier contents')}
            rows={bin.before}
            keyOf={(filling) => filling.lotId}
            columns={[
              {
                head: say('{as, select, day {From} other {From}}', { as: 'source' }),
                names: true,
                cell: (filling) => <Link href={`/lot/${filling.lotId}`}>{dayOr(filling.from, say('no day'))}</Link>,
              },
              { head: say('Emptied'), cell: (filling) => dayOr(filling.emptiedOn, '') },
              { head: say('Pours'), number: true, cell: (filling) => filling.lots },
            ]}
          />
        </Card>
      ) : null}
    </Page>
  )
}
