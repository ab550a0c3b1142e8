import { Alert } from '@mantine/core'
import type { LotFormat } from '../../../shared/domain/lotNumber.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { Mark } from '../../ui/Mark.tsx'
import { Dim, Table } from '../../ui/Table.tsx'
import styles from './LotFormatField.module.css'
import { say } from '../../../shared/words/say.ts'

interface LotNumbersPreviewProps {
  readonly lotFormat: LotFormat
  readonly lotPattern: string
}

/** The next numbers of the kitchen's own products, as they would be in the format chosen. */
export function LotNumbersPreview({ lotFormat, lotPattern }: LotNumbersPreviewProps) {
  const answer = useAnswer('kitchen', 'numbers', { lotFormat, lotPattern }, { keepLast: true })
  if (!answer.data) return null
  const { problem, products, warnings } = answer.data
  return (
    <div className={styles['preview']} aria-live="polite">
      {problem === null ? (
        <Table
          label={say('The next lot numbers')}
          rows={products}
          keyOf={(row) => row.code}
          columns={[
            { head: say('Product'), names: true, cell: (row) => row.product },
            {
              head: say('Next batches today'),
              cell: (row) => (
                <>
                  <strong>{row.numbers[0]}</strong> <Dim>{row.numbers.slice(1).join(', ')}</Dim>{' '}
                  {row.tooLong ? <Mark tone="bad">{say('longer than 20 characters')}</Mark> : null}
                </>
              ),
            },
            {
              head: say('Its first jar'),
              cell: (row) => (
                <>
                  {row.unit} <Dim>{say('{count} characters', { count: row.unit.length })}</Dim>
                </>
              ),
            },
          ]}
        />
      ) : lotPattern === '' ? null : (
        <Alert color="red">{problem}</Alert>
      )}
      {warnings.map((warning) => (
        <Alert key={warning} color="yellow" mt="sm">
          {warning}
        </Alert>
      ))}
    </div>
  )
}
