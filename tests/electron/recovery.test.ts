import { describe, expect, test } from 'vitest'
import type { App } from '../../main/app.ts'
import { startRecoverably } from '../../main/hosts/recovery.ts'
import { contract } from '../../shared/api/contract.ts'
import { createFakeCore } from '../support/electron/fakeCore.ts'

const facts = {
  version: '1.2.3',
  today: '2026-03-04',
  zone: 'America/New_York',
  language: 'en' as const,
  dataFolder: '/kitchen',
  demo: false,
  capabilities: {
    printToPdf: true,
    pickFolder: true,
    showFolder: true,
    openAtLogin: false,
    install: false,
    changeKitchen: false,
  },
}
const problem = 'Another Traceberry has this kitchen open. Close it there, then try again.'
const requestId = '7f1c2b1e-8a55-4d8e-9f0e-0c8a4d1a2b3c'

/** A start that fails as often as told, then gives the core. */
function failing(times: number, core: App, reason: { readonly error: unknown } = { error: new Error(problem) }) {
  const starts = { count: 0 }
  async function start(): Promise<App> {
    starts.count += 1
    if (starts.count <= times) throw reason.error
    return core
  }
  return { start, starts }
}

describe('while the core runs', () => {
  test('everything goes to it and comes back as it answers', async () => {
    const core = createFakeCore({ 'system.state': () => 'the core’s own' })
    const app = startRecoverably(async () => core, facts)
    expect(await app.dispatch('products.list', { a: 1 })).toEqual({ ok: true, value: { a: 1 } })
    expect(await app.dispatch('system.state', {})).toEqual({ ok: true, value: 'the core’s own' })
    expect(core.calls).toEqual([
      ['products.list', { a: 1 }],
      ['system.state', {}],
    ])
  })

  test('a call made before it is there waits for it', async () => {
    const { promise, resolve } = Promise.withResolvers<App>()
    const app = startRecoverably(() => promise, facts)
    const early = app.dispatch('products.list', 'early')
    resolve(createFakeCore())
    expect(await early).toEqual({ ok: true, value: 'early' })
  })

  test('its notices reach every listener until that listener leaves', async () => {
    const core = createFakeCore()
    const app = startRecoverably(async () => core, facts)
    const heard: unknown[] = []
    const leave = app.onNotice((notice) => heard.push(['one', notice]))
    app.onNotice((notice) => heard.push(['two', notice]))
    await app.dispatch('x.y', {})
    core.notify({ changed: ['batches.record'] })
    leave()
    core.notify({ changed: ['shipping.send'] })
    expect(heard).toEqual([
      ['one', { changed: ['batches.record'] }],
      ['two', { changed: ['batches.record'] }],
      ['two', { changed: ['shipping.send'] }],
    ])
  })

  test('retry is the core’s own', async () => {
    const core = createFakeCore()
    const { start, starts } = failing(0, core)
    const app = startRecoverably(start, facts)
    await app.dispatch('system.retry', { requestId })
    expect(core.calls).toEqual([['system.retry', { requestId }]])
    expect(starts.count).toBe(1)
  })
})

describe('while the core cannot start', () => {
  test('the state says what is wrong, in the shape of the contract', async () => {
    const { start } = failing(1, createFakeCore())
    const answer = await startRecoverably(start, facts).dispatch('system.state', {})
    expect(answer).toEqual({ ok: true, value: { ...facts, problem } })
    expect(contract.system.state.output.parse(answer.ok && answer.value)).toMatchObject({ problem })
  })

  test.each(['products.list', 'batches.record', 'backups.list', 'system.showDataFolder', 'nonsense', '', null, 7])(
    '%s is refused with the same sentence',
    async (op) => {
      const { start, starts } = failing(1, createFakeCore())
      expect(await startRecoverably(start, facts).dispatch(op, {})).toEqual({
        ok: false,
        error: { code: 'db_busy', message: problem },
      })
      expect(starts.count).toBe(1)
    },
  )

  test('retry starts again and says what is still wrong', async () => {
    const { start, starts } = failing(2, createFakeCore())
    const app = startRecoverably(start, facts)
    expect(await app.dispatch('system.retry', { requestId })).toEqual({ ok: true, value: { problem } })
    expect(starts.count).toBe(2)
  })

  test('retry that succeeds hands over to the core, notices included', async () => {
    const core = createFakeCore({ 'system.retry': () => ({ problem: null }) })
    const { start } = failing(1, core)
    const app = startRecoverably(start, facts)
    const heard: unknown[] = []
    app.onNotice((notice) => heard.push(notice))
    await app.dispatch('system.state', {})
    expect(await app.dispatch('system.retry', { requestId })).toEqual({ ok: true, value: { problem: null } })
    expect(await app.dispatch('products.list', 'all')).toEqual({ ok: true, value: 'all' })
    core.notify({ changed: ['batches.record'] })
    expect(heard).toEqual([{ changed: ['batches.record'] }])
  })

  test('two retries at once are one start', async () => {
    const { start, starts } = failing(1, createFakeCore())
    const app = startRecoverably(start, facts)
    await app.dispatch('system.state', {})
    await Promise.all([app.dispatch('system.retry', { requestId }), app.dispatch('system.retry', { requestId })])
    expect(starts.count).toBe(2)
  })

  test.each([undefined, 'text', new Error(''), { message: 'no error' }])(
    'a rejection without a sentence (%s) gets one',
    async (error) => {
      const { start } = failing(1, createFakeCore(), { error })
      const answer = await startRecoverably(start, facts).dispatch('products.list', {})
      expect(answer.ok || answer.error.message).toMatch(/^Traceberry could not start .+ try again\.$/)
    },
  )

  test('there is nothing to close', async () => {
    const core = createFakeCore()
    await startRecoverably(failing(1, core).start, facts).close()
    expect(core.closes).toBe(0)
  })
})

test('closing waits for a start under way and closes that core', async () => {
  const core = createFakeCore()
  const { promise, resolve } = Promise.withResolvers<App>()
  const closing = startRecoverably(() => promise, facts).close()
  expect(core.closes).toBe(0)
  resolve(core)
  await closing
  expect(core.closes).toBe(1)
})
