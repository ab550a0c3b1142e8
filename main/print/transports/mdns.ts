import { createSocket, type RemoteInfo } from 'node:dgram'

/** A printer that answered on the local network. */
export interface FoundPrinter {
  readonly name: string
  readonly transport: 'tcp' | 'ipp'
  readonly address: string
  readonly port: number
}

const services: Readonly<Record<string, FoundPrinter['transport']>> = {
  '_pdl-datastream._tcp.local': 'tcp',
  '_ipp._tcp.local': 'ipp',
}

const GROUP = { address: '224.0.0.251', port: 5353 }

/**
 * Asks the local network for printers once (multicast DNS, RFC 6762, as a one-shot querier) and listens.
 * @param ms how long answers are waited for
 */
export async function discoverPrinters(ms = 2000, group = GROUP): Promise<FoundPrinter[]> {
  const found = new Map<string, FoundPrinter>()
  const socket = createSocket({ type: 'udp4' })
  return await new Promise((resolve) => {
    function end(): void {
      try {
        socket.close()
      } catch {
        // It was closed by its error already.
      }
      resolve([...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    }
    socket.once('error', end)
    socket.on('message', (message, from) => {
      for (const printer of readAnswers(message, from)) found.set(`${printer.transport} ${printer.name}`, printer)
    })
    socket.bind(0, () => {
      for (const service of Object.keys(services))
        socket.send(question(service), group.port, group.address, () => undefined)
      setTimeout(end, ms)
    })
  })
}

/** One question of type PTR, its answer wanted by unicast. */
function question(name: string): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0])
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]))
  return Buffer.concat([head, ...labels, Buffer.from([0, 0, 12, 0x80, 1])])
}

/** Printers named in an answer; what is no whole answer names none. */
export function readAnswers(message: Buffer, from: Pick<RemoteInfo, 'address'>): FoundPrinter[] {
  try {
    return printersIn(recordsOf(message), from)
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

interface DnsRecord {
  readonly name: string
  readonly type: number
  /** Of PTR and SRV records. */
  readonly target: string
  readonly port: number
  readonly texts: readonly string[]
}

function printersIn(records: readonly DnsRecord[], from: Pick<RemoteInfo, 'address'>): FoundPrinter[] {
  return records.flatMap((pointer) => {
    const transport = pointer.type === 12 ? services[pointer.name.toLowerCase()] : undefined
    if (!transport) return []
    const server = records.find((each) => each.type === 33 && each.name === pointer.target)
    const texts = records
      .filter((each) => each.type === 16 && each.name === pointer.target)
      .flatMap((each) => each.texts)
    const path = texts.find((text) => text.startsWith('rp='))?.slice(3) ?? 'ipp/print'
    const port = server?.port ?? (transport === 'tcp' ? 9100 : 631)
    const name = pointer.target.slice(0, -pointer.name.length - 1)
    const address = transport === 'tcp' ? from.address : `ipp://${from.address}:${port}/${path}`
    return [{ name, transport, address, port }]
  })
}

function recordsOf(message: Buffer): DnsRecord[] {
  const questions = message.readUInt16BE(4)
  const count = message.readUInt16BE(6) + message.readUInt16BE(8) + message.readUInt16BE(10)
  let at = 12
  for (let each = 0; each < questions; each += 1) at = readName(message, at).end + 4
  const records: DnsRecord[] = []
  for (let each = 0; each < Math.min(count, 200); each += 1) {
    const { name, end } = readName(message, at)
    const type = message.readUInt16BE(end)
    const length = message.readUInt16BE(end + 8)
    const data = end + 10
    const target = type === 12 ? readName(message, data).name : type === 33 ? readName(message, data + 6).name : ''
    const port = type === 33 ? message.readUInt16BE(data + 4) : 0
    records.push({ name, type, target, port, texts: type === 16 ? textsOf(message.subarray(data, data + length)) : [] })
    at = data + length
  }
  return records
}

/** A name with its pointers followed; @throws RangeError for one that goes in circles or past the end. */
function readName(message: Buffer, start: number): { readonly name: string; readonly end: number } {
  const labels: string[] = []
  let [at, end] = [start, -1]
  for (let steps = 0; steps < 128; steps += 1) {
    const length = message.readUInt8(at)
    if (length === 0) return { name: labels.join('.'), end: end < 0 ? at + 1 : end }
    if ((length & 0xc0) === 0xc0) {
      if (end < 0) end = at + 2
      at = message.readUInt16BE(at) & 0x3fff
    } else {
      labels.push(message.toString('utf8', at + 1, at + 1 + length))
      at += 1 + length
    }
  }
  throw new RangeError('a name without end')
}

function textsOf(data: Buffer): string[] {
  const texts: string[] = []
  for (let at = 0; at < data.length; at += 1 + data.readUInt8(at))
    texts.push(data.toString('utf8', at + 1, at + 1 + data.readUInt8(at)))
  return texts
}
