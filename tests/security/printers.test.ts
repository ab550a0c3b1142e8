import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { readCounter, statusTalk } from '../../main/print/printerStatus.ts'
import { askIpp, IppError } from '../../main/print/transports/ipp.ts'
import { hostileTexts } from './hostileTexts.ts'

/* What printers answer is data as well: whatever comes, the call ends, soon, with a sentence or a plain answer. */

let server: Server | undefined
afterEach(() => server?.close())

/** Something that listens where a printer should be. @returns its address */
async function listen(answer: (socket: Socket) => void): Promise<string> {
  const listening = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => answer(socket))
  })
  server = listening
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve)
  })
  return `ipp://127.0.0.1:${(listening.address() as AddressInfo).port}/ipp/print`
}

const ok = 'HTTP/1.1 200 OK\r\ncontent-type: application/ipp\r\n'
const attributes = (bytes: readonly number[]) => Buffer.from([1, 1, 0, 0, 0, 0, 0, 1, ...bytes])

/** Sends until nobody listens any more. */
function forEver(socket: Socket, piece: Buffer | string, pauseMs?: number): void {
  const more = () => {
    if (socket.destroyed) return
    if (pauseMs !== undefined) {
      socket.write(piece)
      setTimeout(more, pauseMs)
    } else if (socket.write(piece)) setImmediate(more)
    else socket.once('drain', more)
  }
  more()
}

/** Says something first. */
function after(socket: Socket, first: string): Socket {
  socket.write(first)
  return socket
}

const refused: readonly (readonly [what: string, answer: (socket: Socket) => void])[] = [
  ['nothing at all', (socket) => socket.end()],
  ['one byte', (socket) => socket.end('H')],
  ['half a head', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-')],
  ['a web page of a router', (socket) => socket.end('HTTP/1.1 404 Not Found\r\n\r\n<html><script>alert(1)</script>')],
  ['a redirect to elsewhere', (socket) => socket.end('HTTP/1.1 302 Found\r\nlocation: http://example.com/\r\n\r\n')],
  ['a question for a password', (socket) => socket.end('HTTP/1.1 401 Unauthorized\r\nwww-authenticate: Basic\r\n\r\n')],
  ['another protocol', (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n\r\n')],
  ['no body', (socket) => socket.end(`${ok}\r\n`)],
  ['a body of 100 MB', (socket) => forEver(after(socket, `${ok}\r\n`), Buffer.alloc(1024 * 1024))],
  ['a head that never ends', (socket) => forEver(after(socket, ok), `x-more: ${'y'.repeat(9000)}\r\n`)],
  ['one byte now and then for ever', (socket) => forEver(socket, 'H', 20)],
  ['silence', () => undefined],
  ['endless “continue”', (socket) => forEver(socket, 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(500))],
]

const taken: readonly (readonly [what: string, answer: (socket: Socket) => void])[] = [
  [
    'a web page where attributes should be',
    (socket) => socket.end(`${ok}\r\n<html><body onload=alert(1)>${'x'.repeat(5000)}`),
  ],
  [
    'lengths beyond the end',
    (socket) => socket.end(Buffer.concat([Buffer.from(`${ok}\r\n`), attributes([2, 0x21, 255, 255, 1])])),
  ],
  ['attributes cut off', (socket) => socket.end(Buffer.concat([Buffer.from(`${ok}\r\n`), attributes([2, 0x21, 0])]))],
  [
    'a name of every object',
    (socket) =>
      socket.end(
        Buffer.concat([
          Buffer.from(`${ok}\r\n`),
          attributes([2, 0x44, 0, 9, ...Buffer.from('__proto__'), 0, 1, 65, 3]),
        ]),
      ),
  ],
  [
    'chunks of no sense',
    (socket) => socket.end(`${ok}transfer-encoding: chunked\r\n\r\n7fffffff\r\n${'\u0001'.repeat(40)}`),
  ],
]

describe('an IPP printer', () => {
  test.each(refused)('that answers %s is refused with a sentence, soon', async (_what, answer) => {
    const uri = await listen(answer)
    const before = process.memoryUsage().rss
    const started = performance.now()
    const error = await askIpp('Get-Job-Attributes', { uri, job: 1 }, { silentMs: 300, answerMs: 600 }).catch(
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(IppError)
    expect(String(error)).toMatch(/^IppError: The printer at 127\.0\.0\.1 .+\.$/s)
    expect(performance.now() - started).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024)
  })

  test.each(taken)('that answers %s is read without harm', async (_what, answer) => {
    const { numbers, words } = await askIpp('Get-Job-Attributes', { uri: await listen(answer), job: 1 })
    expect(numbers.get('job-impressions-completed')).toBeUndefined()
    expect([...numbers.values()].every((value) => Number.isInteger(value))).toBe(true)
    expect([...words.values()].every((value) => typeof value === 'string')).toBe(true)
    expect({}).not.toHaveProperty('polluted')
  })
})

describe.each(['zpl', 'tspl', 'epl'] as const)('the status of a printer that speaks %s', (language) => {
  const answers = [
    ...hostileTexts.filter(([, text]) => text.length < 1_000_000),
    ['a web page', 'HTTP/1.1 200 OK\r\n\r\n<!doctype html><title>Printer</title>'],
    ['commas alone', `\u0002${','.repeat(5000)}\u0003\u0002${','.repeat(5000)}\u0003`],
    [
      'numbers beyond all',
      `\u0002${Array(12).fill('9'.repeat(400)).join(',')}\u0003\u0002${Array(9).fill('1e999').join(',')}\u0003`,
    ],
  ] as const

  test.each(answers)('in %s is a word of ours, or none', (_what, text) => {
    const talk = statusTalk(language)
    expect(talk).toBeDefined()
    expect(typeof talk?.whole(text)).toBe('boolean')
    const status = talk?.read(text)
    // What is shown is never what the printer said.
    if (status?.trouble != null) expect(status.trouble).toMatch(/^(?:is|has|reports) [a-z ]+$/)
    const counter = readCounter(text)
    expect(counter === undefined || Number.isSafeInteger(counter)).toBe(true)
  })
})
