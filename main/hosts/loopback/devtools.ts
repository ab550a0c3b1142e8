import type { Readable, Writable } from 'node:stream'

/** What a browser is asked, and what it tells by itself, in the Chrome DevTools Protocol. */
export interface DevTools {
  /** @param session of a page; without it, the browser as a whole. @throws Error with what the browser says */
  send(method: string, params?: object, session?: string): Promise<Readonly<Record<string, unknown>>>
  /** @returns a function that ends it */
  on(method: string, session: string, listener: (params: Readonly<Record<string, unknown>>) => void): () => void
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: Readonly<Record<string, unknown>>
  readonly error?: { readonly message: string }
}

/** The protocol over two pipes: JSON messages, a zero byte after each. When the browser goes, nothing more is answered. */
export function devtoolsOver(told: Writable, says: Readable): DevTools {
  const waiting = new Map<number, (message: Message) => void>()
  const listeners = new Set<(message: Message) => void>()
  let asked = 0
  let begun: Buffer[] = []

  says.on('data', (data: Buffer) => {
    let from = 0
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, from)) {
      const text = Buffer.concat([...begun, data.subarray(from, end)]).toString('utf8')
      begun = []
      from = end + 1
      take(JSON.parse(text) as Message)
    }
    if (from < data.length) begun.push(data.subarray(from))
  })
  // A browser that ended is known by its exit; a pipe that breaks says nothing more.
  for (const pipe of [told, says]) pipe.on('error', () => undefined)

  function take(message: Message): void {
    if (message.id === undefined) for (const listener of listeners) listener(message)
    else waiting.get(message.id)?.(message)
    if (message.id !== undefined) waiting.delete(message.id)
  }

  return {
    async send(method, params = {}, sessionId) {
      asked += 1
      const { promise, resolve } = Promise.withResolvers<Message>()
      waiting.set(asked, resolve)
      told.write(`${JSON.stringify({ id: asked, method, params, sessionId })}\0`)
      const { error, result = {} } = await promise
      if (error) throw new Error(`${method}: ${error.message}`)
      return result
    },
    on(method, session, listener) {
      const heard = (message: Message) => {
        if (message.method === method && message.sessionId === session) listener(message.params ?? {})
      }
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}
