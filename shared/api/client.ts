import type { Api } from './contract.ts'
import { AppError, type Envelope } from './errors.ts'

/** Moves one call to a dispatcher, by whatever way there is. */
export type Call = (op: string, input: unknown) => Promise<Envelope>

/**
 * The typed face of a door: every operation as a function that rejects with an AppError. It names operations as they are
 * asked for and knows no schema, so that a window need not build the schemas of the whole door before its first screen.
 */
export function createClient(call: Call): Api {
  const operation = (op: string) => async (input: unknown) => {
    const envelope = await call(op, input)
    if (!envelope.ok) throw new AppError(envelope.error)
    return envelope.value
  }
  // What the contract declares, the compiler holds callers to; anything else the dispatcher refuses.
  return named((domain) => named((name) => operation(`${domain}.${name}`))) as unknown as Api
}

/** An object that makes each of its properties when it is first asked for. */
function named<T>(make: (name: string) => T): Record<string, T> {
  const made = new Map<string, T>()
  return new Proxy<Record<string, T>>(
    {},
    {
      get(_target, name) {
        if (typeof name !== 'string') return undefined
        const known = made.get(name) ?? make(name)
        made.set(name, known)
        return known
      },
    },
  )
}
