import { createServer, type AddressInfo, type Socket } from 'node:net'

/** What goes wrong with a printer, once, after so many labels have come out. */
export type PrinterFault =
  | { readonly kind: 'none' }
  /** Stops in the middle of a label; with `reprints` it prints that label again when it goes on. */
  | { readonly kind: 'paper out'; readonly after: number; readonly reprints: boolean }
  | { readonly kind: 'head open'; readonly after: number }
  | { readonly kind: 'paused'; readonly after: number }
  /** Loses what it holds and every connection, and is gone for a while. */
  | { readonly kind: 'power loss'; readonly after: number }
  /** The cable is pulled: connections break, what it holds comes out. */
  | { readonly kind: 'cable pulled'; readonly after: number }
  /** Resets the connection in the middle of a format. */
  | { readonly kind: 'reset mid-job'; readonly after: number }
  /** Never says how it is. */
  | { readonly kind: 'silent' }
  /** Stops saying how it is, and goes on printing. */
  | { readonly kind: 'falls silent'; readonly after: number }
  | { readonly kind: 'slow' }

/** A label on the floor: whole, or torn in the middle. */
interface Printed {
  readonly format: string
  readonly whole: boolean
}

export interface LabelPrinter extends AsyncDisposable {
  readonly port: number
  /** What physically came out, in order. */
  readonly ledger: readonly Printed[]
  readonly idle: boolean
  /** Whether a person has to put something right. */
  readonly inTrouble: boolean
  fail(fault: PrinterFault): void
  /** A person puts in paper, closes the head, presses the button, switches it on. */
  putRight(): void
}

/** A ZPL printer that holds what it is sent, prints a label each `printMs`, and answers ~HS, ~JA and its counter. */
export async function startLabelPrinter(printMs = 2): Promise<LabelPrinter> {
  let fault: PrinterFault = { kind: 'none' }
  let trouble: 'paper out' | 'head open' | 'paused' | 'off' | undefined
  let silent = false
  let done = 0
  let count = 0
  let held: string[] = []
  let torn: string | undefined
  const ledger: Printed[] = []
  const sockets = new Set<Socket>()

  const server = createServer((socket) => {
    if (trouble === 'off') return void socket.resetAndDestroy()
    sockets.add(socket)
    let text = ''
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1')
      if (fault.kind === 'reset mid-job' && done >= fault.after && text.includes('^XA')) {
        fault = { kind: 'none' }
        text = ''
        socket.resetAndDestroy()
        return
      }
      text = obey(text, (answer) => socket.write(answer))
      if (fault.kind === 'slow') {
        socket.pause()
        setTimeout(() => socket.resume(), 3)
      }
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const timer = setInterval(printOne, printMs)

  /** Takes whole commands off the front of the stream. @returns the rest */
  function obey(text: string, answer: (said: string) => void): string {
    let rest = text
    for (;;) {
      rest = rest.replace(/^[\r\n]+/, '')
      if (rest.startsWith('~HS')) {
        if (!silent) answer(status())
        rest = rest.slice(3)
      } else if (rest.startsWith('~JA')) {
        held = []
        torn = undefined
        rest = rest.slice(3)
      } else if (rest.startsWith('! U1') && rest.includes('\n')) {
        if (!silent) answer(`"${count}"`)
        rest = rest.slice(rest.indexOf('\n') + 1)
      } else if (rest.startsWith('^XA') && rest.includes('^XZ')) {
        const end = rest.indexOf('^XZ') + 3
        held.push(rest.slice(0, end))
        rest = rest.slice(end)
      } else return rest
    }
  }

  function status(): string {
    const bit = (which: typeof trouble) => (trouble === which ? '1' : '0')
    const first = `030,${bit('paper out')},${bit('paused')},0254,${String(held.length).padStart(3, '0')},0,0,0,000,0,0,0`
    const second = `000,0,${bit('head open')},0,0,2,4,0,00000000,1,000`
    return `\x02${first}\x03\r\n\x02${second}\x03\r\n\x020000,0\x03\r\n`
  }

  function printOne(): void {
    if (trouble !== undefined) return
    const [format] = held
    if (format === undefined) return
    if ('after' in fault && done >= fault.after && begin(fault, format)) return
    held.shift()
    ledger.push({ format, whole: true })
    done += 1
    count += 1
  }

  /** @returns whether the label at hand does not come out now */
  function begin(now: Extract<PrinterFault, { after: number }>, format: string): boolean {
    fault = { kind: 'none' }
    switch (now.kind) {
      case 'paper out':
        trouble = 'paper out'
        ledger.push({ format, whole: false })
        held.shift()
        torn = now.reprints ? format : undefined
        return true
      case 'head open':
      case 'paused':
        trouble = now.kind
        return true
      case 'power loss':
        trouble = 'off'
        held = []
        for (const socket of sockets) socket.resetAndDestroy()
        return true
      case 'cable pulled':
        for (const socket of sockets) socket.resetAndDestroy()
        return false
      case 'falls silent':
        silent = true
        return false
      case 'reset mid-job':
        fault = now
        return false
    }
  }

  async function close(): Promise<void> {
    clearInterval(timer)
    for (const socket of sockets) socket.destroy()
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
  }

  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    ledger,
    get idle() {
      return held.length === 0
    },
    get inTrouble() {
      return trouble !== undefined || silent
    },
    fail(next) {
      fault = next
      done = 0
      silent = next.kind === 'silent'
    },
    putRight() {
      if (torn !== undefined) held.unshift(torn)
      torn = undefined
      trouble = undefined
      silent = false
    },
    close,
    [Symbol.asyncDispose]: close,
  } as LabelPrinter
}
