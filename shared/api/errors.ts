import { z } from './zod.ts'

export const errorCodes = [
  'invalid_input',
  'not_found',
  'conflict',
  'rule_violation',
  'db_busy',
  'db_full',
  'db_corrupt',
  'printer',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** A conversion that nobody entered yet: what one of `from` is in `to`, for the form to ask in place. */
const MissingFactor = z.strictObject({
  /** Path of the field whose quantity needs it. */
  field: z.string(),
  itemId: z.int().positive(),
  ingredient: z.string(),
  /** `1 cup` */
  one: z.string(),
  /** `g` */
  unit: z.string(),
})
export type MissingFactor = z.infer<typeof MissingFactor>

export const ErrorBody = z.strictObject({
  code: z.enum(errorCodes),
  /** A sentence that says what happened and what to do next. */
  message: z.string(),
  /** Form path (`lines.0.quantity`) to sentence, so that a form can show it beside the field. */
  fields: z.record(z.string(), z.string()).optional(),
  /** What stands in the way, for `rule_violation`. */
  blockers: z.array(z.string()).optional(),
  /** Conversions that would make it possible. */
  missingFactors: z.array(MissingFactor).optional(),
  /** Names the log line of an `internal` error. */
  ref: z.string().optional(),
})
export type ErrorBody = z.infer<typeof ErrorBody>

/** How every answer crosses the door. */
export type Envelope =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: ErrorBody }

/** The one error that may cross the door; anything else becomes `internal`. */
export class AppError extends Error {
  readonly body: ErrorBody

  constructor(body: ErrorBody, options?: ErrorOptions) {
    super(body.message, options)
    this.name = 'AppError'
    this.body = body
  }
}

/** An `invalid_input` that names one field; its sentence is also the message. */
export function fieldError(field: string, message: string): AppError {
  return new AppError({ code: 'invalid_input', message, fields: { [field]: message } })
}

export function notFound(what: string): AppError {
  return new AppError({
    code: 'not_found',
    message: `${what} is not in the record. It may have been voided; go back and choose again.`,
  })
}
