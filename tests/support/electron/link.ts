/** One end of a Node child process's message channel. */
interface End {
  send(message: object): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
}

interface Ask {
  readonly ask: number
  readonly kind: string
  readonly payload: unknown
}

type Reply = { readonly reply: number; readonly value: unknown } | { readonly reply: number; readonly problem: string }

/** Asks the other process; rejects with what it threw. */
export type Request = (kind: string, payload?: unknown) => Promise<unknown>

/** Questions and answers both ways between the test and the app's main process. */
export function createLink(end: End, answer: (kind: string, payload: unknown) => unknown): Request {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let asked = 0

  end.on('message', (message) => {
    if (isAsk(message)) void reply(message)
    else if (isReply(message)) settle(message)
  })

  async function reply({ ask, kind, payload }: Ask): Promise<void> {
    try {
      end.send({ reply: ask, value: await answer(kind, payload) })
    } catch (error) {
      end.send({ reply: ask, problem: error instanceof Error ? error.message : String(error) })
    }
  }

  function settle(message: Reply): void {
    const question = waiting.get(message.reply)
    waiting.delete(message.reply)
    if ('problem' in message) question?.reject(new Error(message.problem))
    else question?.resolve(message.value)
  }

  return function request(kind, payload) {
    asked += 1
    const question = Promise.withResolvers<unknown>()
    waiting.set(asked, question)
    end.send({ ask: asked, kind, payload })
    return question.promise
  }
}

function isAsk(message: unknown): message is Ask {
  return typeof message === 'object' && message !== null && 'ask' in message
}

function isReply(message: unknown): message is Reply {
  return typeof message === 'object' && message !== null && 'reply' in message
}
