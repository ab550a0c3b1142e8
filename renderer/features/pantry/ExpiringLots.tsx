import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Page.tsx'
import { Dim } from '../../ui/Table.tsx'
import { LotsTable } from './LotsTable.tsx'
import styles from './Pantry.module.css'

const spans = [
  { value: '7', label: 'a week' },
  { value: '14', label: 'two weeks' },
  { value: '30', label: 'a month' },
  { value: '90', label: 'three months' },
]

/** What to use first: lots past their date, or soon. */
export function ExpiringLots() {
  const [days, setDays] = useState('14')
  const lots = useAnswer('pantry', 'expiring', { days: Number(days) }, { keepLast: true })
  return (
    <Card title="Use these first">
      <div className={styles['filters']}>
        <NativeSelect
          label="Best by within"
          data={spans}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </div>
      <Answered answer={lots}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>Nothing comes to its date by then.</Dim>
          ) : (
            <LotsTable label="Lots that come to their date" rows={rows} />
          )
        }
      </Answered>
    </Card>
  )
}
