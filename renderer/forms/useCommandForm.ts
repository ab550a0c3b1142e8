import { useState } from 'react'
import { type DefaultValues, type FieldPath, type FieldValues, useForm, type UseFormReturn } from 'react-hook-form'
import type { MissingFactor } from '../../shared/api/errors.ts'
import type { z } from '../../shared/api/zod.ts'
import { type AnswerOf, type Domain, errorBody, type InputOf, type Operation } from '../api/door.ts'
import { useCommand } from '../api/useCommand.ts'
import { saidResolver } from './saidResolver.ts'
import { type KeepAs, useKeptValues } from './useKeptValues.ts'

interface FormOptions<In extends FieldValues, Out extends FieldValues, D extends Domain, O extends Operation<D>> {
  /** The operation's own input schema without its request id, or a part of it. */
  readonly schema: z.ZodType<Out, In>
  readonly defaults: DefaultValues<In>
  readonly domain: D
  readonly operation: O
  /** Adds what the form does not ask. */
  readonly complete?: (values: Out) => Omit<InputOf<D, O>, 'requestId'>
  /** The form's own name for a field that the core refuses, where the form is not laid out like what is sent. */
  readonly fieldOf?: (path: string, sent: Omit<InputOf<D, O>, 'requestId'>) => string
  readonly onDone: (answer: AnswerOf<D, O>, values: Out) => void
  /** For long forms: what is typed survives a reload and a crash until it is saved. */
  readonly keepAs?: KeepAs
}

export interface CommandForm<In extends FieldValues, Out extends FieldValues> {
  readonly form: UseFormReturn<In, unknown, Out>
  readonly submit: () => Promise<void>
  readonly busy: boolean
  /** Conversions that the last refusal asked for, and what forgets one once it was entered. */
  readonly factors?: {
    readonly missing: readonly MissingFactor[]
    readonly onSaved: (factor: MissingFactor) => void
  }
}

/**
 * A form that runs one command. What the schema or the core refuses is shown beside its field, and as one sentence at
 * the button; nothing that was typed is lost.
 */
export function useCommandForm<
  In extends FieldValues,
  Out extends FieldValues,
  D extends Domain,
  O extends Operation<D>,
>({
  schema,
  defaults,
  domain,
  operation,
  complete,
  fieldOf,
  onDone,
  keepAs,
}: FormOptions<In, Out, D, O>): CommandForm<In, Out> {
  const { run, busy } = useCommand(domain, operation)
  const [missing, setMissing] = useState<readonly MissingFactor[]>([])
  const form = useForm<In, unknown, Out>({
    resolver: saidResolver(schema),
    defaultValues: defaults,
    mode: 'onTouched',
  })

  const forget = useKeptValues(form, keepAs)

  const submit = form.handleSubmit(async (values) => {
    setMissing([])
    const input = complete ? complete(values) : (values as unknown as Omit<InputOf<D, O>, 'requestId'>)
    const here = (path: string) => fieldOf?.(path, input) ?? path
    try {
      const answer = await run(input)
      forget()
      onDone(answer, values)
    } catch (error) {
      showRefusal(form, error, here)
      setMissing(errorBody(error).missingFactors?.map((each) => ({ ...each, field: here(each.field) })) ?? [])
    }
  })

  /** What was typed can be read now: back to it, and save again. */
  function onSaved({ field, itemId, one }: MissingFactor): void {
    setMissing((before) => before.filter((each) => each.itemId !== itemId || each.one !== one))
    form.clearErrors('root')
    form.clearErrors(field as FieldPath<In>)
    form.setFocus(field as FieldPath<In>)
  }
  return { form, submit: async () => await submit(), busy, factors: { missing, onSaved } }
}

function showRefusal<In extends FieldValues, Out extends FieldValues>(
  form: UseFormReturn<In, unknown, Out>,
  error: unknown,
  here: (path: string) => string,
): void {
  const { message, fields = {} } = errorBody(error)
  for (const [at, [path, sentence]] of Object.entries(fields).entries())
    form.setError(here(path) as FieldPath<In>, { type: 'core', message: sentence }, { shouldFocus: at === 0 })
  form.setError('root', { type: 'core', message })
}
