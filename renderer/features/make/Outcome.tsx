import { Button, Kbd } from '@mantine/core'
import { useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { countOf } from '../../../shared/words/counted.ts'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { discardReasons } from '../../../shared/domain/reasons.ts'
import type { AnswerOf } from '../../api/door.ts'
import { ChoiceField, DayField, LongTextField, NumberField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Card } from '../../ui/Page.tsx'
import type { BatchValues } from './batchRows.ts'
import styles from './Outcome.module.css'
import { packWord } from './packWord.ts'
import { useFail } from './useFail.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { say, sayWord } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

interface OutcomeProps {
  readonly command: CommandForm<BatchValues, z.output<typeof BatchInput>>
  readonly product: AnswerOf<'products', 'get'>
  /** What the product's shelf life gives. */
  readonly bestBy: string | null
  /** The person changed figures by another way than typing. */
  readonly onTouched: () => void
}

/** What came out, a row a pack: made, discarded, set aside, and what is left for sale. */
export function Outcome({ command, product, bestBy, onTouched }: OutcomeProps) {
  const { control } = command.form
  const card = useRef<HTMLDivElement>(null)
  const [made, discarded, setAside, packs] = useWatch({ control, name: ['made', 'discarded', 'setAside', 'packs'] })
  const rows = [{ made, discarded, setAside }, ...(packs ?? [])]
  const forSale = rows.map((row) => asCount(row.made) - asCount(row.discarded) - asCount(row.setAside))
  const words = [product.pack, ...product.packs].map((pack) => pack.unit)
  const unit = new Set(words).size === 1 ? product.unit : 'unit'
  const failed =
    sum(rows.map((row) => asCount(row.made))) > 0 &&
    forSale.every((count) => count === 0) &&
    !rows.some((row) => asCount(row.setAside) > 0)
  const focusReason = () => card.current?.querySelector('select')?.focus()
  const fail = useFail({ form: command.form, failed, focusReason, onTouched })
  return (
    <Card title={say('What comes out')}>
      <div ref={card}>
        <div className={styles['figures']}>
          {product.packs.length > 0 ? (
            <span className={styles['pack']}>{packWord({ pack: product.pack.name, unit: product.unit })}</span>
          ) : null}
          <NumberField control={control} name="made" label={say('Made')} />
          <NumberField control={control} name="discarded" label={say('Discarded')} />
          <NumberField control={control} name="setAside" label={say('Set aside')} />
          {product.packs.map((pack, at) => (
            <PackRow key={pack.itemId} control={control} at={at} name={pack.name} />
          ))}
        </div>
        {rows.some((row) => asCount(row.discarded) > 0) ? (
          <ChoiceField
            mt="sm"
            control={control}
            name="discardReason"
            label={say('Why discarded')}
            choices={[
              { value: '', label: say('Choose…') },
              ...discardReasons.map((reason) => ({ value: reason, label: sayWord(reason) })),
            ]}
          />
        ) : null}
      </div>
      <div className={styles['sale']}>
        <p aria-live="polite">
          {said('{units} for sale', {
            units: <strong>{forSale.some((count) => count < 0) ? '—' : countOf(sum(forSale), unit)}</strong>,
          })}
        </p>
        <Button variant="default" size="compact-md" aria-pressed={failed} aria-keyshortcuts="Alt+X" onClick={fail}>
          {failed ? say('Not failed') : say('It failed')}
          <Kbd ml={8} aria-hidden>
            {say('Alt X')}
          </Kbd>
        </Button>
      </div>
      <div className={styles['last']}>
        <DayField
          control={control}
          name="bestBy"
          label={say('Best by')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={
            bestBy === null ? say('No shelf life is set') : say('If left empty: {day}', { day: sayDay(bestBy) })
          }
        />
        <LongTextField control={control} name="note" label={say('Note')} minRows={1} />
      </div>
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
      <NumberField control={control} name={`packs.${at}.made`} aria-label={say('{name}: made', { name })} />
      <NumberField control={control} name={`packs.${at}.discarded`} aria-label={say('{name}: discarded', { name })} />
      <NumberField control={control} name={`packs.${at}.setAside`} aria-label={say('{name}: set aside', { name })} />
    </>
  )
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function asCount(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
