import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useController, useFieldArray, useWatch } from 'react-hook-form'
import { isDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { TextField } from '../../forms/fields.tsx'
import styles from './CorrectBatch.module.css'
import type { CorrectionForm } from './CorrectedOutcomes.tsx'
import { say } from '../../../shared/words/say.ts'

type Use = AnswerOf<'corrections', 'open'>['uses'][number]

interface CorrectedUsesProps {
  readonly command: CorrectionForm
  readonly uses: readonly Use[]
  readonly fallbackDay: string
}

/** What went in: rows changed, removed and added. */
export function CorrectedUses({ command, uses, fallbackDay }: CorrectedUsesProps) {
  const { control } = command.form
  const rows = useFieldArray({ control, name: 'uses', keyName: 'key' })
  const items = useItems(uses)
  const day = useWatch({ control, name: 'madeOn' })
  const madeOn = typeof day === 'string' && isDay(day) ? day : fallbackDay
  return (
    <section aria-label={say('Corrected rows')}>
      <h3 className={styles['part']}>{say('What went in')}</h3>
      {rows.fields.map((row, at) => (
        <CorrectedUse
          key={row.key}
          command={command}
          at={at}
          item={items.get(row.itemId) ?? ''}
          before={uses.find((use) => use.useId === row.useId)}
          madeOn={madeOn}
          onRemove={() => rows.remove(at)}
        />
      ))}
      <NativeSelect
        className={styles['add'] ?? ''}
        mt="xs"
        aria-label={say('Add a row')}
        value=""
        onChange={(event) => {
          const itemId = Number(event.currentTarget.value)
          // Undefined until a lot is chosen, or that it was not recorded: the schema refuses it until then.
          if (itemId > 0) rows.append({ itemId, lotId: undefined as unknown as null, quantity: '' })
        }}
        data={[
          { value: '', label: say('Add another lot or ingredient…') },
          ...[...items].map(([id, name]) => ({ value: String(id), label: name })),
        ]}
      />
    </section>
  )
}

interface CorrectedUseProps {
  readonly command: CorrectionForm
  readonly at: number
  readonly item: string
  /** The row as it stands; undefined for an added one. */
  readonly before: Use | undefined
  readonly madeOn: string
  readonly onRemove: () => void
}

function CorrectedUse({ command, at, item, before, madeOn, onRemove }: CorrectedUseProps) {
  const { control, setValue, formState } = command.form
  const more = useWatch({ control, name: `uses.${at}.moreThanRecorded` }) === true
  const short = formState.errors.uses?.[at]?.quantity?.type === 'core'
  const which = say('{item}, row {row}', { item, row: at + 1 })
  return (
    <div className={styles['use']}>
      <span className={styles['name']}>{item}</span>
      <TextField control={control} name={`uses.${at}.quantity`} aria-label={say('Quantity of {which}', { which })} />
      <LotOfUse command={command} at={at} label={say('Lot of {which}', { which })} before={before} madeOn={madeOn} />
      <ActionIcon aria-label={say('Remove {which}', { which })} onClick={onRemove}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
      {short || more ? (
        <Checkbox
          className={styles['more'] ?? ''}
          size="md"
          checked={more}
          onChange={(event) => setValue(`uses.${at}.moreThanRecorded`, event.currentTarget.checked)}
          label={say('There was more in it than recorded: count it up')}
        />
      ) : null}
    </div>
  )
}

const UNKNOWN = 'unknown'

/** Every lot of the ingredient that was there by the day made, its own first. */
function LotOfUse({
  command,
  at,
  label,
  before,
  madeOn,
}: Pick<CorrectedUseProps, 'command' | 'at' | 'before' | 'madeOn'> & { readonly label: string }) {
  const { control } = command.form
  const { field, fieldState } = useController({ control, name: `uses.${at}.lotId` })
  const itemId = useWatch({ control, name: `uses.${at}.itemId` })
  const choices = useAnswer(
    'corrections',
    'lots',
    { itemId: itemId ?? 0, day: madeOn },
    { enabled: itemId !== undefined },
  )
  const own = before?.lotId ?? null
  const others = (choices.data ?? []).filter((choice) => choice.lotId !== own)
  return (
    <NativeSelect
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      aria-label={label}
      value={field.value === null ? UNKNOWN : (field.value ?? '')}
      onChange={(event) => {
        const { value } = event.currentTarget
        field.onChange(value === UNKNOWN ? null : value === '' ? undefined : Number(value))
      }}
      error={fieldState.error?.message}
      data={[
        { value: '', label: say('Choose a lot…') },
        ...(own === null || !before ? [] : [{ value: String(own), label: before.lot }]),
        ...others.map(({ lotId, lot, left, mark }) => ({
          value: String(lotId),
          label:
            mark === null
              ? say('{lot} · {left} left', { lot, left })
              : say('{lot} · {left} left · {mark}', { lot, left, mark }),
        })),
        { value: UNKNOWN, label: say('Lot not recorded') },
      ]}
    />
  )
}

function useItems(uses: readonly Use[]): Map<number, string> {
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const products = useAnswer('products', 'list', {})
  return new Map([
    ...uses.map((use) => [use.itemId, use.ingredient] as const),
    ...(ingredients.data ?? []).map(({ id, name }) => [id, name] as const),
    ...(products.data ?? []).map(({ id, name }) => [id, name] as const),
  ])
}
