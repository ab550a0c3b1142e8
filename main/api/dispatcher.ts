import { AppError, type Envelope, type ErrorBody } from '../../shared/api/errors.ts'
import type { Contract, Handlers, Operation } from '../../shared/api/operation.ts'
import type { z } from '../../shared/api/zod.ts'
import { say, sayWord } from '../../shared/words/say.ts'

/** The one entry point that every host calls. Never rejects. */
export type Dispatch = (op: unknown, input: unknown) => Promise<Envelope>

interface DispatcherOptions<Context> {
  readonly context: (op: string) => Context
  /** Why an operation may not run now, whatever its input; undefined where it may. */
  readonly refuse: (op: string, operation: Operation) => ErrorBody | undefined
  /** Turns an error of the database into one that may cross the door. */
  readonly classify: (error: unknown) => ErrorBody | undefined
  /** Logs an unexpected error and returns the reference to show. */
  readonly onInternalError: (op: string, error: unknown) => string
}

interface Entry<Context> {
  readonly operation: Operation
  readonly run: (input: unknown, context: Context) => unknown
}

/**
 * Makes the door of a contract and its handlers: checks what comes in, runs it, checks what goes out.
 * @throws when an operation has no handler: at start, not at the first call.
 */
export function createDispatcher<C extends Contract, Context>(
  contract: C,
  handlers: Handlers<C, Context>,
  { context, refuse, classify, onInternalError }: DispatcherOptions<Context>,
): Dispatch {
  const table = tableOf(contract, handlers)

  return async function dispatch(op, rawInput) {
    const entry = typeof op === 'string' ? table.get(op) : undefined
    if (typeof op !== 'string' || !entry)
      return fail({ code: 'not_found', message: say('Traceberry has no such operation.') })
    const refused = refuse(op, entry.operation)
    if (refused) return fail(refused)
    const input = entry.operation.input.safeParse(rawInput)
    if (!input.success) return fail(invalidInput(input.error))
    try {
      const value = await entry.run(input.data, context(op))
      return { ok: true, value: entry.operation.output.parse(value) }
    } catch (error) {
      const known = error instanceof AppError ? error.body : classify(error)
      if (known) return fail(known)
      const ref = onInternalError(op, error)
      return fail({
        code: 'internal',
        message: say(
          'Something went wrong in Traceberry itself; nothing was changed. Try again, and if it stays, send the log with reference {ref}.',
          { ref },
        ),
        ref,
      })
    }
  }
}

function tableOf<C extends Contract, Context>(
  contract: C,
  handlers: Handlers<C, Context>,
): Map<string, Entry<Context>> {
  const table = new Map<string, Entry<Context>>()
  for (const [domain, operations] of Object.entries(contract)) {
    const implemented = new Map<string, unknown>(Object.entries(handlers[domain] ?? {}))
    for (const [name, operation] of Object.entries(operations)) {
      const run = implemented.get(name)
      if (typeof run !== 'function') throw new Error(`no handler for ${domain}.${name}`)
      table.set(`${domain}.${name}`, { operation, run: (input, context) => run(input, context) as unknown })
    }
  }
  return table
}

function invalidInput(error: z.ZodError): ErrorBody {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
    const path = issue.path.join('.')
    if (keys.length === 0) fields[path] ??= sayWord(issue.message)
    for (const key of keys) fields[path ? `${path}.${key}` : key] ??= say('This field is not part of the operation.')
  }
  const named = Object.entries(fields).find(([path]) => path !== '')
  return { code: 'invalid_input', message: named ? named[1] : say('The input must be a JSON object.'), fields }
}

function fail(error: ErrorBody): Envelope {
  return { ok: false, error }
}
