import { Checkbox } from '@mantine/core'
import { sayDay } from '../../../shared/words/day.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import styles from './Compare.module.css'
import { say } from '../../../shared/words/say.ts'

/** How many batches are offered. */
export const LATEST = 24
const MOST = 6

interface PickBatchesProps {
  readonly ids: readonly number[]
  readonly onPick: (ids: readonly number[]) => void
}

/** The latest batches to tick, of the product of those that are chosen already. */
export function PickBatches({ ids, onPick }: PickBatchesProps) {
  const [first = 0] = ids
  const chosen = useAnswer('batches', 'get', { batchId: first }, { enabled: first > 0, keepLast: true })
  const productId = first > 0 ? (chosen.data?.productId ?? null) : null
  const answer = useAnswer('batches', 'list', { productId, limit: LATEST }, { keepLast: true })
  return (
    <Card
      title={
        productId === null
          ? say('Which batches')
          : say('Which batches of {product}', { product: chosen.data?.product ?? '' })
      }
    >
      <Answered answer={answer}>
        {({ rows }) => (
          <fieldset className={styles['picks']} aria-label={say('Batches to compare')}>
            {[...rows.filter((row) => ids.includes(row.id)), ...rows.filter((row) => !ids.includes(row.id))].map(
              (row) => (
                <Checkbox
                  key={row.id}
                  label={`${row.lotNumber}, ${sayDay(row.madeOn)}`}
                  checked={ids.includes(row.id)}
                  disabled={!ids.includes(row.id) && ids.length >= MOST}
                  onChange={(event) =>
                    onPick(event.currentTarget.checked ? [...ids, row.id] : ids.filter((id) => id !== row.id))
                  }
                />
              ),
            )}
          </fieldset>
        )}
      </Answered>
    </Card>
  )
}
