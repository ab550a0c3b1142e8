import { nameKey } from '../domain/names.ts'

/** Names that are likely one: the spelling most used, and the others. */
export interface NameCluster {
  readonly name: string
  readonly others: readonly string[]
}

/** Endings that say what a firm is and not which. */
const firmWords = /\b(?:inc|llc|ltd|co|corp|company|the|and|store|stores|market|farms?|wholesale)\b/g

/**
 * Groups spellings that likely mean the same: `Valley Farm`, `valley farms`, `Valey Farm`, `Valley Farm LLC`. Only a
 * proposal: a person says whether they are one.
 */
export function nameClusters(counts: ReadonlyMap<string, number>): NameCluster[] {
  const names = [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.localeCompare(b, 'en')) // prettier-ignore
  const clusters: { name: string; others: string[] }[] = []
  for (const name of names.slice(0, MOST_NAMES)) {
    const home = clusters.find((cluster) => alike(cluster.name, name))
    if (home) home.others.push(name)
    else clusters.push({ name, others: [] })
  }
  return clusters.filter((cluster) => cluster.others.length > 0)
}

/** Pairs grow with the square of this. */
const MOST_NAMES = 600

/** Whether two spellings are likely one name. */
export function alike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)]
  if (a === '' || b === '') return nameKey(one) === nameKey(other)
  if (a === b) return true
  if (Math.min(a.length, b.length) < 5) return false
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.startsWith(`${short} `) && short.length >= 6) return true
  const allowed = Math.max(a.length, b.length) >= 9 ? 2 : 1
  return /\d/.test(a + b) ? false : distanceWithin(a, b, allowed)
}

function bare(name: string): string {
  const words = nameKey(name)
    .replace(/&/g, ' and ')
    .replace(/['’]s\b/g, 's')
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
  const short = words.replace(firmWords, ' ').replace(/\s+/g, ' ').trim()
  return (short === '' ? words.replace(/\s+/g, ' ').trim() : short).replace(/(?<=\p{L}{3})s\b/gu, '')
}

/** Whether so many letters changed, added or left out make one text of the other (Levenshtein, cut off early). */
function distanceWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const value = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      next.push(value)
      least = Math.min(least, value)
    }
    if (least > most) return false
    row = next
  }
  return (row[b.length] ?? most + 1) <= most
}
