import { AppError, type Envelope } from './errors.ts'
import type { Client, Contract } from './operation.ts'

/** Moves one call to a dispatcher, by whatever way there is. */
export type Call = (op: string, input: unknown) => Promise<Envelope>

/** The typed face of a door: every operation as a function that rejects with an AppError. */
export function createClient<C extends Contract>(contract: C, call: Call): Client<C> {
  const client: Record<string, Record<string, unknown>> = {}
  for (const [domain, operations] of Object.entries(contract)) {
    const face: Record<string, unknown> = {}
    for (const name of Object.keys(operations)) {
      face[name] = async (input: unknown) => {
        const envelope = await call(`${domain}.${name}`, input)
        if (!envelope.ok) throw new AppError(envelope.error)
        return envelope.value
      }
    }
    client[domain] = face
  }
  return client as Client<C>
}
