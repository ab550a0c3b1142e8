import { connect, type Socket } from 'node:net'
import { say } from '../../../shared/words/say.ts'

interface TcpAddress {
  /** IPv4 address or host name. */
  readonly host: string
  readonly port: number
}

export interface TcpLimits {
  /** How long the printer may take to accept a connection, its name being looked up included. */
  readonly connectMs: number
  /** How long it may take no byte. */
  readonly writeMs: number
  /** How long it may go on reading what the kernel has taken, once everything was written. */
  readonly closeMs: number
}

const tcpLimits: TcpLimits = { connectMs: 3000, writeMs: 15_000, closeMs: 15_000 }

/** Whether a failed send may be repeated without asking: only where no byte can have left. */
export type TransportStage = 'before any byte' | 'after some bytes'

/** Why bytes did not, or may not have, reached a printer. The message is a sentence with the next step. */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  readonly stage: TransportStage

  constructor(stage: TransportStage, message: string, cause?: unknown) {
    super(message, { cause })
    this.stage = stage
  }
}

/**
 * An open connection. A failure resets it: nothing that the kernel still holds leaves this computer after the person was
 * told that labels are in doubt. Every further call rejects in the same way.
 */
export interface TcpSession {
  /**
   * Hands bytes to the operating system, waiting while the printer takes none. That it resolves says no more than
   * “in the kernel’s buffers”: what was written stays in doubt until `end` has resolved. Few labels for each connection
   * (five, LABELS.md) keep that doubt, and the wait in `end`, small.
   */
  write(bytes: Uint8Array): Promise<void>
  /**
   * Writes a question and collects the answer.
   * @param whole says when the answer is complete
   * @returns undefined where nothing complete came in time
   */
  ask(question: Uint8Array, whole: (answer: string) => boolean, ms: number): Promise<string | undefined>
  /** Sends what is left; resolves when the printer has closed the connection in its turn, which it does having read all. */
  end(): Promise<void>
  /** Sends what is left and closes, without waiting: for when the printer has proved what it printed. */
  leave(): void
  /** Resets the connection at once; what the printer has read may still be printed. */
  abort(): void
}

/**
 * Sends bytes to a raw TCP port (9100, “JetDirect”) and closes.
 * @throws TransportError
 */
export async function sendTcp(address: TcpAddress, bytes: Uint8Array, limits: Partial<TcpLimits> = {}): Promise<void> {
  const session = await openTcp(address, limits)
  await session.write(bytes)
  await session.end()
}

/**
 * Opens a connection for one format after the other.
 * @throws TransportError, always before any byte
 */
export async function openTcp(address: TcpAddress, limits: Partial<TcpLimits> = {}): Promise<TcpSession> {
  const all = { ...tcpLimits, ...limits }
  const at = `${address.host}:${address.port}`
  const { promise, resolve, reject } = Promise.withResolvers<TcpSession>()
  const socket = connect({ host: address.host, port: address.port, noDelay: true })
  const timer = setTimeout(
    () => fail(Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT' })),
    all.connectMs,
  )

  function fail(error: NodeJS.ErrnoException): void {
    clearTimeout(timer)
    socket.destroy()
    reject(new TransportError('before any byte', connectSentence(at, address.host, error.code ?? ''), error))
  }

  socket.once('error', fail)
  socket.once('connect', () => {
    clearTimeout(timer)
    socket.off('error', fail)
    resolve(createSession(socket, at, all))
  })
  return await promise
}

/** Bytes handed over at a time: a printer that takes them slowly is told from one that takes none. */
const CHUNK = 16 * 1024

const LONGEST_ANSWER = 4096

function createSession(socket: Socket, address: string, { writeMs, closeMs }: TcpLimits): TcpSession {
  let begun = false
  let ending = false
  let failure: TransportError | undefined
  const { promise: failed, reject } = Promise.withResolvers<never>()
  failed.catch(() => undefined)

  // Answers nobody asked for are read and dropped: unread they would fill up and stall the printer.
  let heard: ((text: string) => void) | undefined
  socket.on('data', (bytes: Buffer) => heard?.(bytes.toString('latin1')))
  socket.on('error', (error) => fail(say('dropped the connection'), error))
  socket.on('end', () => {
    if (!ending) fail(say('closed the connection'))
  })

  function fail(what: string, cause?: unknown): void {
    failure ??= new TransportError(
      begun ? 'after some bytes' : 'before any byte',
      sessionSentence(address, what, begun),
      cause,
    )
    reject(failure)
    socket.resetAndDestroy()
  }

  /** Waits for a step of the socket, for a failure, or until the printer has been still for too long. */
  async function within(step: Promise<void>, ms: number, what: string): Promise<void> {
    const timer = setTimeout(() => fail(what), ms)
    try {
      await Promise.race([step, failed])
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    async write(bytes) {
      if (failure) throw failure
      for (let at = 0; at < bytes.length; at += CHUNK) {
        begun = true
        await within(writeChunk(socket, bytes.subarray(at, at + CHUNK)), writeMs, say('stopped taking data'))
      }
    },
    async ask(question, whole, ms) {
      if (failure) throw failure
      const { promise, resolve } = Promise.withResolvers<string | undefined>()
      let answer = ''
      heard = (text) => {
        // No printer’s answer is longer; one that never ends is no answer.
        answer = (answer + text).slice(0, LONGEST_ANSWER)
        if (whole(answer)) resolve(answer)
      }
      const timer = setTimeout(() => resolve(undefined), ms)
      try {
        socket.write(question)
        return await Promise.race([promise, failed])
      } finally {
        clearTimeout(timer)
        heard = undefined
      }
    },
    leave() {
      ending = true
      socket.end()
      setTimeout(() => socket.destroy(), closeMs).unref()
    },
    async end() {
      if (failure) throw failure
      ending = true
      const closed = new Promise<void>((done) => {
        socket.once('close', () => done())
      })
      socket.end()
      await within(closed, closeMs, say('did not say that it has everything'))
      if (failure) throw failure
    },
    abort() {
      fail(say('was cut off'))
    },
  }
}

function writeChunk(socket: Socket, chunk: Uint8Array): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  // An error comes with the socket's own 'error' event as well, which carries it on.
  socket.write(chunk, (error) => {
    if (!error) resolve()
  })
  return promise
}

function connectSentence(at: string, host: string, code: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return say(
        'The printer at {at} refused the connection. Check the port (most printers use 9100) and that no other program is printing, then try again.',
        { at },
      )
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return say(
        'No printer named {host} was found on the network. Check the name, or use the address that the printer shows.',
        { host },
      )
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENETDOWN':
      return say(
        'The printer at {at} cannot be reached from this computer. Check that both are on the same network, then try again.',
        { at },
      )
    default:
      return say('The printer at {at} did not answer. Check that it is on and on the same network, then try again.', {
        at,
      })
  }
}

function sessionSentence(at: string, what: string, begun: boolean): string {
  return begun
    ? say('The printer at {at} {what} during the print. Check the printer and which labels came out.', { at, what })
    : say('The printer at {at} {what} before anything was printed. Check that it is ready, then try again.', {
        at,
        what,
      })
}
