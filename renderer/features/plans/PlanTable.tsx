import { Button, Group } from '@mantine/core'
import type { PlanRow } from '../../../shared/api/plans.ts'
import { useCommand } from '../../api/useCommand.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { nearDay, planPath, planSize, planSource } from './planWords.ts'
import { say } from '../../../shared/words/say.ts'

interface PlanTableProps {
  readonly plans: readonly PlanRow[]
  readonly today: string
  readonly onChange: (plan: PlanRow) => void
}

/** What is planned, by day, with what can be done about it. */
export function PlanTable({ plans, today, onChange }: PlanTableProps) {
  return (
    <Table
      label={say('Planned batches')}
      rows={plans}
      keyOf={(plan) => plan.id}
      columns={[
        {
          head: say('Day'),
          sort: (plan) => plan.day,
          cell: (plan) =>
            plan.day < today ? <Mark tone="warn">{nearDay(plan.day, today)}</Mark> : nearDay(plan.day, today),
        },
        { head: say('Product'), names: true, sort: (plan) => plan.product, cell: (plan) => plan.product },
        { head: say('Size'), cell: (plan) => planSize(plan) },
        {
          head: say('{of, select, recipe {Made by} other {Made by}}', { of: 'recipe' }),
          cell: (plan) => planSource(plan),
        },
        { head: say('Note'), cell: (plan) => <Dim>{plan.note}</Dim> },
        { head: say('Then'), cell: (plan) => <Actions plan={plan} onChange={() => onChange(plan)} /> },
      ]}
    />
  )
}

function Actions({ plan, onChange }: { readonly plan: PlanRow; readonly onChange: () => void }) {
  const { run, busy } = useCommand('plans', 'cancel')
  const name = `${plan.product}, ${plan.day}`

  async function cancel(): Promise<void> {
    try {
      await run({ planId: plan.id, reason: 'not made' })
      toastDone(
        <UndoButton
          domain="plans"
          operation="reopen"
          input={{ planId: plan.id, reason: 'undone' }}
          done={say('{product} is planned again.', { product: plan.product })}
        >
          {say('{product} was taken off the list.', { product: plan.product })}
        </UndoButton>,
      )
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Group gap={8} wrap="nowrap">
      <LinkButton
        to={planPath(plan)}
        aria-label={plan.live ? say('Go on: {name}', { name }) : say('Begin: {name}', { name })}
      >
        {plan.live ? say('Go on with {lotNumber}', { lotNumber: plan.live.lotNumber }) : say('Begin')}
      </LinkButton>
      <Button variant="default" aria-label={say('Change: {name}', { name })} onClick={onChange}>
        {say('Change')}
      </Button>
      <Button
        variant="default"
        aria-label={say('Cancel: {name}', { name })}
        loading={busy}
        onClick={() => void cancel()}
      >
        {say('Cancel')}
      </Button>
    </Group>
  )
}
