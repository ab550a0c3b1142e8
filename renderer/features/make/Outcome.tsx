import { useWatch } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import { type BatchInput, discardReasons } from '../../../shared/api/batches.ts'
import { showDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { ChoiceField, DayField, LongTextField, NumberField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Card } from '../../ui/Page.tsx'
import { countOf } from '../../ui/words.ts'
import type { BatchValues } from './batchRows.ts'
import styles from './Outcome.module.css'

interface OutcomeProps {
  readonly command: CommandForm<BatchValues, z.output<typeof BatchInput>>
  readonly product: AnswerOf<'products', 'get'>
  /** What the product's shelf life gives. */
  readonly bestBy: string | null
}

/** What came out, a row a pack: made, discarded, set aside, and what is left for sale. */
export function Outcome({ command, product, bestBy }: OutcomeProps) {
  const { control } = command.form
  const [made, discarded, setAside, packs] = useWatch({ control, name: ['made', 'discarded', 'setAside', 'packs'] })
  const rows = [{ made, discarded, setAside }, ...(packs ?? [])]
  const forSale = rows.map((row) => asCount(row.made) - asCount(row.discarded) - asCount(row.setAside))
  const words = [product.pack, ...product.packs].map((pack) => pack.unit)
  const unit = new Set(words).size === 1 ? product.unit : 'unit'
  return (
    <Card title="What comes out">
      <div className={styles['figures']}>
        {product.packs.length > 0 ? <span className={styles['pack']}>{product.pack.name || product.unit}</span> : null}
        <NumberField control={control} name="made" label="Made" />
        <NumberField control={control} name="discarded" label="Discarded" />
        <NumberField control={control} name="setAside" label="Set aside" />
        {product.packs.map((pack, at) => (
          <PackRow key={pack.itemId} control={control} at={at} name={pack.name} />
        ))}
      </div>
      {rows.some((row) => asCount(row.discarded) > 0) ? (
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
        <strong>{forSale.some((count) => count < 0) ? '—' : countOf(sum(forSale), unit)}</strong> for sale
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

interface PackRowProps {
  readonly control: OutcomeProps['command']['form']['control']
  readonly at: number
  readonly name: string
}

/** The figures of one further pack, under the heads of the first row. */
function PackRow({ control, at, name }: PackRowProps) {
  return (
    <>
      <span className={styles['pack']}>{name}</span>
      <NumberField control={control} name={`packs.${at}.made`} aria-label={`${name}: made`} />
      <NumberField control={control} name={`packs.${at}.discarded`} aria-label={`${name}: discarded`} />
      <NumberField control={control} name={`packs.${at}.setAside`} aria-label={`${name}: set aside`} />
    </>
  )
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function asCount(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
