import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'

interface Bridge {
  readonly call: (...args: readonly unknown[]) => Promise<unknown>
  readonly subscribe: (listener: (...args: readonly unknown[]) => void) => () => void
}

/** Runs the preload on a double of a sandboxed preload's `electron`. */
async function runPreload() {
  const exposed = new Map<string, Bridge>()
  const asked: unknown[] = []
  const channel = new EventEmitter()
  vi.resetModules()
  vi.doMock('electron', () => ({
    contextBridge: { exposeInMainWorld: (name: string, api: Bridge) => exposed.set(name, api) },
    ipcRenderer: Object.assign(channel, {
      invoke: async (...args: readonly unknown[]) => {
        asked.push(args)
        return 'answer'
      },
    }),
  }))
  await import('../../main/hosts/electron/preload.ts')
  const bridge = exposed.get('traceberry')
  if (!bridge) throw new Error('nothing exposed')
  return { exposed, bridge, asked, channel }
}

test('the preload exposes call and subscribe, and nothing else', async () => {
  const { exposed, bridge } = await runPreload()
  expect([...exposed.keys()]).toEqual(['traceberry'])
  expect(Object.keys(bridge)).toEqual(['call', 'subscribe'])
})

test('a call goes to the one channel with operation and input alone', async () => {
  const { bridge, asked } = await runPreload()
  expect(await bridge.call('products.list', { a: 1 }, 'more')).toBe('answer')
  expect(asked).toEqual([['traceberry:call', 'products.list', { a: 1 }]])
})

test('a listener gets notices without the event, until it leaves', async () => {
  const { bridge, channel } = await runPreload()
  const heard: unknown[] = []
  const leave = bridge.subscribe((...args) => heard.push(args))
  channel.emit('traceberry:notice', { sender: 'ipcRenderer' }, { changed: ['a.b'] })
  channel.emit('something else', {}, {})
  leave()
  channel.emit('traceberry:notice', {}, { changed: ['c.d'] })
  expect(heard).toEqual([[{ changed: ['a.b'] }]])
  expect(channel.listenerCount('traceberry:notice')).toBe(0)
})
