import { useWatch } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import { type BatchInput, discardReasons } from '../../../shared/api/batches.ts'
import { showDay } from '../../../shared/domain/day.ts'
import { ChoiceField, DayField, LongTextField, NumberField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Card } from '../../ui/Page.tsx'
import { countOf } from '../../ui/words.ts'
import type { BatchValues } from './batchRows.ts'
import styles from './Outcome.module.css'

interface OutcomeProps {
  readonly command: CommandForm<BatchValues, z.output<typeof BatchInput>>
  readonly unit: string
  /** What the product's shelf life gives. */
  readonly bestBy: string | null
}

/** What came out: made, discarded, set aside, and what is left for sale. */
export function Outcome({ command, unit, bestBy }: OutcomeProps) {
  const { control } = command.form
  const [made, discarded, setAside] = useWatch({ control, name: ['made', 'discarded', 'setAside'] })
  const forSale = asCount(made) - asCount(discarded) - asCount(setAside)
  return (
    <Card title="What comes out">
      <div className={styles['figures']}>
        <NumberField control={control} name="made" label="Made" />
        <NumberField control={control} name="discarded" label="Discarded" />
        <NumberField control={control} name="setAside" label="Set aside" />
      </div>
      {asCount(discarded) > 0 ? (
        <ChoiceField
          mt="sm"
          control={control}
          name="discardReason"
          label="Why discarded"
          choices={[
            { value: '', label: 'Choose…' },
            ...discardReasons.map((reason) => ({ value: reason, label: reason })),
          ]}
        />
      ) : null}
      <p className={styles['sale']} aria-live="polite">
        <strong>{forSale < 0 ? '—' : countOf(forSale, unit)}</strong> for sale
      </p>
      <DayField
        control={control}
        name="bestBy"
        label="Best by"
        description={bestBy === null ? 'No shelf life is set' : `${showDay(bestBy)} unless you choose another day`}
      />
      <LongTextField control={control} name="note" label="Note" mt="sm" minRows={1} />
    </Card>
  )
}

function asCount(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
