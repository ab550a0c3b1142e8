import type { ServerResponse } from 'node:http'
import type { App } from '../../app.ts'
import type { Caller } from './keys.ts'

/**
 * Browsers open six connections to one host, shared by all its tabs: streams may not use them up, or the next tab
 * hangs. A tab beyond this gets no live notices and asks again when it is looked at.
 */
const maxWindows = 4

/** Bytes a listener may leave unread before it is let go. */
const maxBacklog = 1024 * 1024

export interface NoticeStreams {
  /** Answers `GET /events`: notices as server-sent events until the listener goes. */
  open(response: ServerResponse, caller: Caller): void
  /** How many windows are listening now. */
  windows(): number
  close(): void
}

export function createNoticeStreams(app: App, heartbeatMs: number): NoticeStreams {
  const listening = new Map<ServerResponse, Caller>()

  return {
    open(response, caller) {
      if (caller === 'window' && countWindows(listening) >= maxWindows) {
        // 204 is how a server tells an EventSource not to come back.
        response.writeHead(204).end()
        return
      }
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      response.write(': listening\n\n')
      listening.set(response, caller)
      const unsubscribe = app.onNotice((notice) => write(response, `data: ${JSON.stringify(notice)}\n\n`))
      const heartbeat = setInterval(() => write(response, ': still here\n\n'), heartbeatMs)
      response.on('close', () => {
        listening.delete(response)
        unsubscribe()
        clearInterval(heartbeat)
      })
    },
    windows: () => countWindows(listening),
    close() {
      for (const response of listening.keys()) response.end()
    },
  }
}

function write(response: ServerResponse, text: string): void {
  if (response.writableLength > maxBacklog) response.destroy()
  else response.write(text)
}

function countWindows(listening: ReadonlyMap<ServerResponse, Caller>): number {
  return [...listening.values()].filter((caller) => caller === 'window').length
}
