import { createClient } from '../../shared/api/client.ts'
import type { Api } from '../../shared/api/contract.ts'
import { AppError, type ErrorBody } from '../../shared/api/errors.ts'
import { transport } from './transport.ts'
import { say, sayWord } from '../../shared/words/say.ts'

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
  if (error instanceof AppError) return saidBody(error.body)
  return { code: 'internal', message: error instanceof Error ? error.message : say('Something went wrong. Try again.') }
}

/** What a schema refuses comes as the schema wrote it; what the core itself says stays as it is. */
function saidBody(body: ErrorBody): ErrorBody {
  const message = sayWord(body.message)
  if (body.fields === undefined) return { ...body, message }
  const fields = Object.fromEntries(Object.entries(body.fields).map(([at, sentence]) => [at, sayWord(sentence)]))
  return { ...body, message, fields }
}
