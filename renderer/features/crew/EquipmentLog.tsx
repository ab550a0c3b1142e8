import { Button } from '@mantine/core'
import { useAnswer } from '../../api/useAnswer.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import { dayOr, moment } from '../../ui/words.ts'
import type { EquipmentRow } from './EquipmentForm.tsx'
import { say } from '../../../shared/words/say.ts'

/** When a piece of equipment was cleaned and calibrated, newest first. */
export function EquipmentLog({ item, onClose }: { readonly item: EquipmentRow; readonly onClose: () => void }) {
  const log = useAnswer('crew', 'log', { equipmentId: item.id })
  return (
    <>
      <h2>{say('Log of {name}', { name: item.name })}</h2>
      <Answered answer={log}>
        {(rows) =>
          rows.length === 0 ? (
            <Dim>{say('Nothing yet.')}</Dim>
          ) : (
            <Table
              label={say('Log of {name}', { name: item.name })}
              rows={rows.map((row, at) => ({ ...row, at }))}
              keyOf={(row) => row.at}
              columns={[
                { head: say('Day'), names: true, cell: (row) => dayOr(row.day, '') },
                {
                  head: say('What'),
                  cell: ({ kind, what }) =>
                    kind === 'cleaned' ? say('cleaned: {what}', { what }) : say('calibrated: {what}', { what }),
                },
                { head: say('Who'), cell: (row) => row.person ?? <Dim>{say('not written down')}</Dim> },
                { head: say('Recorded'), cell: (row) => <Dim>{moment(row.recordedAt)}</Dim> },
              ]}
            />
          )
        }
      </Answered>
      <Button variant="default" mt="md" onClick={onClose}>
        {say('Close the log')}
      </Button>
    </>
  )
}
