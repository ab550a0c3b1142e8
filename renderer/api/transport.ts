import type { Call } from '../../shared/api/client.ts'
import type { Envelope } from '../../shared/api/errors.ts'
import type { Notice } from '../../shared/api/notices.ts'
import { say } from '../../shared/words/say.ts'

export interface Transport {
  readonly call: Call
  /** @returns a function that ends the subscription */
  subscribe(listener: (notice: Notice) => void): () => void
}

/** What the Electron preload exposes. */
interface Bridge {
  call(op: string, input: unknown): Promise<unknown>
  subscribe(listener: (notice: unknown) => void): () => void
}

declare global {
  interface Window {
    readonly traceberry?: Bridge
  }
}

/** From the opening of the stream of notices to a first screen that is there. */
const FIRST_SCREEN_MS = 2000

/** From a stream of notices that was refused to the next try. */
const REFUSED_MS = 3000

/** The only place that knows there are two hosts. */
export const transport: Transport = window.traceberry ? bridgeTransport(window.traceberry) : httpTransport()

function bridgeTransport(bridge: Bridge): Transport {
  return {
    call: async (op, input) => (await bridge.call(op, input).catch(unreachable)) as Envelope,
    subscribe: (listener) => bridge.subscribe((notice) => listener(notice as Notice)),
  }
}

function httpTransport(): Transport {
  let answered = () => {}
  return {
    async call(op, input) {
      try {
        const response = await fetch(`api/${op}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-traceberry': '1' },
          body: JSON.stringify(input),
        })
        if (response.status === 401) return startedAgain()
        const envelope = (await response.json()) as Envelope
        answered()
        return envelope
      } catch {
        return unreachable()
      }
    },
    subscribe(listener) {
      let events = stream()
      let first: ReturnType<typeof setTimeout> | undefined
      let again: ReturnType<typeof setTimeout> | undefined

      function stream(): EventSource {
        const opening = new EventSource('events')
        // What was committed before the stream was open, or while it was broken off, was not told. At the start that is
        // hardly ever anything: then it waits, so that the first screen is not asked for again while it is being drawn.
        opening.addEventListener('open', () => {
          if (first) listener({ changed: [] })
          first ??= setTimeout(() => listener({ changed: [] }), FIRST_SCREEN_MS)
        })
        opening.addEventListener('message', (event) => listener(JSON.parse(String(event.data)) as Notice))
        // A browser gives a refused stream up for good, and it is refused until the new link was opened.
        opening.addEventListener('error', () => {
          if (opening.readyState === EventSource.CLOSED) again = setTimeout(openAgain, REFUSED_MS)
        })
        return opening
      }

      function openAgain(): void {
        clearTimeout(again)
        again = undefined
        events = stream()
      }

      answered = () => {
        if (again !== undefined) openAgain()
      }
      return () => {
        answered = () => {}
        clearTimeout(first)
        clearTimeout(again)
        events.close()
      }
    },
  }
}

/** To a window whose key was of a run of the app that is over. */
function startedAgain(): Envelope {
  const message = say(
    'Traceberry was started again. Open its new window, or this page with its new link. What you typed is still here.',
  )
  return { ok: false, error: { code: 'conflict', message } }
}

function unreachable(): Envelope {
  const message = say(
    'Traceberry is not answering; it may have been closed. What you typed is still here. Start it again and save.',
  )
  return { ok: false, error: { code: 'unreachable', message } }
}
