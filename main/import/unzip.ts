import { Inflate } from 'fflate'
import { limits, refuseFile } from './sheetGrid.ts'
import { say } from '../../shared/words/say.ts'

interface Entry {
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly at: number
  readonly encrypted: boolean
}

/** The entries of a ZIP archive by name; nothing is unpacked until it is asked for, and then within a bound. */
export interface Archive {
  readonly names: readonly string[]
  /** The text of an entry in UTF-8, or undefined where there is none. */
  text(name: string): string | undefined
}

/**
 * Opens a ZIP archive by its central directory.
 * @throws AppError with a sentence: cut off, encrypted, or unpacking to more than a spreadsheet ever is
 */
export function openArchive(bytes: Uint8Array, name: string): Archive {
  const entries = directoryOf(bytes, name)
  const told = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0)
  if (told > limits.unpackedBytes) throw tooLarge(name)
  const budget = { left: limits.unpackedBytes }
  return {
    names: [...entries.keys()],
    text(entryName) {
      const entry = entries.get(entryName)
      if (!entry) return undefined
      if (entry.encrypted)
        throw refuseFile(say('{name} is protected by a password. Save it without one and take that.', { name }))
      const inflated = inflate(bytes, entry, name, budget)
      return new TextDecoder('utf-8').decode(inflated)
    },
  }
}

function directoryOf(bytes: Uint8Array, name: string): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== 0x06054b50) end -= 1
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw cutOff(name)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries = new Map<string, Entry>()
  for (let each = 0; each < count; each += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw cutOff(name)
    const length = view.getUint16(at + 28, true)
    const entryName = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    entries.set(entryName, {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Unpacks piece by piece and stops at the bound: what the directory says of the size is not believed. */
function inflate(bytes: Uint8Array, entry: Entry, name: string, budget: { left: number }): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.at + 30 > bytes.length) throw cutOff(name)
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw cutOff(name)
  if (entry.method === 0) {
    budget.left -= packed.length
    if (budget.left < 0) throw tooLarge(name)
    return packed
  }
  if (entry.method !== 8)
    throw refuseFile(say('{name} is packed in a way that spreadsheets are not. Save it as XLSX again.', { name }))
  const pieces: Uint8Array[] = []
  let size = 0
  const inflater = new Inflate((piece) => {
    size += piece.length
    budget.left -= piece.length
    if (budget.left >= 0) pieces.push(piece)
  })
  try {
    for (let at = 0; at < packed.length && budget.left >= 0; at += PIECE)
      inflater.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
  } catch {
    throw cutOff(name)
  }
  if (budget.left < 0) throw tooLarge(name)
  const whole = new Uint8Array(size)
  let filled = 0
  for (const piece of pieces) {
    whole.set(piece, filled)
    filled += piece.length
  }
  return whole
}

/** Packed bytes at a time: unpacks to at most some 16 MB between two looks at the bound. */
const PIECE = 16 * 1024

function cutOff(name: string) {
  return refuseFile(say('{name} is damaged or was cut off. Copy it again, or open it in your spreadsheet program and save it anew.', { name })) // prettier-ignore
}

function tooLarge(name: string) {
  return refuseFile(
    say('{name} would unpack to more than {size} MB, which no kitchen’s spreadsheet does. It was not opened.', {
      name,
      size: limits.unpackedBytes / 1024 / 1024,
    }),
  )
}
