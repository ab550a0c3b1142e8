import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useController, useWatch } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { TextField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import type { BatchValues } from './batchRows.ts'
import styles from './UseRows.module.css'

interface UseRowProps {
  readonly command: CommandForm<BatchValues, z.output<typeof BatchInput>>
  readonly at: number
  readonly item: string
  /** The row above is of the same ingredient. */
  readonly repeated: boolean
  readonly madeOn: string
  readonly onQuantity: () => void
  readonly onRemove: () => void
}

/** One lot of one ingredient: how much, and of which. */
export function UseRow({ command, at, item, repeated, madeOn, onQuantity, onRemove }: UseRowProps) {
  const { control, setValue, formState } = command.form
  const refused = formState.errors.uses?.[at]?.quantity?.type === 'core'
  const more = useWatch({ control, name: `uses.${at}.moreThanRecorded` }) === true
  const which = `${item}, row ${at + 1}`
  return (
    <div className={styles['row']}>
      <span className={`${styles['name']} ${repeated ? styles['repeated'] : ''}`}>
        {repeated ? `and ${item}` : item}
      </span>
      <TextField
        control={control}
        name={`uses.${at}.quantity`}
        aria-label={`Quantity of ${which}`}
        onInput={() => setValue(`uses.${at}.basis`, 'confirmed')}
        onBlurCapture={() => {
          if (control.getFieldState(`uses.${at}.quantity`).isDirty) onQuantity()
        }}
      />
      <LotSelect command={command} at={at} madeOn={madeOn} label={`Lot of ${which}`} />
      <ActionIcon aria-label={`Remove ${which}`} onClick={onRemove}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
      {refused || more ? (
        <Checkbox
          className={styles['more'] ?? ''}
          size="md"
          checked={more}
          onChange={(event) => setValue(`uses.${at}.moreThanRecorded`, event.currentTarget.checked)}
          label="There was more in it than recorded: count it up"
        />
      ) : null}
    </div>
  )
}

const UNKNOWN = 'unknown'

/** The lots of an ingredient with what is left of each; one that may not be used says why. */
function LotSelect({
  command,
  at,
  madeOn,
  label,
}: Pick<UseRowProps, 'command' | 'at' | 'madeOn'> & { readonly label: string }) {
  const { control, setValue } = command.form
  const { field, fieldState } = useController({ control, name: `uses.${at}.lotId` })
  const itemId = useWatch({ control, name: `uses.${at}.itemId` })
  const choices = useAnswer('batches', 'choices', { itemId, madeOn })
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
        setValue(`uses.${at}.basis`, 'confirmed')
      }}
      inputWrapperOrder={['input', 'description', 'error']}
      description={field.value === undefined && !fieldState.error ? 'No good lot has this much left' : null}
      error={fieldState.error?.message}
      data={[
        { value: '', label: 'Choose a lot…' },
        ...(choices.data ?? []).map(({ lotId, lot, onHand, problem }) => ({
          value: String(lotId),
          label: `${lot} · ${onHand} left${problem ? ` · ${problem}` : ''}`,
          disabled: problem !== null,
        })),
        { value: UNKNOWN, label: 'Lot not recorded' },
      ]}
    />
  )
}
