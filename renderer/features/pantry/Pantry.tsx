import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { type AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { AllLots } from './AllLots.tsx'
import { BinList } from './BinList.tsx'
import { ExpiringLots } from './ExpiringLots.tsx'
import { HoldAll } from './HoldAll.tsx'
import { IngredientTable } from './IngredientTable.tsx'
import { LowTable } from './LowTable.tsx'
import styles from './Pantry.module.css'
import { QuickReceive } from './QuickReceive.tsx'
import { useBarcode } from './useBarcode.ts'
import { say, sayWord } from '../../../shared/words/say.ts'

const views = ['Ingredients', 'Lots', 'Expiring', 'Running low', 'Bins', 'Holds'] as const
type View = (typeof views)[number]

/** What is there: by ingredient, by lot, and what needs looking after. */
export function Pantry() {
  const [, go] = useLocation()
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const state = useAnswer('system', 'state', {})
  const receive = <LinkButton to="/pantry/receive">{say('Receive ingredients')}</LinkButton>
  useBarcode((code) => go(`/pantry/receive/${encodeURIComponent(code)}`))
  const opening = (
    <LinkButton to="/pantry/opening" variant="default">
      {say('Opening stock')}
    </LinkButton>
  )
  return (
    <Page
      title={say('Pantry')}
      actions={
        <>
          {opening}
          <LinkButton to="/pantry/count" variant="default">
            {say('Count the stock')}
          </LinkButton>
          {receive}
        </>
      }
    >
      <Answered answer={ingredients}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={say('Nothing in the pantry yet')} action={receive}>
              {say(
                'Write down your last shopping trip: what you bought, where and when. Three facts a line are enough to trace every jar back to its bag.',
              )}
            </Empty>
          ) : (
            <>
              <Card>
                <QuickReceive
                  today={state.data?.today ?? ''}
                  placeholder={say('sugar costco 25 lb bb 12/31 lot A-99 $18.50')}
                />
              </Card>
              <Views ingredients={rows} />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function Views({ ingredients }: { readonly ingredients: AnswerOf<'pantry', 'ingredients'> }) {
  const [view, setView] = useState<View>('Ingredients')
  const shown: Record<View, ReactNode> = {
    Ingredients: <IngredientTable ingredients={ingredients} />,
    Lots: <AllLots ingredients={ingredients} />,
    Expiring: <ExpiringLots />,
    'Running low': <LowTable />,
    Bins: <BinList />,
    Holds: <HoldAll />,
  }
  return (
    <>
      <SegmentedControl
        className={styles['views'] ?? ''}
        size="md"
        aria-label={say('Show')}
        data={views.map((each) => ({ value: each, label: sayWord(each) }))}
        value={view}
        onChange={(chosen) => setView(views.find((each) => each === chosen) ?? 'Ingredients')}
      />
      {shown[view]}
    </>
  )
}
