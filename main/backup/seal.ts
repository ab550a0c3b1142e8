import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { closeSync, lstatSync, openSync, readSync, writeSync } from 'node:fs'
import { AppError } from '../../shared/api/errors.ts'
import { z } from '../../shared/api/zod.ts'
import { Manifest } from './manifest.ts'
import { isPlainFile, piecesOf, syncFile } from './disk.ts'
import { say } from '../../shared/words/say.ts'

/*
 * One file that carries a record: a line of text that names the format, the length of a header, the header (JSON), and
 * the record, sealed with a passphrase or plain. Sealed is scrypt (RFC 7914; OWASP's N = 2^17, r = 8, p = 1) and
 * AES-256-GCM (NIST SP 800-38D) over the record, the header being authenticated with it.
 */
const MAGIC = Buffer.from('Traceberry record, format 1\n')
const TAG = 16
const MAX_HEADER = 64 * 1024
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const

/** A passphrase made into a key. It is kept beside the record it guards copies of, never in a backup. */
export const SealKey = z.strictObject({ salt: z.base64(), key: z.base64() })
export type SealKey = z.infer<typeof SealKey>

const Header = z.object({
  manifest: Manifest,
  seal: z.strictObject({ salt: z.base64(), nonce: z.base64() }).nullable(),
})
type Header = z.infer<typeof Header>

export function makeSealKey(passphrase: string, salt = randomBytes(16).toString('base64')): SealKey {
  const key = scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), 32, SCRYPT)
  return { salt, key: key.toString('base64') }
}

/** What a passphrase is tried with: the key of this computer, or what a person typed. */
export interface Opener {
  readonly known: SealKey | null
  readonly passphrase: string | null
}

/** Writes a record into one file. @param manifest of the record as it is before it is sealed */
export function pack(record: string, file: string, manifest: Manifest, key: SealKey | null): void {
  const nonce = randomBytes(12)
  const seal = key && { salt: key.salt, nonce: nonce.toString('base64') }
  const header = Buffer.from(JSON.stringify({ manifest, seal } satisfies Header))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  const start = Buffer.concat([MAGIC, length, header])
  const cipher = key && createCipheriv('aes-256-gcm', Buffer.from(key.key, 'base64'), nonce).setAAD(start)
  writePieces(file, function* () {
    yield start
    for (const piece of piecesOf(record)) yield cipher ? cipher.update(piece) : piece
    if (cipher) yield Buffer.concat([cipher.final(), cipher.getAuthTag()])
  })
}

/** What a file says about itself, or undefined where it is none of ours. */
export function readHeader(file: string): { readonly header: Header; readonly start: Buffer } | undefined {
  if (!isPlainFile(file)) return undefined
  const handle = openSync(file, 'r')
  try {
    const first = Buffer.alloc(MAGIC.length + 4)
    if (readSync(handle, first) < first.length || !first.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
    const length = first.readUInt32BE(MAGIC.length)
    if (length > MAX_HEADER) return undefined
    const rest = Buffer.alloc(length)
    if (readSync(handle, rest, 0, length, first.length) < length) return undefined
    const header = Header.safeParse(JSON.parse(rest.toString('utf8')))
    return header.success ? { header: header.data, start: Buffer.concat([first, rest]) } : undefined
  } catch {
    return undefined
  } finally {
    closeSync(handle)
  }
}

/**
 * Takes the record out of a file. Nothing of it may be used unless this returns: the seal is checked at the very end.
 * @throws AppError `conflict`, in the same words for a wrong passphrase as for a changed byte
 */
export function unpack(file: string, record: string, opener: Opener): void {
  const found = readHeader(file)
  if (!found) throw cannotBeOpened()
  const { header, start } = found
  const { size } = lstatSync(file)
  const { seal } = header
  if (!seal) return writePieces(record, () => piecesOf(file, start.length))
  const key = keyFor(seal.salt, opener)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(seal.nonce, 'base64')).setAAD(start)
    decipher.setAuthTag(Buffer.concat([...piecesOf(file, size - TAG)].map((piece) => Buffer.from(piece))))
    writePieces(record, function* () {
      for (const piece of piecesOf(file, start.length, size - TAG)) yield decipher.update(piece)
      yield decipher.final()
    })
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    throw cannotBeOpened()
  }
}

function keyFor(salt: string, { known, passphrase }: Opener): Buffer {
  if (passphrase !== null && passphrase !== '') return Buffer.from(makeSealKey(passphrase, salt).key, 'base64')
  if (known?.salt === salt) return Buffer.from(known.key, 'base64')
  throw new AppError({
    code: 'invalid_input',
    message: say('This backup is sealed with a passphrase. Type it to go on.'),
    fields: { passphrase: say('Type the passphrase that was set when this backup was made.') },
  })
}

function cannotBeOpened(): AppError {
  return new AppError({
    code: 'conflict',
    message: say('This backup cannot be opened. Check the passphrase, or choose another backup. Nothing was changed.'),
    fields: { passphrase: say('It cannot be opened with this passphrase.') },
  })
}

function writePieces(file: string, pieces: () => Iterable<Uint8Array>): void {
  const handle = openSync(file, 'w')
  try {
    for (const piece of pieces()) writeAll(handle, piece)
  } finally {
    closeSync(handle)
  }
  syncFile(file)
}

function writeAll(handle: number, piece: Uint8Array): void {
  for (let at = 0; at < piece.length;) at += writeSync(handle, piece, at)
}
