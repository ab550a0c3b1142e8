import { describe, expect, it, vi } from 'vitest'
import type { Envelope } from '../../shared/api/errors.ts'
import { appDouble, listen, post, serve } from './support.ts'

describe('GET /events', () => {
  it('tells every listener about a commit, and stops when it leaves', async () => {
    const { port, cookie, bearer, notify, listeners, server } = await serve()
    const [window, script] = [await listen(port, cookie), await listen(port, bearer)]
    await vi.waitFor(() => expect(listeners.size).toBe(2))
    notify({ changed: ['batches.record'] })
    await vi.waitFor(() =>
      expect([window.heard(), script.heard()]).toEqual([
        ['{"changed":["batches.record"]}'],
        ['{"changed":["batches.record"]}'],
      ]),
    )
    expect(server.windows()).toBe(1)
    window.leave()
    script.leave()
    await vi.waitFor(() =>
      expect({ listeners: listeners.size, windows: server.windows() }).toEqual({ listeners: 0, windows: 0 }),
    )
  })

  it('keeps the connection alive while nothing happens', async () => {
    const { port, cookie } = await serve(appDouble(), { heartbeatMs: 20 })
    const { text } = await listen(port, cookie)
    await vi.waitFor(() => expect(text().match(/^: still here$/gm)?.length).toBeGreaterThan(2))
  })

  it('leaves the browser connections for calls: a fifth window is told not to listen', async () => {
    const { port, cookie, bearer, server } = await serve()
    for (let window = 0; window < 4; window += 1) await listen(port, cookie)
    await vi.waitFor(() => expect(server.windows()).toBe(4))
    expect((await listen(port, cookie)).status).toBe(204)
    expect((await listen(port, bearer)).status).toBe(200)
  })

  it('ends when the server closes, which then does not wait for it', async () => {
    const { port, cookie, server, ask } = await serve()
    const { ended } = await listen(port, cookie)
    const started = performance.now()
    await Promise.all([server.close(), ended])
    expect(performance.now() - started).toBeLessThan(1_000)
    expect((await ask({ path: '/' })).status).toBeNaN()
  })
})

describe('a call in progress', () => {
  it('finishes before the server is closed', async () => {
    const { promise, resolve } = Promise.withResolvers<Envelope>()
    const { ask, bearer, server, dispatch } = await serving(() => promise)
    const call = ask(post(bearer))
    await vi.waitFor(() => expect(dispatch).toHaveBeenCalled())
    const closed = server.close()
    resolve({ ok: true, value: 'saved' })
    expect((await call).body).toBe('{"ok":true,"value":"saved"}')
    await closed
  })

  it('does not hold the server up for ever', async () => {
    const { ask, bearer, server, dispatch } = await serving(() => new Promise(() => {}))
    const call = ask(post(bearer))
    await vi.waitFor(() => expect(dispatch).toHaveBeenCalled())
    await server.close()
    expect((await call).status).toBeNaN()
  })

  it('that breaks the door itself is reported, and its caller told to try again without the details', async () => {
    const { ask, bearer, faults } = await serving(() => Promise.reject(new Error('broken')))
    const answer = await ask(post(bearer))
    expect(answer.status).toBe(500)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(answer.body).not.toContain('broken')
    expect(faults).toEqual([new Error('broken')])
  })
})

async function serving(answer: () => Promise<Envelope>) {
  const double = appDouble()
  const dispatch = vi.fn<() => Promise<Envelope>>(answer)
  return { ...(await serve({ ...double, app: { ...double.app, dispatch } }, { closingMs: 200 })), dispatch }
}
