import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** scrypt (RFC 7914) with 32 MiB, which a laptop of 4 GB spares, and OWASP’s p for it. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 } as const
const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt)

/** What is kept of a PIN: its hash with a salt of its own, both base64. */
export interface PinHash {
  readonly salt: string
  readonly hash: string
}

export async function hashPin(pin: string): Promise<PinHash> {
  const salt = randomBytes(16)
  return { salt: salt.toString('base64'), hash: (await derive(pin, salt, 32, COST)).toString('base64') }
}

/** Whether a PIN is the one that was hashed; it takes as long for a wrong one as for the right one. */
export async function isPin(pin: string, { salt, hash }: PinHash): Promise<boolean> {
  return timingSafeEqual(await derive(pin, Buffer.from(salt, 'base64'), 32, COST), Buffer.from(hash, 'base64'))
}
