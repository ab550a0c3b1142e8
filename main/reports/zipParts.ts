import { pipeline } from 'node:stream/promises'
import { createDeflateRaw, crc32 } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** Texts that come one after another. */
type Texts = Iterable<string> | AsyncIterable<string>

/** An archive that is packed while its parts are written, one after another; its bytes are handed on at once. */
interface ZipParts {
  /** Packs a part in a thread of zlib's: whoever is waiting gets a turn between its texts. */
  add(name: string, texts: Texts): AsyncGenerator<Uint8Array>
  end(): readonly Uint8Array[]
}

/** Deflate, in the numbers of ZIP files. */
const DEFLATE = 8
/** Any day that every zone calls 1980 or later; the same tables make the same file. */
const noTime = '1980-01-02T12:00:00'

export function zipParts(): ZipParts {
  let packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    packed.push(bytes)
  })
  function taken(): readonly Uint8Array[] {
    const bytes = packed
    packed = []
    return bytes
  }
  return {
    async *add(name, texts) {
      const part: ZipInputFile = { filename: name, size: 0, crc: 0, compression: DEFLATE, mtime: noTime }
      zip.add(part)
      const deflate = createDeflateRaw()
      const fed = pipeline(bytesOf(texts, part), deflate)
      // What goes wrong on the way in is told to whoever reads the way out.
      fed.catch(() => undefined)
      for await (const chunk of deflate as AsyncIterable<Buffer>) {
        part.ondata?.(null, new Uint8Array(chunk), false)
        yield* taken()
      }
      await fed
      part.ondata?.(null, new Uint8Array(), true)
      yield* taken()
    },
    end() {
      zip.end()
      return taken()
    },
  }
}

async function* bytesOf(texts: Texts, part: ZipInputFile): AsyncGenerator<Buffer> {
  for await (const text of texts) {
    const bytes = Buffer.from(text, 'utf8')
    part.crc = crc32(bytes, part.crc)
    part.size += bytes.length
    yield bytes
  }
}
