/** Side in pixels to a square PNG of it. */
type Pictures = ReadonlyMap<number, Buffer>

/** Windows' icon: a directory of PNGs up to 256 pixels, which it writes as 0 (Windows Vista and later). */
export function icoFile(pictures: Pictures): Buffer {
  const entries = [...pictures].filter(([size]) => size <= 256)
  const header = Buffer.alloc(6 + 16 * entries.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(entries.length, 4)
  let offset = header.length
  for (const [at, [size, png]] of entries.entries()) {
    const entry = header.subarray(6 + 16 * at)
    entry.writeUInt8(size % 256, 0)
    entry.writeUInt8(size % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
  }
  return Buffer.concat([header, ...entries.map(([, png]) => png)])
}

/** The names macOS gives to sizes, some twice: once for each density. */
const icnsTypes: readonly (readonly [type: string, size: number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
]

/** macOS' icon: chunks of a four-letter type, a length and a PNG. @throws an Error where a size is missing */
export function icnsFile(pictures: Pictures): Buffer {
  const chunks = icnsTypes.map(([type, size]) => {
    const png = pictures.get(size)
    if (!png) throw new Error(`there is no picture of ${size} pixels`)
    return chunk(type, png)
  })
  return chunk('icns', Buffer.concat(chunks))
}

function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(content.length + 8, 4)
  return Buffer.concat([head, content])
}
