import { say, sayWord } from '../words/say.ts'

export const errorCodes = [
  'invalid_input',
  'not_found',
  'conflict',
  'rule_violation',
  'db_busy',
  'db_full',
  'db_corrupt',
  'printer',
  // No answer came: what was asked for may have been done all the same.
  'unreachable',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** A conversion that nobody entered yet: what one of `from` is in `to`, for the form to ask in place. */
export interface MissingFactor {
  /** Path of the field whose quantity needs it. */
  readonly field: string
  readonly itemId: number
  readonly ingredient: string
  /** `1 cup` */
  readonly one: string
  /** `g` */
  readonly unit: string
}

export interface ErrorBody {
  readonly code: ErrorCode
  /** A sentence that says what happened and what to do next. */
  readonly message: string
  /** Form path (`lines.0.quantity`) to sentence, so that a form can show it beside the field. */
  readonly fields?: Readonly<Record<string, string>> | undefined
  /** What stands in the way, for `rule_violation`. */
  readonly blockers?: readonly string[] | undefined
  /** Conversions that would make it possible. */
  readonly missingFactors?: readonly MissingFactor[] | undefined
  /** Names the log line of an `internal` error. */
  readonly ref?: string | undefined
}

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
    message: say('{what} is not in the record. It may have been voided; go back and choose again.', {
      what: sayWord(what),
    }),
  })
}
