import { Button } from '@mantine/core'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { dayOr, moment } from '../../ui/words.ts'
import type { EquipmentRow } from './EquipmentForm.tsx'

/** When a piece of equipment was cleaned and calibrated, newest first. */
export function EquipmentLog({ item, onClose }: { readonly item: EquipmentRow; readonly onClose: () => void }) {
  const log = useAnswer('crew', 'log', { equipmentId: item.id })
  return (
    <>
      <h2>Log of {item.name}</h2>
      <Answered answer={log}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>Nothing yet.</Dim>
          ) : (
            <Table
              label={`Log of ${item.name}`}
              rows={rows.map((row, at) => ({ ...row, at }))}
              keyOf={(row) => row.at}
              columns={[
                { head: 'Day', names: true, cell: (row) => dayOr(row.day, '') },
                { head: 'What', cell: (row) => `${row.kind}: ${row.what}` },
                { head: 'Who', cell: (row) => row.person ?? <Dim>not written down</Dim> },
                { head: 'Recorded', cell: (row) => <Dim>{moment(row.recordedAt)}</Dim> },
              ]}
            />
          )
        }
      </Answered>
      <Button variant="default" mt="md" onClick={onClose}>
        Close the log
      </Button>
    </>
  )
}
