import { Button, Group } from '@mantine/core'
import type { PlanRow } from '../../../shared/api/plans.ts'
import { useCommand } from '../../api/useCommand.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { toastDone, toastError } from '../../ui/toast.ts'
import { UndoButton } from '../../ui/UndoButton.tsx'
import { nearDay, planPath, planSize, planSource } from './planWords.ts'

interface PlanTableProps {
  readonly plans: readonly PlanRow[]
  readonly today: string
  readonly onChange: (plan: PlanRow) => void
}

/** What is planned, by day, with what can be done about it. */
export function PlanTable({ plans, today, onChange }: PlanTableProps) {
  return (
    <Table
      label="Planned batches"
      rows={plans}
      keyOf={(plan) => plan.id}
      columns={[
        {
          head: 'Day',
          sort: (plan) => plan.day,
          cell: (plan) =>
            plan.day < today ? <Mark tone="warn">{nearDay(plan.day, today)}</Mark> : nearDay(plan.day, today),
        },
        { head: 'Product', names: true, sort: (plan) => plan.product, cell: (plan) => plan.product },
        { head: 'Size', cell: (plan) => planSize(plan) },
        { head: 'Made by', cell: (plan) => planSource(plan) },
        { head: 'Note', cell: (plan) => <Dim>{plan.note}</Dim> },
        { head: 'Then', cell: (plan) => <Actions plan={plan} onChange={() => onChange(plan)} /> },
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
          done={`${plan.product} is planned again.`}
        >
          {plan.product} was taken off the list.
        </UndoButton>,
      )
    } catch (error) {
      toastError(error)
    }
  }

  return (
    <Group gap={8} wrap="nowrap">
      <LinkButton to={planPath(plan)} aria-label={`${plan.live ? 'Go on' : 'Begin'}: ${name}`}>
        {plan.live ? `Go on with ${plan.live.lotNumber}` : 'Begin'}
      </LinkButton>
      <Button variant="default" aria-label={`Change: ${name}`} onClick={onChange}>
        Change
      </Button>
      <Button variant="default" aria-label={`Cancel: ${name}`} loading={busy} onClick={() => void cancel()}>
        Cancel
      </Button>
    </Group>
  )
}
