import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { startCore } from '../core.ts'
import type { HostServices } from '../hostServices.ts'
import type { FromThread, HostMethod, ThreadData, ToThread } from './messages.ts'

/*
 * The core in a thread of its own: no query, check, backup or import stalls the window. What only the host can do is
 * asked of it by message.
 */
if (!parentPort) throw new Error('this file is the core’s thread')
await runThread(parentPort, workerData as ThreadData)

type HostAnswer = Extract<ToThread, { kind: 'host answer' }>

async function runThread(port: MessagePort, { capabilities, ...folders }: ThreadData): Promise<void> {
  const waiting = new Map<number, (answer: HostAnswer) => void>()
  let asked = 0

  function send(message: FromThread): void {
    port.postMessage(message)
  }

  async function ask(method: HostMethod, argument: unknown): Promise<unknown> {
    asked += 1
    const { promise, resolve } = Promise.withResolvers<HostAnswer>()
    waiting.set(asked, resolve)
    send({ kind: 'host', id: asked, method, argument })
    const answer = await promise
    if (answer.error !== undefined) throw new Error(answer.error)
    return answer.value
  }

  const host: HostServices = {
    capabilities,
    printToPdf: async (html) => (await ask('printToPdf', html)) as Uint8Array,
    pickFolder: async (title) => (await ask('pickFolder', title)) as string | null,
    showFolder: async (folder) => {
      await ask('showFolder', folder)
    },
    openAtLogin: async (wanted) => (await ask('openAtLogin', wanted)) as boolean,
    install: async (file) => {
      await ask('install', file)
    },
    goTo: async (kitchen) => (await ask('goTo', kitchen)) as string | null,
  }

  try {
    const app = await startCore({ ...folders, host })
    app.onNotice((notice) => send({ kind: 'notice', notice }))
    port.on('message', (message: ToThread) => {
      switch (message.kind) {
        case 'call':
          void app
            .dispatch(message.op, message.input)
            .then((envelope) => send({ kind: 'answer', id: message.id, envelope }))
          break
        case 'host answer':
          waiting.get(message.id)?.(message)
          waiting.delete(message.id)
          break
        case 'open':
          app.open(message.file)
          break
        case 'close':
          void app.close().finally(() => {
            send({ kind: 'closed' })
            port.close()
          })
          break
      }
    })
    send({ kind: 'ready' })
  } catch (error) {
    send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    port.close()
  }
}
