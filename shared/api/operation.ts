import type { z } from './zod.ts'

/** One operation of the door: what goes in, what comes out, and whether it writes. */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  /** One sentence for people who script the door; shown by `GET /api`. */
  readonly about: string
  /** Whether it corrects, voids, takes back or puts something else in place of what was recorded: an inspector asks for these. */
  readonly amends?: true
  readonly input: I
  readonly output: O
}

/** An operation that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(about: string, input: I, output: O) {
  return { kind: 'query', about, input, output } as const satisfies Operation<I, O>
}

/** An operation that writes: its input carries a `requestId`, and repeating it with the same id does it once. */
export function command<I extends z.ZodType<{ requestId: string }>, O extends z.ZodType>(
  about: string,
  input: I,
  output: O,
) {
  return { kind: 'command', about, input, output } as const satisfies Operation<I, O>
}

/** A command that corrects, voids, takes back or puts something else in place of what was recorded. */
export function amendment<I extends z.ZodType<{ requestId: string }>, O extends z.ZodType>(
  about: string,
  input: I,
  output: O,
) {
  return { ...command(about, input, output), amends: true } as const satisfies Operation<I, O>
}

export type Contract = Readonly<Record<string, Readonly<Record<string, Operation>>>>

/** What the renderer calls: every operation as an async function that rejects with an AppError. */
export type Client<C extends Contract> = {
  readonly [D in keyof C]: {
    readonly [M in keyof C[D]]: (input: z.input<C[D][M]['input']>) => Promise<z.output<C[D][M]['output']>>
  }
}

/** What main implements: a missing or an extra operation does not compile. */
export type Handlers<C extends Contract, Context> = {
  readonly [D in keyof C]: {
    readonly [M in keyof C[D]]: (
      input: z.output<C[D][M]['input']>,
      context: Context,
    ) => Promise<z.input<C[D][M]['output']>> | z.input<C[D][M]['output']>
  }
}

/** The input of an operation once it is checked. */
export type Input<O extends Operation> = z.output<O['input']>
/** The answer of an operation. */
export type Output<O extends Operation> = z.output<O['output']>
