import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { z } from '../../shared/api/zod.ts'
import { appDouble, exchange, parseAnswer, pathOf, readAll, serve } from './support.ts'

describe('who is answered at all', () => {
  it.each([
    ['a name that was pointed at this computer (DNS rebinding)', 'evil.example'],
    ['such a name with the right port', 'evil.example:PORT'],
    ['localhost, which is not the address we gave out', 'localhost:PORT'],
    ['another port', '127.0.0.1:1'],
    ['no port', '127.0.0.1'],
    ['another way to write the address', '127.1:PORT'],
    ['the address in capitals and with a dot', '127.0.0.1.:PORT'],
    ['user names before the address', 'x@127.0.0.1:PORT'],
    ['nothing', ''],
  ])('refuses a Host header with %s, whoever sends it', async (_what, host) => {
    const { ask, bearer, port, calls } = await serve()
    const headers = { ...bearer, host: host.replace('PORT', String(port)), 'content-type': 'application/json' }
    const answer = await ask({ method: 'POST', path: '/api/system.state', headers, body: '{}' })
    expect({ status: answer.status, calls }).toEqual({ status: 421, calls: [] })
  })

  it('refuses a request without a Host header', async () => {
    const { port, bearer } = await serve()
    expect(await exchange(port, { path: '/', headers: bearer })).toMatchObject({ status: 400 })
    const socket = net.connect(port, '127.0.0.1')
    socket.write(`GET / HTTP/1.0\r\nauthorization: ${bearer.authorization}\r\n\r\n`)
    expect(parseAnswer(await readAll(socket))).toMatchObject({ status: 421 })
  })

  it.each([
    ['another site', 'https://evil.example'],
    ['a page that hides its origin', 'null'],
    ['another program on this computer', 'http://127.0.0.1:1'],
    ['the right address by another name', 'http://localhost:PORT'],
    ['the right address by another scheme', 'https://127.0.0.1:PORT'],
    ['a name that begins like the address', 'http://127.0.0.1:PORT.evil.example'],
  ])('refuses the Origin of %s even with the session', async (_what, origin) => {
    const { ask, cookie, port, calls } = await serve()
    const headers = {
      ...cookie,
      origin: origin.replace('PORT', String(port)),
      'content-type': 'application/json',
      'x-traceberry': '1',
    }
    const answers = await Promise.all([
      ask({ method: 'POST', path: '/api/system.state', headers, body: '{}' }),
      ask({ path: '/events', headers }),
      ask({ path: '/', headers }),
    ])
    expect({ statuses: answers.map(({ status }) => status), calls }).toEqual({ statuses: [403, 403, 403], calls: [] })
  })

  it('answers its own window, which names the right Origin', async () => {
    const { ask, cookie, server } = await serve()
    const headers = { ...cookie, origin: server.origin, 'content-type': 'application/json', 'x-traceberry': '1' }
    expect(await ask({ method: 'POST', path: '/api/system.state', headers, body: '{}' })).toMatchObject({ status: 200 })
  })

  it('answers a preflight with 405 and no CORS header, so that no page elsewhere gets further', async () => {
    const { ask, authority, port } = await serve()
    const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-traceberry' }
    const own = await ask({ method: 'OPTIONS', path: '/api/system.state', headers: preflight })
    const headers = { host: authority, origin: 'https://evil.example', ...preflight }
    const foreign = await exchange(port, { method: 'OPTIONS', path: '/api/system.state', headers })
    expect([own.status, foreign.status]).toEqual([405, 403])
    expect([...own.headers.keys(), ...foreign.headers.keys()].filter((name) => name.startsWith('access-'))).toEqual([])
  })

  it('refuses a WebSocket, with or without the session', async () => {
    const { ask, cookie } = await serve()
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' }
    const key = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }
    expect((await ask({ path: '/events', headers: { ...upgrade, ...key } })).status).toBe(400)
    expect((await ask({ path: '/events', headers: { ...upgrade, ...key, ...cookie } })).status).toBe(400)
  })

  it('listens on 127.0.0.1 only', async () => {
    const { server } = await serve()
    expect(new URL(server.origin).hostname).toBe('127.0.0.1')
    const socket = net.connect(Number(new URL(server.origin).port), '127.0.0.2')
    const outcome = await new Promise((resolve) => {
      socket.once('connect', () => resolve('connected'))
      socket.once('error', () => resolve('refused'))
    })
    socket.destroy()
    expect(outcome).toBe('refused')
  })
})

describe('the opening link', () => {
  it('is exchanged once, by a redirect, for a cookie that scripts cannot read and other sites do not send', async () => {
    const { ask, server, port } = await serve()
    const link = pathOf(server.openingUrl())
    const first = await ask({ path: link })
    expect({ status: first.status, location: first.headers.get('location') }).toEqual({ status: 303, location: '/' })
    const attributes = (first.headers.get('set-cookie') ?? '').split('; ').slice(1)
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict'])
    expect(first.headers.get('set-cookie')).toMatch(new RegExp(`^traceberry-${port}=[A-Za-z0-9_-]{43};`))

    const second = await ask({ path: link })
    expect({ status: second.status, cookie: second.headers.get('set-cookie') }).toEqual({ status: 401, cookie: null })
    expect(second.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(second.body).toContain('start it again')
    expect(second.body).toContain('GET /open')
  })

  it('is not used up by looking at it with HEAD, nor by a request from another page', async () => {
    const { ask, server } = await serve()
    const link = pathOf(server.openingUrl())
    expect((await ask({ method: 'HEAD', path: link })).status).toBe(401)
    expect((await ask({ path: link, headers: { origin: 'https://evil.example' } })).status).toBe(403)
    expect((await ask({ path: link })).status).toBe(303)
  })

  it.each(['', 'x', 'undefined', '../', '%00', 'a'.repeat(4_000)])('does not open for the code "%s"', async (code) => {
    const { ask } = await serve()
    expect((await ask({ path: `/?open=${code}` })).status).toBe(401)
  })

  it('does not open with the bearer token or the session in its place', async () => {
    const { ask, server, cookie } = await serve()
    expect((await ask({ path: `/?open=${server.token}` })).status).toBe(401)
    expect((await ask({ path: `/?open=${cookie.cookie.split('=')[1]}` })).status).toBe(401)
  })

  it('comes fresh for a script that asks with the token, and for nobody else', async () => {
    const { ask, bearer, cookie } = await serve()
    expect((await ask({ path: '/open' })).status).toBe(401)
    expect((await ask({ path: '/open', headers: cookie })).status).toBe(401)
    const answer = await ask({ path: '/open', headers: bearer })
    const { url } = z.object({ url: z.string() }).parse(JSON.parse(answer.body))
    expect((await ask({ path: pathOf(url) })).status).toBe(303)
    expect((await ask({ path: pathOf(url) })).status).toBe(401)
  })

  it('forgets the oldest unused link rather than keeping them all', async () => {
    const { ask, server } = await serve()
    const [first = '', ...later] = Array.from({ length: 17 }, () => pathOf(server.openingUrl()))
    expect((await ask({ path: first })).status).toBe(401)
    expect((await ask({ path: later.at(-1) ?? '' })).status).toBe(303)
  })
})

describe('who is let in', () => {
  const call = { method: 'POST', path: '/api/system.state', body: '{}' }
  const typed = { 'content-type': 'application/json' }

  it.each(['/', '/index.html', '/assets/app.js', '/events', '/api', '/open', '/nothing'])(
    'shows a stranger nothing at %s',
    async (path) => {
      const { ask } = await serve()
      const answer = await ask({ path })
      expect(answer.status).toBe(401)
      expect(answer.body).not.toMatch(/<title>Traceberry<|export|schema/)
    },
  )

  it('refuses a call without, with a wrong and with a shortened token, and never reaches the core', async () => {
    const { ask, bearer, server, calls } = await serve()
    const wrong = [
      {},
      { authorization: 'Bearer ' },
      { authorization: `Bearer ${'x'.repeat(43)}` },
      { authorization: bearer.authorization.slice(0, -1) },
      { authorization: `${bearer.authorization}x` },
      { authorization: `Basic ${Buffer.from(`x:${server.token}`).toString('base64')}` },
      { authorization: server.token },
      { cookie: `traceberry=${server.token}` },
      { 'x-traceberry': '1' },
    ]
    const answers = await Promise.all(wrong.map((headers) => ask({ ...call, headers: { ...typed, ...headers } })))
    expect({ statuses: answers.map(({ status }) => status), calls }).toEqual({
      statuses: wrong.map(() => 401),
      calls: [],
    })
    expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  })

  it('does not accept the token in the address, where it would be kept in histories and logs', async () => {
    const { ask, server } = await serve()
    const path = `/api/system.state?token=${server.token}&access_token=${server.token}`
    expect((await ask({ ...call, path, headers: typed })).status).toBe(401)
  })

  it('refuses a wrong session cookie, and the cookie of another Traceberry', async () => {
    const { ask } = await serve()
    const other = await serve()
    const headers = { ...typed, 'x-traceberry': '1' }
    expect((await ask({ ...call, headers: { ...headers, ...other.cookie } })).status).toBe(401)
    const renamed = { cookie: other.cookie.cookie.replace(/^[^=]+/, `traceberry-${new URL(other.server.origin).port}`) }
    expect((await ask({ ...call, headers: { ...headers, ...renamed } })).status).toBe(401)
  })

  it('refuses a wrong token even beside a good cookie', async () => {
    const { ask, cookie } = await serve()
    const headers = { ...typed, ...cookie, 'x-traceberry': '1', authorization: 'Bearer wrong' }
    expect((await ask({ ...call, headers })).status).toBe(401)
  })

  it('finds its cookie among others', async () => {
    const { ask, cookie } = await serve()
    const headers = { cookie: `theme=dark; ${cookie.cookie}; traceberry=no` }
    expect((await ask({ path: '/', headers })).status).toBe(200)
  })

  it('refuses a form posted with the session from another page: no custom header, no call', async () => {
    const { ask, cookie, calls } = await serve()
    const form = { ...cookie, 'content-type': 'application/x-www-form-urlencoded' }
    const plain = { ...cookie, 'content-type': 'text/plain' }
    const json = { ...cookie, ...typed }
    const answers = await Promise.all([form, plain, json].map((headers) => ask({ ...call, headers })))
    expect({ statuses: answers.map(({ status }) => status), calls }).toEqual({ statuses: [403, 403, 403], calls: [] })
  })

  it('lets a script in with the token alone', async () => {
    const { ask, bearer } = await serve()
    expect((await ask({ ...call, headers: { ...bearer, ...typed } })).status).toBe(200)
    expect(
      (await ask({ path: '/', headers: { authorization: bearer.authorization.replace('Bearer', 'bearer') } })).status,
    ).toBe(200)
  })

  it('makes new secrets for every run', async () => {
    const [one, other] = [await serve(appDouble()), await serve(appDouble())]
    expect(one.server.token).not.toBe(other.server.token)
    expect(one.server.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })
})
