import { Link } from 'wouter'
import { addDays } from '../../../shared/domain/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import styles from '../today/Today.module.css'
import own from './Planned.module.css'
import { nearDay, planPath, planSize } from './planWords.ts'
import { say } from '../../../shared/words/say.ts'

const WEEK_DAYS = 6

/** What is planned for today and the days to come, each a step from its batch page. Nothing where there is no plan. */
export function Planned({ today }: { readonly today: string }) {
  const plans = useAnswer('plans', 'list', { until: addDays(today, WEEK_DAYS) }).data ?? []
  if (plans.length === 0) return null
  return (
    <Card
      title={say('Planned for this week')}
      aside={
        <span className={own['links']}>
          <Link href="/plans/shopping">{say('Shopping list')}</Link>
          <Link href="/plans">{say('All plans')}</Link>
        </span>
      }
    >
      <ul className={styles['list']}>
        {plans.map((plan) => (
          <li key={plan.id}>
            <Link href={planPath(plan)} className={styles['item']}>
              <span>
                <strong>{plan.product}</strong> <span className={own['size']}>{planSize(plan)}</span>
                {plan.note ? <Dim> · {plan.note}</Dim> : null}
              </span>
              <span className={own['when']}>
                {plan.live ? (
                  <Mark tone="plain">{say('in progress as {lotNumber}', { lotNumber: plan.live.lotNumber })}</Mark>
                ) : (
                  <Mark tone={plan.day < today ? 'warn' : 'plain'}>{nearDay(plan.day, today)}</Mark>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
