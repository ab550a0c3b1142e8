import type { IncomingMessage } from 'node:http'
import type { ErrorCode } from '../../../shared/api/errors.ts'
import type { Dispatch } from '../../api/dispatcher.ts'
import { type Answer, json, refusal } from './answer.ts'
import type { Caller } from './keys.ts'
import { say } from '../../../shared/words/say.ts'

/** Bytes; a photo or a spreadsheet to import fits, a runaway sender does not. */
const maxBody = 16 * 1024 * 1024

const statuses = {
  invalid_input: 400,
  not_found: 404,
  conflict: 409,
  rule_violation: 422,
  db_busy: 503,
  db_full: 503,
  db_corrupt: 503,
  printer: 502,
  unreachable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>

/** Answers `POST /api/<domain>.<operation>`; the body is the envelope whatever the status. */
export async function answerCall(
  dispatch: Dispatch,
  request: IncomingMessage,
  op: string,
  caller: Caller,
): Promise<Answer> {
  const { method, headers } = request
  if (method !== 'POST') return refusal(405, 'Call an operation with POST.', { allow: 'POST' })
  // A form on another page can POST with our cookie but cannot add a header without a preflight, which is refused.
  // A script's Authorization header forces that preflight by itself.
  if (caller === 'window' && headers['x-traceberry'] !== '1')
    return refusal(403, 'A window must send the header x-traceberry: 1.')
  if (!/^application\/json *(;|$)/i.test(headers['content-type'] ?? ''))
    return refusal(415, 'Send the input as application/json.')
  const body = await readBody(request)
  if (!body) return refusal(413, say('The input is larger than 16 MiB. Send it in parts.'))
  const input = parseJson(body)
  if (!input) return refusal(400, 'The input is not JSON in UTF-8.')
  const envelope = await dispatch(op, input.value)
  // A window reads the envelope; browsers write every other status into its console as a failure of the app.
  return json(envelope.ok || caller === 'window' ? 200 : statuses[envelope.error.code], envelope)
}

/** Counts what really arrives, whatever Content-Length says. @returns undefined, the rest unread, over the limit */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBody) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  const arriving: AsyncIterable<Uint8Array> = request
  for await (const chunk of arriving) {
    size += chunk.byteLength
    if (size > maxBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parseJson(body: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) }
  } catch {
    return undefined
  }
}
