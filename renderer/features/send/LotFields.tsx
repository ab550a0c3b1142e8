import { useWatch } from 'react-hook-form'
import { Link } from 'wouter'
import { NumberField, TextField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Dim } from '../../ui/Table.tsx'
import { lotName, lotRow, type SendIn, type SendOut, type StockRow } from './sendValues.ts'
import styles from './WhichUnits.module.css'
import { say } from '../../../shared/words/say.ts'

interface LotFieldsProps {
  readonly form: CommandForm<SendIn, SendOut>['form']
  readonly lot: StockRow
  /** Whether it may go. */
  readonly fit: boolean
}

/** How many of one lot go, and which numbers. */
export function LotFields({ form, lot, fit }: LotFieldsProps) {
  const units = useWatch({ control: form.control, name: `lots.${lotRow(lot.lotId)}.units` })
  return (
    <div className={styles['lot']}>
      <span>
        <Link className={styles['number'] ?? ''} href={`/batch/${lot.batchId}`}>
          {lotName(lot)}
        </Link>{' '}
        <Dim>{say('{numbers} free', { numbers: lot.serials })}</Dim>{' '}
        {lot.problem === null ? null : <span className={styles['stays']}>{lot.problem}</span>}
      </span>
      {/* What was said of a lot that stays now is in sight, to be emptied. */}
      {fit || (units ?? '') !== '' ? (
        <>
          <NumberField
            className={styles['units'] ?? ''}
            control={form.control}
            name={`lots.${lotRow(lot.lotId)}.units`}
            aria-label={say('Units of {lot} that go', { lot: lotName(lot) })}
            autoComplete="off"
          />
          <TextField
            className={styles['serials'] ?? ''}
            control={form.control}
            name={`lots.${lotRow(lot.lotId)}.serials`}
            aria-label={say('Numbers of the units of {lot} that go', { lot: lotName(lot) })}
            placeholder="7, 9–12"
            autoComplete="off"
          />
        </>
      ) : null}
    </div>
  )
}
