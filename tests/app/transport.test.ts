import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/** The browser's stream of events, which a test opens. */
class Stream extends EventTarget {
  static last: Stream | undefined
  close = vi.fn<() => void>()
  constructor() {
    super()
    Stream.last = this
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', {})
  vi.stubGlobal('EventSource', Stream)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function listening() {
  const { transport } = await import('../../renderer/api/transport.ts')
  const heard = vi.fn<(notice: { readonly changed: readonly string[] }) => void>()
  const end = transport.subscribe(heard)
  return { heard, end, opens: () => Stream.last?.dispatchEvent(new Event('open')) }
}

test('the first screen is there before it is asked again for what the stream did not tell', async () => {
  const { heard, opens } = await listening()
  opens()
  vi.advanceTimersByTime(1500)
  expect(heard).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(heard.mock.calls).toEqual([[{ changed: [] }]])
})

test('what was committed while the stream was broken off is asked for as soon as it is open again', async () => {
  const { heard, opens } = await listening()
  opens()
  vi.advanceTimersByTime(5000)
  heard.mockClear()
  opens()
  expect(heard.mock.calls).toEqual([[{ changed: [] }]])
})

test('a window that goes before hears nothing more', async () => {
  const { heard, end, opens } = await listening()
  opens()
  end()
  vi.advanceTimersByTime(5000)
  expect(heard).not.toHaveBeenCalled()
  expect(Stream.last?.close).toHaveBeenCalledOnce()
})
