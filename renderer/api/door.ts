import { createClient } from '../../shared/api/client.ts'
import type { Api } from '../../shared/api/contract.ts'
import { AppError, type ErrorBody } from '../../shared/api/errors.ts'
import { transport } from './transport.ts'

/** The core, as typed functions. Components ask through `useAnswer` and act through `useCommand`. */
export const api: Api = createClient(transport.call)

export type Domain = keyof Api
export type Operation<D extends Domain> = keyof Api[D] & string
export type InputOf<D extends Domain, O extends Operation<D>> = Api[D][O] extends (input: infer I) => unknown
  ? I
  : never
export type AnswerOf<D extends Domain, O extends Operation<D>> = Api[D][O] extends (input: never) => Promise<infer A>
  ? A
  : never

/** What any failure says, as the door says it. */
export function errorBody(error: unknown): ErrorBody {
  if (error instanceof AppError) return error.body
  return { code: 'internal', message: error instanceof Error ? error.message : 'Something went wrong. Try again.' }
}
