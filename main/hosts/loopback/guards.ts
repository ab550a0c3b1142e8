import type { IncomingMessage } from 'node:http'
import { type Answer, page, refusal } from './answer.ts'
import { say } from '../../../shared/words/say.ts'

/**
 * What any web page or program on this machine can send is refused here, before a secret is even looked at.
 * @param authority `127.0.0.1:<port>`
 */
export function refuseStranger(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  authority: string,
): Answer | undefined {
  // A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); the browser then names that site here.
  if (headers.host !== authority)
    return refusal(421, say('Traceberry answers only to {address}.', { address: `http://${authority}` }))
  // Browsers add Origin whenever another page sends or reads something; scripts and our own links carry none.
  if (headers.origin !== undefined && headers.origin !== `http://${authority}`)
    return refusal(403, 'Traceberry does not answer other web pages.')
  if (headers.upgrade !== undefined)
    return refusal(400, 'Traceberry has no WebSocket; notices come from GET /events.', { connection: 'close' })
  // A preflight asks to be let in from elsewhere; without CORS headers in the answer the browser gives up.
  if (method === 'OPTIONS') return refusal(405, 'Use GET or POST.', { allow: 'GET, HEAD, POST' })
  return undefined
}

/** For a script without the right token. */
export function notLetIn(): Answer {
  const message = 'Send the token that Traceberry printed at start as Authorization: Bearer <token>.'
  return refusal(401, message, { 'www-authenticate': 'Bearer' })
}

/** For a person whose link is used up, or who typed the address. */
export function wayIn(): Answer {
  return page(401, say('This link does not open Traceberry'), [
    say('An opening link works once, and this address came without one that still does.'),
    say('If Traceberry is already open in this browser, {link}.', { link: `<a href="/">${say('go on there')}</a>` }),
    say(
      'Otherwise close Traceberry and start it again: it opens its own window, or prints a new link. A script gets one from {request} with the token that was printed at start.',
      { request: '<code>GET /open</code>' },
    ),
  ])
}
