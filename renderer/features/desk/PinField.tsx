import type { TextInputProps } from '@mantine/core'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { TextField } from '../../forms/fields.tsx'

interface PinFieldProps<In extends FieldValues, Out> extends Pick<
  TextInputProps,
  'label' | 'description' | 'autoFocus'
> {
  readonly control: Control<In, unknown, Out>
  readonly name: FieldPath<In>
}

/** Digits that nobody reads over a shoulder, and no browser remembers. */
export function PinField<In extends FieldValues, Out>(field: PinFieldProps<In, Out>) {
  return <TextField {...field} type="password" inputMode="numeric" autoComplete="off" maxLength={12} />
}
