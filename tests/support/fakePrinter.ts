import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

/** How a printer on raw TCP behaves. */
export type FakePrinterMode =
  | { readonly kind: 'ok' }
  /** Nothing listens on the port. */
  | { readonly kind: 'refusing' }
  /** Connections are neither accepted nor refused. */
  | { readonly kind: 'black hole' }
  /** Accepts, and never reads: out of paper, head open, paused. */
  | { readonly kind: 'stalled' }
  | { readonly kind: 'reset after'; readonly bytes: number }
  /** Reads everything and never closes. */
  | { readonly kind: 'never closes' }
  /** Closes politely after so many bytes, whatever is still to come. */
  | { readonly kind: 'closes after'; readonly bytes: number }
  /** Pauses after each piece that it reads (up to 64 KB). */
  | { readonly kind: 'slow'; readonly pauseMs: number }
  /** Answers without end while it reads. */
  | { readonly kind: 'chatty' }

export interface FakePrinter extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** The ledger: what was received whole, each from ^XA to ^XZ, connection by connection. */
  readonly formats: readonly string[]
  /** Everything that was received, connection by connection. */
  received(): string
  readonly connections: number
  /** Changes the behaviour of connections to come; a printer that listens cannot begin to refuse. */
  become(mode: Exclude<FakePrinterMode, { kind: 'refusing' } | { kind: 'black hole' }>): void
  /** Bytes sent back. */
  readonly answered: number
  close(): Promise<void>
}

/** Starts a printer on 127.0.0.1, at a free port where none is given. */
export async function startFakePrinter(mode: FakePrinterMode = { kind: 'ok' }, wantedPort = 0): Promise<FakePrinter> {
  if (mode.kind === 'black hole') return await startBlackHole()
  const state: State = { mode, received: [], answered: 0 }
  const open = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    serve(socket, state)
  })
  const port = await listen(server, wantedPort)
  if (mode.kind === 'refusing') await closeServer(server)

  async function close(): Promise<void> {
    for (const socket of open) socket.destroy()
    if (server.listening) await closeServer(server)
  }

  return {
    host: '127.0.0.1',
    port,
    get formats() {
      return state.received.flatMap((pieces) => pieces.join('').match(/\^XA[^]*?\^XZ/g) ?? [])
    },
    received: () => state.received.flat().join(''),
    get connections() {
      return state.received.length
    },
    get answered() {
      return state.answered
    },
    become(next) {
      state.mode = next
    },
    close,
    [Symbol.asyncDispose]: close,
  }
}

interface State {
  mode: FakePrinterMode
  /** For each connection, the pieces as they came. */
  readonly received: string[][]
  answered: number
}

function serve(socket: Socket, state: State): void {
  const { mode } = state
  const pieces: string[] = []
  state.received.push(pieces)
  if (mode.kind === 'stalled') return
  const limit = mode.kind === 'reset after' || mode.kind === 'closes after' ? mode.bytes : Infinity
  let count = 0

  function take(bytes: Buffer): void {
    const taken = bytes.subarray(0, Math.max(0, limit - count))
    count += taken.length
    pieces.push(taken.toString('latin1'))
    if (count < limit) return
    if (mode.kind === 'reset after') socket.resetAndDestroy()
    else if (mode.kind === 'closes after') socket.end()
  }

  socket.on('data', (bytes: Buffer) => {
    take(bytes)
    if (mode.kind !== 'slow') return
    socket.pause()
    setTimeout(() => socket.resume(), mode.pauseMs)
  })
  if (mode.kind === 'chatty') answerForEver(socket, state)
  socket.on('end', () => {
    if (mode.kind !== 'never closes') socket.end()
  })
  socket.resume()
}

function answerForEver(socket: Socket, state: State): void {
  const answer = Buffer.alloc(64 * 1024, '~HS 030,0,0\r\n')
  const more = () => {
    while (!socket.destroyed && socket.writable) {
      state.answered += answer.length
      if (!socket.write(answer)) return
    }
  }
  socket.on('drain', more)
  more()
}

/**
 * A port whose queue of connections is full: the kernel drops further ones without a word, as a firewall does. The
 * listener sits in a thread that is blocked, so that it accepts none.
 */
async function startBlackHole(): Promise<FakePrinter> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads')
     const server = require('node:net').createServer()
     server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
       parentPort.postMessage(server.address().port)
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
     })`,
    { eval: true },
  )
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  const fillers: Socket[] = []
  while (fillers.length < 16 && (await fillOne(port, fillers)));
  async function close(): Promise<void> {
    for (const socket of fillers) socket.destroy()
    await worker.terminate()
  }
  return {
    host: '127.0.0.1',
    port,
    formats: [],
    received: () => '',
    connections: 0,
    answered: 0,
    become: () => undefined,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** @returns whether the connection was still taken up */
async function fillOne(port: number, fillers: Socket[]): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  fillers.push(socket)
  return await new Promise((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    setTimeout(() => resolve(false), 300)
  })
}

async function listen(server: Server, wantedPort: number): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(wantedPort, '127.0.0.1', resolve)
  })
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
}
