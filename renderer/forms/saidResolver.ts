import { zodResolver } from '@hookform/resolvers/zod'
import type { FieldValues, Resolver } from 'react-hook-form'
import type { z } from '../../shared/api/zod.ts'
import { sayWord } from '../../shared/words/say.ts'

/** Checks a form by its schema; what that refuses is said in the language of the person. */
export function saidResolver<In extends FieldValues, Out extends FieldValues>(
  schema: z.ZodType<Out, In>,
): Resolver<In, unknown, Out> {
  const resolve = zodResolver(schema)
  return async (values, context, options) => {
    const answer = await resolve(values, context, options)
    sayMessages(answer.errors)
    return answer
  }
}

/** Errors lie as deep as their fields do, each with the element it belongs to. */
function sayMessages(errors: object): void {
  for (const [name, value] of Object.entries(errors) as [string, unknown][])
    if (name === 'message' && typeof value === 'string') Object.assign(errors, { message: sayWord(value) })
    else if (typeof value === 'object' && value !== null && !(value instanceof Element)) sayMessages(value)
}
