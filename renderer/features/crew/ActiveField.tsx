import { Checkbox } from '@mantine/core'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'

interface ActiveFieldProps<In extends FieldValues, Out> {
  readonly control: Control<In, unknown, Out>
  readonly name: FieldPath<In>
  readonly label: string
}

/** Whether a person or a piece of equipment is still offered for new batches. */
export function ActiveField<In extends FieldValues, Out>({ control, name, label }: ActiveFieldProps<In, Out>) {
  const { field } = useController({ control, name })
  return (
    <Checkbox
      size="md"
      mt="xl"
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      checked={field.value === true}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      label={label}
    />
  )
}
