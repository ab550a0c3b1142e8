import { ActionIcon, Checkbox, Kbd } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useController, useWatch } from 'react-hook-form'
import type { z } from '../../../shared/api/zod.ts'
import type { BatchInput } from '../../../shared/api/batches.ts'
import { keySections } from '../../app/keySections.ts'
import { TextField } from '../../forms/fields.tsx'
import type { CommandForm } from '../../forms/useCommandForm.ts'
import { Mark } from '../../ui/Mark.tsx'
import { type BatchValues, isUnplaced } from './batchRows.ts'
import { LotField } from './LotField.tsx'
import { useLotOptions } from './useLotOptions.ts'
import styles from './UseRows.module.css'
import { say } from '../../../shared/words/say.ts'
import { said } from '../../ui/said.ts'

interface UseRowProps {
  readonly command: CommandForm<BatchValues, z.output<typeof BatchInput>>
  readonly at: number
  readonly item: { readonly name: string; readonly unit: string }
  /** The row above is of the same ingredient. */
  readonly repeated: boolean
  readonly madeOn: string
  /** What lots are called that the lists do not hold: scanned ones that are empty or on hold. */
  readonly lotNames: ReadonlyMap<number, string>
  readonly onQuantity: () => void
  readonly onRemove: () => void
}

/** The key that says of the row with the focus that there was more in its bag than recorded. */
export const MORE_KEY = keySections.batchPage.keys.more.key

/** One lot of one ingredient: how much, and of which. */
export function UseRow({ command, at, item, repeated, madeOn, lotNames, onQuantity, onRemove }: UseRowProps) {
  const { control, setValue, formState } = command.form
  const refused = formState.errors.uses?.[at]?.quantity?.type === 'core'
  const row = useWatch({ control, name: `uses.${at}` })
  const { field, fieldState } = useController({ control, name: `uses.${at}.lotId` })
  const which = say('{item}, row {row}', { item: item.name, row: at + 1 })
  const { shown, optionsFor, nothing } = useLotOptions({ command, at, row, item, madeOn, lotNames })
  const more = row.moreThanRecorded === true
  return (
    <div className={styles['row']} data-row={at}>
      <kbd className={styles['key']} aria-hidden>
        {at < 9 ? at + 1 : ''}
      </kbd>
      <span className={`${styles['name']} ${repeated ? styles['repeated'] : ''}`} title={item.name}>
        {repeated ? say('and {name}', { name: item.name }) : item.name}
      </span>
      <TextField
        control={control}
        name={`uses.${at}.quantity`}
        aria-label={say('Quantity of {which}', { which })}
        onBlurCapture={() => {
          if (!control.getFieldState(`uses.${at}.quantity`).isDirty) return
          setValue(`uses.${at}.basis`, 'confirmed')
          onQuantity()
        }}
      />
      <LotField
        inputRef={field.ref}
        label={say('Lot of {which}', { which })}
        value={shown}
        optionsFor={optionsFor}
        nothing={nothing}
        placeholder={say('Choose, scan, or type a bag: va 40 {unit}', { unit: item.unit })}
        error={fieldState.error?.message}
      />
      <span className={styles['basis']}>
        {isUnplaced(row) ? (
          <Mark tone="warn">{say('no lot')}</Mark>
        ) : row.lotId === null && !row.delivery ? (
          <Mark tone="warn">{say('unknown')}</Mark>
        ) : row.basis === 'confirmed' ? (
          <Mark tone="good">{say('confirmed')}</Mark>
        ) : (
          <Mark tone="plain">{say('assumed')}</Mark>
        )}
      </span>
      <ActionIcon aria-label={say('Remove {which}', { which })} onClick={onRemove}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
      {refused || more ? (
        <Checkbox
          className={styles['more'] ?? ''}
          size="md"
          checked={more}
          onChange={(event) => setValue(`uses.${at}.moreThanRecorded`, event.currentTarget.checked)}
          label={said('There was more in it than recorded: count it up {key}', {
            key: <Kbd aria-hidden>{MORE_KEY}</Kbd>,
          })}
        />
      ) : null}
      {row.override ? (
        <span className={styles['more']}>
          {row.override.problem === 'held'
            ? say('Used although on hold: {reason}', { reason: row.override.reason })
            : say('Used although past its date: {reason}', { reason: row.override.reason })}
        </span>
      ) : null}
    </div>
  )
}
