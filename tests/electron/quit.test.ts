import { afterEach, describe, expect, test, vi } from 'vitest'
import { createFakeCore } from '../support/electron/fakeCore.ts'
import { startHost } from '../support/electron/startHost.ts'

afterEach(() => {
  vi.useRealTimers()
})

/** A core whose close ends when told to. */
function slowCore() {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const core = createFakeCore()
  async function close(): Promise<void> {
    core.closes += 1
    await promise
  }
  return { core, slow: { ...core, close }, resolve, reject }
}

function exits(order: readonly string[]): readonly string[] {
  return order.filter((step) => step.startsWith('exit'))
}

describe('the app ends', () => {
  test.each([
    ['the window is closed', 'close'],
    ['Quit is chosen', 'quit'],
    ['Windows ends the session', 'session-end'],
  ])('with its core closed once when %s', async (_when, how) => {
    const { double, core } = await startHost()
    const [window] = double.windows
    if (how === 'close') window?.close()
    else if (how === 'quit') double.electron.app.quit()
    else window?.emit('session-end')
    expect(exits(double.seen.order)).toEqual([])
    await vi.waitFor(() => expect(exits(double.seen.order)).toEqual(['exit 0']))
    expect(core.closes).toBe(1)
    expect(double.windows).toEqual([])
  })

  test('when the system shuts down, which it holds up until then', async () => {
    const { double, core } = await startHost()
    const preventDefault = vi.fn<() => void>()
    double.electron.powerMonitor.emit('shutdown', { preventDefault })
    expect(preventDefault).toHaveBeenCalledTimes(1)
    await vi.waitFor(() => expect(exits(double.seen.order)).toEqual(['exit 0']))
    expect(core.closes).toBe(1)
  })

  test('only after the core is closed, however often it is asked meanwhile', async () => {
    const { core, slow, resolve } = slowCore()
    const { double } = await startHost({ start: async () => slow })
    for (let asked = 0; asked < 3; asked += 1) double.electron.app.quit()
    await vi.waitFor(() => expect(core.closes).toBe(1))
    expect(exits(double.seen.order)).toEqual([])
    resolve()
    await vi.waitFor(() => expect(exits(double.seen.order)).toEqual(['exit 0']))
    expect(core.closes).toBe(1)
  })

  test('with a failure where the core cannot close', async () => {
    const { slow, reject } = slowCore()
    const { double } = await startHost({ start: async () => slow })
    double.electron.app.quit()
    reject(new Error('disk gone'))
    await vi.waitFor(() => expect(exits(double.seen.order)).toEqual(['exit 1']))
  })

  test('after half a minute where the core never closes', async () => {
    const { slow } = slowCore()
    const { double } = await startHost({ start: async () => slow })
    vi.useFakeTimers()
    double.electron.app.quit()
    await vi.advanceTimersByTimeAsync(29_000)
    expect(exits(double.seen.order)).toEqual([])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(exits(double.seen.order)).toEqual(['exit 1'])
  })

  test('when the core never started', async () => {
    const { double } = await startHost({ start: () => Promise.reject(new Error('busy')) })
    double.electron.app.quit()
    await vi.waitFor(() => expect(exits(double.seen.order)).toEqual(['exit 0']))
  })
})
