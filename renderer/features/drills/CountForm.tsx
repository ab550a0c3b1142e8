import { Button } from '@mantine/core'
import type { DefaultValues } from 'react-hook-form'
import { drills, type DrillOut } from '../../../shared/api/drills.ts'
import type { z } from '../../../shared/api/zod.ts'
import { NumberField } from '../../forms/fields.tsx'
import { FormFrame, FormProblem } from '../../forms/FormFrame.tsx'
import { useCommandForm } from '../../forms/useCommandForm.ts'
import { Table } from '../../ui/Table.tsx'
import styles from './Drills.module.css'
import { countOf, nounFor } from '../../../shared/words/counted.ts'
import { say } from '../../../shared/words/say.ts'

interface CountFormProps {
  readonly drillId: number
  readonly counts: DrillOut['counts']
  readonly isDone: boolean
}

type Count = DrillOut['counts'][number]

/** What somebody counts on the shelf, without being told what the record expects; both are shown afterwards. */
export function CountForm({ drillId, counts, isDone }: CountFormProps) {
  if (isDone && counts.length > 0)
    return (
      <Table<Count>
        label={say('What was counted')}
        rows={counts}
        keyOf={({ lotId }) => lotId}
        columns={[
          { head: say('Lot'), names: true, cell: ({ label }) => label },
          { head: say('By the record'), number: true, cell: ({ expected, unit }) => countOf(expected, unit) },
          { head: say('Counted'), number: true, cell: ({ counted, unit }) => countOf(counted ?? 0, unit) },
          { head: say('Difference'), number: true, cell: ({ expected, counted }) => (counted ?? 0) - expected },
        ]}
      />
    )
  if (isDone) return <p className={styles['dim']}>{say('No finished lot was affected: there was nothing to count.')}</p>
  return <Counting drillId={drillId} counts={counts} />
}

const schema = drills.count.input.pick({ lots: true })

function Counting({ drillId, counts }: Omit<CountFormProps, 'isDone'>) {
  // Nothing is typed yet: a count of none must be typed as 0.
  const defaults: DefaultValues<z.input<typeof schema>> = { lots: counts.map(({ lotId }) => ({ lotId })) }
  const command = useCommandForm({
    schema,
    defaults,
    domain: 'drills',
    operation: 'count',
    complete: ({ lots }) => ({ drillId, lots }),
    onDone: () => undefined,
    keepAs: { name: 'drill count', of: String(drillId) },
  })
  return (
    <FormFrame command={command} name={say('Count what is on the shelf')} enterMovesOn>
      {counts.length === 0 ? (
        <p>{say('No finished lot is affected: there is nothing to count.')}</p>
      ) : (
        <ul className={styles['lines']}>
          {counts.map(({ lotId, label, unit }, at) => (
            <li key={lotId}>
              <NumberField
                control={command.form.control}
                name={`lots.${at}.counted`}
                label={say('{label}: {units} here', { label, units: nounFor(unit, 2) })}
                autoComplete="off"
              />
            </li>
          ))}
        </ul>
      )}
      <FormProblem command={command} />
      <Button type="submit" loading={command.busy}>
        {say('Note the count')}
      </Button>
    </FormFrame>
  )
}
