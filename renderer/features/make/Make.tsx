import { Kbd } from '@mantine/core'
import { useLocation } from 'wouter'
import { useAnswer } from '../../api/useAnswer.ts'
import { useSectionKeys } from '../../app/useSectionKeys.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { Planned } from '../plans/Planned.tsx'
import { AgainTiles } from './AgainTiles.tsx'
import { BatchesMade } from './BatchesMade.tsx'
import { InProgress } from './InProgress.tsx'
import { say } from '../../../shared/words/say.ts'

/** Start a batch, or look at the ones made. */
export function Make() {
  const [, go] = useLocation()
  const state = useAnswer('system', 'state', {})
  useSectionKeys('make', { plans: () => go('/plans'), sheets: () => go('/sheets') })
  const products = useAnswer('batches', 'again', { limit: 200 })
  return (
    <Page
      title={say('Make')}
      under={say('Choose what you made. The page comes filled from the recipe and the stock.')}
      actions={
        <>
          <LinkButton to="/plans" variant="default" aria-keyshortcuts="p">
            {say('Plans')}
            {'\u00a0'}
            <Kbd aria-hidden>P</Kbd>
          </LinkButton>
          <LinkButton to="/sheets" variant="default" aria-keyshortcuts="b">
            {say('Blank sheets')}
            {'\u00a0'}
            <Kbd aria-hidden>B</Kbd>
          </LinkButton>
          <LinkButton to="/products/new" variant="default">
            {say('New product')}
          </LinkButton>
        </>
      }
    >
      <Answered answer={products}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty
              title={say('No product yet')}
              action={<LinkButton to="/products/new">{say('Write the first recipe')}</LinkButton>}
            >
              {say('A product is its name, a short code for its lot numbers, and what goes into one batch.')}
            </Empty>
          ) : (
            <>
              <AgainTiles tiles={rows} />
              <InProgress />
              {state.data ? <Planned today={state.data.today} /> : null}
              <BatchesMade />
            </>
          )
        }
      </Answered>
    </Page>
  )
}
