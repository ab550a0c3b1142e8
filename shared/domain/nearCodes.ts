import { lotKey } from './lotNumber.ts'

/** A code as it is compared: exactly, and as it may be misread. */
export interface Keyed {
  readonly code: string
  readonly key: string
  readonly plain: string
}

/** Shorter ones are too often part of another by chance. */
const SHORTEST_PART = 4
const SHORTEST = 3
/** Of longer codes the parts are not kept: they grow with the square of the length. */
const LONGEST_KEPT = 40

export function keyed(code: string): Keyed {
  const key = lotKey(code)
  return { code, key, plain: plain(key) }
}

/**
 * Finds the first of some codes that another one may be misread from: O and 0, I, L and 1, S and 5, B and 8, Z and 2 for
 * each other, two neighbours exchanged, or one a part of the other. What each may be misread as is worked out once, so
 * that tens of thousands of lots can be held against hundreds of codes.
 */
export function nearestOf(codes: readonly Keyed[]): (own: Keyed) => Keyed | undefined {
  const slips = new Map<string, number>()
  const wholes = new Map<string, number>()
  const parts = new Map<string, number>()
  const note = (among: Map<string, number>, text: string, at: number) => {
    if (!among.has(text)) among.set(text, at)
  }
  for (const [at, { key, plain: read }] of codes.entries()) {
    if (key.length < SHORTEST) continue
    note(slips, read, at)
    for (const slip of exchanged(read)) note(slips, slip, at)
    if (key.length < SHORTEST_PART) continue
    note(wholes, key, at)
    if (key.length <= LONGEST_KEPT) for (const part of partsOf(key)) note(parts, part, at)
  }
  const lengths = [...new Set([...wholes.keys()].map((key) => key.length))]
  const long = codes.flatMap(({ key }, at) => (key.length > LONGEST_KEPT ? { key, at } : []))

  return ({ key, plain: read }) => {
    if (key.length < SHORTEST) return undefined
    const found = [slips.get(read), parts.get(key)]
    for (const length of lengths)
      for (let from = 0; from + length <= key.length; from += 1) found.push(wholes.get(key.slice(from, from + length)))
    if (key.length >= SHORTEST_PART) found.push(long.find((each) => each.key.includes(key))?.at)
    const first = Math.min(...found.filter((at) => at !== undefined))
    return codes[first]
  }
}

/** Whether one is the other or a part of it. */
export function contains(key: string, other: string): boolean {
  if (key === other) return true
  const [short, long] = key.length < other.length ? [key, other] : [other, key]
  return short.length >= SHORTEST_PART && long.includes(short)
}

/** Characters that are taken for each other, all written as the digit. */
function plain(key: string): string {
  return key.replace(/[OQ]/g, '0').replace(/[IL]/g, '1').replaceAll('S', '5').replaceAll('B', '8').replaceAll('Z', '2')
}

/** A text with each two neighbours exchanged. */
function exchanged(text: string): string[] {
  return Array.from(
    { length: Math.max(0, text.length - 1) },
    (_, at) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  )
}

function partsOf(key: string): string[] {
  const parts: string[] = []
  for (let from = 0; from + SHORTEST_PART <= key.length; from += 1)
    for (let to = from + SHORTEST_PART; to <= key.length; to += 1) parts.push(key.slice(from, to))
  return parts
}
