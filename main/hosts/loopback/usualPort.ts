/** Ports that no well-known service has and from which systems hand none out by themselves. */
const FIRST = 20_000
const PORTS = 10_000

/**
 * The port of a record: the same at every start, since a browser keeps what it remembers by address, and another for
 * another record, so that two may be open.
 */
export function usualPort(dataDir: string): number {
  let sum = 0
  for (const sign of dataDir) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % PORTS
  return FIRST + sum
}
