import { Button, Kbd } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { PlanRow } from '../../../shared/api/plans.ts'
import { useSectionKeys } from '../../app/useSectionKeys.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Card, Empty, Page } from '../../ui/Page.tsx'
import { PlanForm } from './PlanForm.tsx'
import { PlanTable } from './PlanTable.tsx'
import { say } from '../../../shared/words/say.ts'

/** The batches to come: plan one, begin one, and what to buy for them. */
export function Plans() {
  const search = useSearch()
  return <PlansFor key={search} asked={new URLSearchParams(search).has('new')} />
}

/** @param asked the form of a new plan is wanted at once */
function PlansFor({ asked }: { readonly asked: boolean }) {
  const [, go] = useLocation()
  const [open, setOpen] = useState<PlanRow | 'new' | null>(asked ? 'new' : null)
  const state = useAnswer('system', 'state', {})
  const plans = useAnswer('plans', 'list', {})
  useSectionKeys('plans', {
    plan: () => setOpen('new'),
    shopping: () => go('/plans/shopping'),
    sheets: () => go('/sheets'),
  })
  const today = state.data?.today
  const plan = (
    <Button aria-keyshortcuts="n" onClick={() => setOpen('new')}>
      {say('Plan a batch')}
      {'\u00a0'}
      <Kbd aria-hidden>N</Kbd>
    </Button>
  )
  return (
    <Page
      title={say('Plans')}
      under={say(
        'What will be made, and when. Nothing leaves stock and no lot number is issued before a batch is saved.',
      )}
      actions={
        <>
          {plans.data?.length === 0 && open === null ? null : plan}
          <LinkButton to="/plans/shopping" variant="default" aria-keyshortcuts="s">
            {say('Shopping list')}
            {'\u00a0'}
            <Kbd aria-hidden>S</Kbd>
          </LinkButton>
          <LinkButton to="/sheets" variant="default" aria-keyshortcuts="b">
            {say('Blank sheets')}
            {'\u00a0'}
            <Kbd aria-hidden>B</Kbd>
          </LinkButton>
        </>
      }
    >
      {open !== null && today !== undefined ? (
        <Card>
          <PlanForm
            key={open === 'new' ? 'new' : open.id}
            plan={open === 'new' ? null : open}
            today={today}
            onClose={() => setOpen(null)}
          />
        </Card>
      ) : null}
      <Answered answer={plans}>
        {(rows) =>
          rows.length > 0 ? (
            <Card title={say('Planned batches')}>
              <PlanTable plans={rows} today={today ?? ''} onChange={setOpen} />
            </Card>
          ) : open === null ? (
            <Empty title={say('Nothing is planned')} action={plan}>
              {say(
                'Plan what you will make, and Traceberry says what is missing for it, by which day, and whom you usually buy it from.',
              )}
            </Empty>
          ) : null
        }
      </Answered>
    </Page>
  )
}
