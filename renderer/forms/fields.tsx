import {
  Autocomplete,
  type AutocompleteProps,
  Checkbox,
  type CheckboxProps,
  NativeSelect,
  type NativeSelectProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core'
import { useContext, useState } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import { FactorOffer } from './FactorOffer.tsx'
import { FactorOffers } from './factorOffers.ts'
import { type NumberKind, readTyped, typedText } from './typedNumber.ts'

/** Which field of which form; `control` comes from `useCommandForm`. */
interface Field<In extends FieldValues, Out> {
  readonly control: Control<In, unknown, Out>
  readonly name: FieldPath<In>
}

type Owned = 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error'

/** A line of text; where a quantity lacks a conversion, that is asked for below it. */
export function TextField<In extends FieldValues, Out>({
  control,
  name,
  ...look
}: Field<In, Out> & Omit<TextInputProps, Owned>) {
  const { field, fieldState } = useController({ control, name })
  const { missing, onSaved } = useContext(FactorOffers)
  const lacking = fieldState.error ? missing.find((factor) => factor.field === name) : undefined
  const input = <TextInput {...look} {...field} value={asText(field.value)} error={fieldState.error?.message} />
  if (!lacking) return input
  return (
    <div>
      {input}
      <FactorOffer missing={lacking} onSaved={() => onSaved(lacking)} />
    </div>
  )
}

/** Several lines of text. */
export function LongTextField<In extends FieldValues, Out>({
  control,
  name,
  ...look
}: Field<In, Out> & Omit<TextareaProps, Owned>) {
  const { field, fieldState } = useController({ control, name })
  return (
    <Textarea
      autosize
      minRows={2}
      maxRows={6}
      {...look}
      {...field}
      value={asText(field.value)}
      error={fieldState.error?.message}
    />
  )
}

/** A yes or no. */
export function TickField<In extends FieldValues, Out>({
  control,
  name,
  ...look
}: Field<In, Out> & Omit<CheckboxProps, Owned | 'checked'>) {
  const { field, fieldState } = useController({ control, name })
  return (
    <Checkbox
      {...look}
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      checked={Boolean(field.value)}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
      error={fieldState.error?.message}
    />
  )
}

/** A day, with the browser's own calendar. */
export function DayField<In extends FieldValues, Out>(props: Field<In, Out> & Omit<TextInputProps, Owned | 'type'>) {
  return <TextField {...props} type="date" />
}

/** Text with suggestions; what is typed counts, whether it is among them or not. */
export function SuggestField<In extends FieldValues, Out>({
  control,
  name,
  ...look
}: Field<In, Out> & Omit<AutocompleteProps, Owned>) {
  const { field, fieldState } = useController({ control, name })
  return (
    <Autocomplete
      limit={8}
      openOnFocus={false}
      {...look}
      {...field}
      value={asText(field.value)}
      error={fieldState.error?.message}
    />
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

interface ChoiceFieldProps<In extends FieldValues, Out>
  extends Field<In, Out>, Omit<NativeSelectProps, Owned | 'data'> {
  readonly choices: readonly Choice[]
  /** The values are ids: the form holds numbers, and null for the empty choice. */
  readonly ids?: boolean
}

/** One of a few; for ids give an empty choice where nothing is chosen yet. */
export function ChoiceField<In extends FieldValues, Out>({
  control,
  name,
  choices,
  ids = false,
  ...look
}: ChoiceFieldProps<In, Out>) {
  const { field, fieldState } = useController({ control, name })
  return (
    <NativeSelect
      {...look}
      {...field}
      data={[...choices]}
      value={asText(field.value)}
      onChange={(event) => field.onChange(ids ? asId(event.currentTarget.value) : event.currentTarget.value)}
      error={fieldState.error?.message}
    />
  )
}

interface NumberFieldProps<In extends FieldValues, Out> extends Field<In, Out>, Omit<TextInputProps, Owned> {
  readonly kind?: NumberKind
}

/** A number. What is no number stays as typed, for the schema to refuse with a sentence. */
export function NumberField<In extends FieldValues, Out>({
  control,
  name,
  kind = 'units',
  ...look
}: NumberFieldProps<In, Out>) {
  const { field, fieldState } = useController({ control, name })
  const [typed, setTyped] = useState<string>()
  const value: unknown = field.value
  // The typed text is shown while it is typed and means the value; left, the field shows what it understood.
  const shown = typed !== undefined && readTyped(typed, kind) === (value ?? null) ? typed : typedText(value, kind)
  return (
    <TextInput
      inputMode={kind === 'units' ? 'numeric' : 'decimal'}
      {...look}
      ref={field.ref}
      name={field.name}
      onBlur={() => {
        setTyped(undefined)
        field.onBlur()
      }}
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        field.onChange(readTyped(event.currentTarget.value, kind))
      }}
      error={fieldState.error?.message}
    />
  )
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function asId(text: string): number | null {
  return text === '' ? null : Number(text)
}
