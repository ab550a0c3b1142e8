import { once } from 'node:events'
import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { type ErrorCode, errorCodes } from '../../shared/api/errors.ts'
import { contract } from '../../shared/api/contract.ts'
import { z } from '../../shared/api/zod.ts'
import { appDouble, post, parseAnswer, readAll, serve } from './support.ts'

const typed = { 'content-type': 'application/json' }
const Catalogue = z.object({
  operations: z.array(
    z.looseObject({ name: z.string(), input: z.looseObject({ required: z.array(z.string()).optional() }) }),
  ),
})
const mebibyte = 1024 * 1024

describe('calling an operation', () => {
  it('hands the core the operation and the input, and answers with its envelope', async () => {
    const { ask, bearer, calls } = await serve(
      appDouble({ 'pantry.lots': { ok: true, value: [{ id: 1, name: 'Erdbeeren „süß“' }] } }),
    )
    const headers = { ...bearer, 'content-type': 'application/json; charset=utf-8' }
    const body = Buffer.from('{"text":"crème 🍓"}')
    const answer = await ask({ method: 'POST', path: '/api/pantry.lots', headers, body })
    expect(calls).toEqual([{ op: 'pantry.lots', input: { text: 'crème 🍓' } }])
    expect({
      status: answer.status,
      type: answer.headers.get('content-type'),
      cache: answer.headers.get('cache-control'),
    }).toEqual({ status: 200, type: 'application/json', cache: 'no-store' })
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: [{ id: 1, name: 'Erdbeeren „süß“' }] })
  })

  const statuses: Record<ErrorCode, number> = {
    invalid_input: 400,
    not_found: 404,
    conflict: 409,
    rule_violation: 422,
    db_busy: 503,
    db_full: 503,
    db_corrupt: 503,
    printer: 502,
    unreachable: 503,
    internal: 500,
  }

  it.each(errorCodes)('tells a script about %s by the status, and everybody by the envelope', async (code) => {
    const envelope = { ok: false, error: { code, message: 'A sentence.' } } as const
    const { ask, bearer } = await serve(appDouble({ 'system.state': envelope }))
    const answer = await ask(post(bearer))
    expect({ status: answer.status, envelope: JSON.parse(answer.body) }).toEqual({
      status: statuses[code],
      envelope,
    })
  })

  it('tells a window by the envelope alone: browsers report other statuses as failures of the page', async () => {
    const envelope = { ok: false, error: { code: 'not_found', message: 'A sentence.' } } as const
    const { ask, cookie } = await serve(appDouble({ 'system.state': envelope }))
    const answer = await ask(post({ ...cookie, 'x-traceberry': '1' }))
    expect({ status: answer.status, envelope: JSON.parse(answer.body) }).toEqual({ status: 200, envelope })
  })

  it.each([
    '',
    'nope',
    'system',
    'system.nope',
    '__proto__.toString',
    'constructor.constructor',
    'system.__proto__',
    'system.state/',
    '..%2fsystem.state',
    'system%2Estate',
    'toString',
  ])('does not know the operation "%s"', async (op) => {
    const { ask, bearer } = await serve()
    const answer = await ask({ method: 'POST', path: `/api/${op}`, headers: { ...bearer, ...typed }, body: '{}' })
    expect(answer.status).toBe(404)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])('does not call with %s', async (method) => {
    const { ask, bearer, calls } = await serve()
    const answer = await ask({ method, path: '/api/system.state', headers: { ...bearer, ...typed } })
    expect({ status: answer.status, allow: answer.headers.get('allow'), calls }).toEqual({
      status: 405,
      allow: 'POST',
      calls: [],
    })
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/json',
    '',
  ])('refuses the content type "%s"', async (type) => {
    const { ask, bearer, calls } = await serve()
    const answer = await ask(post({ ...bearer, 'content-type': type }))
    expect({ status: answer.status, calls }).toEqual({ status: 415, calls: [] })
  })

  it.each([
    ['nothing', Buffer.from('')],
    ['half an object', Buffer.from('{"a":')],
    ['a bare word', Buffer.from('state')],
    ['two values', Buffer.from('{} {}')],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['a web page', Buffer.from('<html>')],
  ])('says so when the input is %s instead of JSON', async (_what, body) => {
    const { ask, bearer, calls } = await serve()
    const answer = await ask(post(bearer, body))
    expect({ status: answer.status, calls }).toEqual({ status: 400, calls: [] })
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  })

  it('passes hostile keys on as plain keys and survives deep nesting', async () => {
    const { ask, bearer, calls } = await serve()
    await ask(post(bearer, '{"__proto__":{"polluted":1}}'))
    expect(Object.keys(Object(calls[0]?.input))).toEqual(['__proto__'])
    expect('polluted' in {}).toBe(false)
    const body = '['.repeat(10_000) + ']'.repeat(10_000)
    expect((await ask(post(bearer, body))).status).toBe(200)
  })
})

describe('an input that is too large', () => {
  it('takes 16 MiB', async () => {
    const { ask, bearer, calls } = await serve()
    const body = Buffer.from(JSON.stringify('x'.repeat(16 * mebibyte - 2)))
    const answer = await ask(post(bearer, body))
    expect({ bytes: body.length, status: answer.status, calls: calls.length }).toEqual({
      bytes: 16 * mebibyte,
      status: 200,
      calls: 1,
    })
  })

  it('is refused by its Content-Length before it is sent', async () => {
    const { authority, port, bearer, calls } = await serve()
    const socket = net.connect(port, '127.0.0.1')
    socket.write(head(authority, bearer.authorization, `content-length: ${16 * mebibyte + 1}`))
    expect(parseAnswer(await readAll(socket))).toMatchObject({ status: 413 })
    expect(calls).toEqual([])
  })

  it('is refused as soon as more has arrived, without a Content-Length, and the rest is not read', async () => {
    const { authority, port, bearer, calls } = await serve()
    const socket = net.connect(port, '127.0.0.1')
    const answer = readAll(socket)
    socket.write(head(authority, bearer.authorization, 'transfer-encoding: chunked'))
    const sent = await flood(socket, 200)
    expect(parseAnswer(await answer)).toMatchObject({ status: 413 })
    expect(sent).toBeLessThan(40)
    expect(calls).toEqual([])
  })

  it('does not become a second request when Content-Length is a lie', async () => {
    const { authority, port, bearer, calls } = await serve()
    const socket = net.connect(port, '127.0.0.1')
    const smuggled = head(authority, bearer.authorization, 'content-length: 2')
    socket.write(
      `${head(authority, bearer.authorization, 'content-length: 2', 'transfer-encoding: chunked')}0\r\n\r\n${smuggled}{}`,
    )
    expect(parseAnswer(await readAll(socket))).toMatchObject({ status: 400 })
    expect(calls).toEqual([])
  })

  it('reaches an ordinary client as 413, not as a broken connection', async () => {
    const { server, bearer } = await serve()
    const body = new Uint8Array(64 * mebibyte)
    const answer = await fetch(`${server.origin}/api/system.state`, {
      method: 'POST',
      headers: { ...bearer, ...typed },
      body,
    })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ ok: false })
  })

  it('is cut off when a stranger sends it, too', async () => {
    const { authority, port } = await serve()
    const socket = net.connect(port, '127.0.0.1')
    const answer = readAll(socket)
    socket.write(head(authority, 'Bearer wrong', 'transfer-encoding: chunked'))
    const sent = await flood(socket, 200)
    expect(parseAnswer(await answer)).toMatchObject({ status: 401 })
    expect(sent).toBeLessThan(20)
  })

  it('is given up when it arrives too slowly', async () => {
    const { authority, port, bearer, calls, faults } = await serve(appDouble(), { requestTimeoutMs: 300 })
    const socket = net.connect(port, '127.0.0.1')
    socket.write(`${head(authority, bearer.authorization, 'content-length: 100')}{`)
    const drip = setInterval(() => socket.write(' '), 50)
    expect(parseAnswer(await readAll(socket))).toMatchObject({ status: 408 })
    clearInterval(drip)
    expect({ calls, faults }).toEqual({ calls: [], faults: [] })
  })

  it('is forgotten without a fault when the sender leaves half-way', async () => {
    const { authority, port, bearer, calls, faults, ask } = await serve()
    const socket = net.connect(port, '127.0.0.1')
    socket.write(`${head(authority, bearer.authorization, 'content-length: 100')}{`)
    await once(socket, 'connect')
    socket.resetAndDestroy()
    expect((await ask({ path: '/', headers: bearer })).status).toBe(200)
    expect({ calls, faults }).toEqual({ calls: [], faults: [] })
  })
})

describe('GET /api', () => {
  it('describes every operation of the contract with the schemas a caller needs', async () => {
    const { ask, bearer } = await serve()
    const answer = await ask({ path: '/api', headers: bearer })
    const { operations } = Catalogue.parse(JSON.parse(answer.body))
    const names = Object.entries(contract).flatMap(([domain, methods]) =>
      Object.keys(methods).map((name) => `${domain}.${name}`),
    )
    expect(operations.map(({ name }) => name)).toEqual(names)
    expect(operations.find(({ name }) => name === 'batches.record')).toMatchObject({
      kind: 'command',
      about: contract.batches.record.about,
      input: { type: 'object', additionalProperties: false },
      output: { type: 'object' },
    })
  })

  it('lets a caller leave out what has a default', async () => {
    const { ask, bearer } = await serve()
    const { operations } = Catalogue.parse(JSON.parse((await ask({ path: '/api', headers: bearer })).body))
    const record = operations.find(({ name }) => name === 'batches.record')
    expect(record?.input.required).toContain('requestId')
    expect(record?.input.required).not.toContain('discarded')
  })
})

function head(authority: string, authorization: string, ...more: string[]): string {
  const lines = [`host: ${authority}`, `authorization: ${authorization}`, 'content-type: application/json', ...more]
  return `POST /api/system.state HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}

/** Sends chunks of one mebibyte for as long as somebody reads them. @returns how many were taken */
async function flood(socket: net.Socket, chunks: number): Promise<number> {
  const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(mebibyte, ' '), Buffer.from('\r\n')])
  socket.setMaxListeners(0)
  for (let sent = 0; sent < chunks; sent += 1) {
    if (socket.destroyed) return sent
    if (!socket.write(chunk)) await drained(socket)
  }
  return chunks
}

function drained(socket: net.Socket): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once('drain', resolve)
    socket.once('close', resolve)
  })
}
