import { connect } from 'node:net'
import { say } from '../../../shared/words/say.ts'

/** A minimal client of the Internet Printing Protocol (RFC 8010, 8011): the operations that printing labels takes. */
const operations = {
  'Print-Job': 0x0002,
  'Validate-Job': 0x0004,
  'Cancel-Job': 0x0008,
  'Get-Job-Attributes': 0x0009,
  'Get-Printer-Attributes': 0x000b,
} as const

interface IppRequest {
  /** `ipp://host:631/ipp/print`. */
  readonly uri: string
  /** The socket file of this computer's own print system, which is asked in place of the address. */
  readonly socket?: string
  readonly title?: string
  readonly format?: string
  readonly job?: number
  readonly document?: Uint8Array
}

export interface IppAnswer {
  /** Below 0x0100 all is well. */
  readonly ok: boolean
  readonly status: number
  /** Integers and enumerations, by attribute. */
  readonly numbers: ReadonlyMap<string, number>
  /** Texts and keywords, by attribute; the first of several. */
  readonly words: ReadonlyMap<string, string>
}

/** Why a printer cannot be asked. The message is a sentence with the next step. */
export class IppError extends Error {
  override readonly name = 'IppError'
}

/** How long a printer may be silent, and how long its answer may take in all: one byte now and then is no answer. */
interface Patience {
  readonly silentMs: number
  readonly answerMs: number
}
const usual: Patience = { silentMs: 15_000, answerMs: 30_000 }
/** The longest answer that is read. */
const MOST = 1024 * 1024

/** @throws IppError when the printer cannot be reached or answers something else */
export async function askIpp(
  operation: keyof typeof operations,
  request: IppRequest,
  patience: Patience = usual,
): Promise<IppAnswer> {
  const { hostname, port, pathname } = new URL(request.uri.replace(/^ipp/, 'http'))
  const body = Buffer.concat([attributesOf(operations[operation], request), request.document ?? Buffer.alloc(0)])
  const head = [
    `POST ${pathname || '/'} HTTP/1.1`,
    `Host: ${hostname}`,
    'Content-Type: application/ipp',
    `Content-Length: ${body.length}`,
    'Connection: close',
    '',
    '',
  ].join('\r\n')
  const sent = Buffer.concat([Buffer.from(head, 'latin1'), body])
  const answer = await exchange(hostname, request.socket ?? Number(port || 631), sent, patience)
  return readAnswer(httpBody(answer, hostname), hostname)
}

async function exchange(
  host: string,
  at: number | string,
  request: Buffer,
  { silentMs, answerMs }: Patience,
): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let length = 0
    const socket = typeof at === 'string' ? connect(at) : connect({ host, port: at })
    let answering: NodeJS.Timeout | undefined
    socket.setTimeout(silentMs, () => socket.destroy(new Error('silent')))
    socket.on('connect', () => socket.write(request))
    socket.on('data', (piece: Buffer) => {
      answering ??= setTimeout(() => socket.destroy(new Error('endless')), answerMs)
      pieces.push(piece)
      length += piece.length
      if (length > MOST) socket.destroy(new Error('endless'))
    })
    socket.on('error', (error) =>
      reject(
        new IppError(
          say('The printer at {at} did not answer. Check that it is on and on the same network, then try again.', {
            at: host,
          }),
          { cause: error },
        ),
      ),
    )
    socket.on('close', () => {
      clearTimeout(answering)
      resolve(Buffer.concat(pieces))
    })
  })
}

/** The body of an HTTP answer, chunked or not; a `100 Continue` before it is passed over. */
function httpBody(answer: Buffer, host: string): Buffer {
  let start = 0
  for (;;) {
    const end = answer.indexOf('\r\n\r\n', start)
    if (end < 0) throw new IppError(say('The printer at {at} gave no whole answer. Try again.', { at: host }))
    const head = answer.toString('latin1', start, end)
    start = end + 4
    if (head.startsWith('HTTP/1.1 100')) continue
    if (!/^HTTP\/1\.[01] 200/.test(head))
      throw new IppError(
        say('The printer at {at} refused ({why}). Check its address.', { at: host, why: head.split('\r\n')[0] ?? '' }),
      )
    const body = answer.subarray(start)
    return /transfer-encoding:\s*chunked/i.test(head) ? unchunked(body) : body
  }
}

function unchunked(body: Buffer): Buffer {
  const pieces: Buffer[] = []
  let at = 0
  for (;;) {
    const end = body.indexOf('\r\n', at)
    const size = end < 0 ? 0 : Number.parseInt(body.toString('latin1', at, end), 16)
    if (!Number.isFinite(size) || size <= 0) return Buffer.concat(pieces)
    pieces.push(body.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}

function attributesOf(operation: number, { uri, title, format, job }: IppRequest): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(0x0101, 0)
  head.writeUInt16BE(operation, 2)
  head.writeUInt32BE(1, 4)
  const number = Buffer.alloc(4)
  number.writeInt32BE(job ?? 0)
  return Buffer.concat([
    head,
    Buffer.from([0x01]),
    attribute(0x47, 'attributes-charset', 'utf-8'),
    attribute(0x48, 'attributes-natural-language', 'en'),
    attribute(0x45, 'printer-uri', uri),
    ...(job === undefined ? [] : [attribute(0x21, 'job-id', number)]),
    attribute(0x42, 'requesting-user-name', 'traceberry'),
    ...(title === undefined ? [] : [attribute(0x42, 'job-name', title.slice(0, 80))]),
    ...(format === undefined ? [] : [attribute(0x49, 'document-format', format)]),
    Buffer.from([0x03]),
  ])
}

function attribute(tag: number, name: string, value: string | Buffer): Buffer {
  const [key, content] = [Buffer.from(name), Buffer.from(value)]
  const lengths = [Buffer.alloc(3), Buffer.alloc(2)] as const
  lengths[0].writeUInt8(tag, 0)
  lengths[0].writeUInt16BE(key.length, 1)
  lengths[1].writeUInt16BE(content.length, 0)
  return Buffer.concat([lengths[0], key, lengths[1], content])
}

function readAnswer(body: Buffer, host: string): IppAnswer {
  const numbers = new Map<string, number>()
  const words = new Map<string, string>()
  if (body.length < 9)
    throw new IppError(say('The printer at {at} gave no IPP answer. Check its address.', { at: host }))
  const status = body.readUInt16BE(2)
  let [at, name] = [8, '']
  while (at < body.length) {
    const tag = body.readUInt8(at)
    at += 1
    if (tag === 0x03) break
    if (tag < 0x10) continue
    if (at + 4 > body.length) break
    const nameLength = body.readUInt16BE(at)
    if (nameLength > 0) name = body.toString('utf8', at + 2, at + 2 + nameLength)
    at += 2 + nameLength
    if (at + 2 > body.length) break
    const length = body.readUInt16BE(at)
    const value = body.subarray(at + 2, at + 2 + length)
    at += 2 + length
    if ((tag === 0x21 || tag === 0x23) && value.length === 4 && !numbers.has(name))
      numbers.set(name, value.readInt32BE())
    else if (tag >= 0x41 && !words.has(name)) words.set(name, value.toString('utf8'))
  }
  return { ok: status < 0x0100, status, numbers, words }
}
