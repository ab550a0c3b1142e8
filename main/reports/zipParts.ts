import { pipeline } from 'node:stream/promises'
import { createDeflateRaw, crc32 } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** An archive that is packed while its parts are written, one after another. */
export interface ZipParts {
  /** Packs a part in a thread of zlib's: whoever is waiting gets a turn between its texts. */
  add(name: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void>
  end(): Uint8Array
}

/** Deflate, in the numbers of ZIP files. */
const DEFLATE = 8
/** Any day that every zone calls 1980 or later; the same tables make the same file. */
const noTime = '1980-01-02T12:00:00'

export function zipParts(): ZipParts {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    packed.push(bytes)
  })
  return {
    async add(name, texts) {
      const part: ZipInputFile = { filename: name, size: 0, crc: 0, compression: DEFLATE, mtime: noTime }
      zip.add(part)
      await pipeline(bytesOf(texts, part), createDeflateRaw(), async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) part.ondata?.(null, new Uint8Array(chunk), false)
      })
      part.ondata?.(null, new Uint8Array(), true)
    },
    end() {
      zip.end()
      return Buffer.concat(packed)
    },
  }
}

async function* bytesOf(texts: Iterable<string> | AsyncIterable<string>, part: ZipInputFile): AsyncGenerator<Buffer> {
  for await (const text of texts) {
    const bytes = Buffer.from(text, 'utf8')
    part.crc = crc32(bytes, part.crc)
    part.size += bytes.length
    yield bytes
  }
}
