import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { Envelope } from '../../shared/api/errors.ts'
import type { Notice } from '../../shared/api/notices.ts'
import type { App, AppFolders, HostServices } from '../hostServices.ts'
import type { FromThread, ThreadData, ToThread } from './messages.ts'
import { say } from '../../shared/words/say.ts'

/**
 * How far the core's heap grows. By default what is used for a moment fills 134 MB before it is looked through, and the
 * rest grows fourfold, which V8 keeps to twofold below 2 GB: twenty minutes of use without a pause took 307 MB, and took
 * 190 MB with 24 MB for the moment. With 12 MB traces are read with a tenth less work. All of ten years in one file needs
 * more than 512 MB for a moment, so the limit is not lower.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 2040 }

/**
 * What stays may grow by half before it is looked through again, where V8 lets it double and more. The core keeps 22 MB
 * for good; an hour of use takes 30 MB less so, and reading traces no longer.
 */
const growth = '--heap-growing-percent=50'

/**
 * Heaps grow in the smallest steps and are looked through while nothing is asked, which takes 45 MB less of use. Said
 * once the core runs: heaps that are made later have little room for the moment, and the longest lists take twice as long.
 */
const small = '--optimize-for-size'

/**
 * Starts the core in its thread.
 * @param worker the thread's file: worker.ts in the sources, worker.js when built
 * @throws Error with a sentence when another process has the record, or the thread cannot be loaded
 */
export async function startInThread(worker: URL, folders: AppFolders, host: HostServices): Promise<App> {
  setFlagsFromString(growth)
  const workerData: ThreadData = { ...folders, capabilities: host.capabilities }
  const thread = new Worker(worker, { workerData, resourceLimits })
  const answers = new Map<number, (envelope: Envelope) => void>()
  const listeners = new Set<(notice: Notice) => void>()
  const closed = Promise.withResolvers<void>()
  const ready = Promise.withResolvers<void>()
  let calls = 0
  let gone = false

  thread.on('message', (message: FromThread) => {
    switch (message.kind) {
      case 'ready':
        return ready.resolve()
      case 'failed':
        return ready.reject(new Error(message.message))
      case 'answer':
        answers.get(message.id)?.(message.envelope)
        answers.delete(message.id)
        return undefined
      case 'notice':
        return listeners.forEach((listener) => listener(message.notice))
      case 'host':
        void answerHost(message)
        return undefined
      case 'closed':
        return closed.resolve()
    }
  })
  thread.on('error', (error) => ready.reject(error))
  thread.on('exit', () => {
    gone = true
    ready.reject(new Error(stopped().error.message))
    closed.resolve()
    for (const answer of answers.values()) answer(stopped())
    answers.clear()
  })

  async function answerHost({ id, method, argument }: Extract<FromThread, { kind: 'host' }>): Promise<void> {
    try {
      // Both ends of the thread are ours, and worker.ts gives each method what it takes.
      const ask = host[method] as (given: unknown) => Promise<unknown>
      post({ kind: 'host answer', id, value: await ask(argument) })
    } catch (error) {
      post({ kind: 'host answer', id, error: error instanceof Error ? error.message : String(error) })
    }
  }

  function post(message: ToThread): void {
    thread.postMessage(message)
  }

  await ready.promise
  setFlagsFromString(small)
  return {
    async dispatch(op, input) {
      if (gone) return stopped()
      calls += 1
      const id = calls
      const { promise, resolve } = Promise.withResolvers<Envelope>()
      answers.set(id, resolve)
      post({ kind: 'call', id, op, input })
      return await promise
    },
    onNotice(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(file) {
      if (!gone) post({ kind: 'open', file })
    },
    async close() {
      if (!gone) post({ kind: 'close' })
      await closed.promise
    },
  }
}

function stopped() {
  const message = say('Traceberry’s core stopped unexpectedly. What was saved is safe. Start Traceberry again.')
  return { ok: false, error: { code: 'internal', message } } as const satisfies Envelope
}
