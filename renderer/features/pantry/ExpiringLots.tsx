import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { LotsTable } from './LotsTable.tsx'
import styles from './Pantry.module.css'
import { say } from '../../../shared/words/say.ts'

const spans = () => [
  { value: '7', label: say('a week') },
  { value: '14', label: say('two weeks') },
  { value: '30', label: say('a month') },
  { value: '90', label: say('three months') },
]

/** What to use first: lots past their date, or soon. */
export function ExpiringLots() {
  const [days, setDays] = useState('14')
  const lots = useAnswer('pantry', 'expiring', { days: Number(days) }, { keepLast: true })
  return (
    <Card title={say('Use these first')}>
      <div className={styles['filters']}>
        <NativeSelect
          label={say('Best by within')}
          data={spans()}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </div>
      <Answered answer={lots}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>{say('Nothing comes to its date by then.')}</Dim>
          ) : (
            <LotsTable label={say('Lots that come to their date')} rows={rows} />
          )
        }
      </Answered>
    </Card>
  )
}
