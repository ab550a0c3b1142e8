import { type BatchFeatures, type Feature, type FeatureKind, featureKey, showNumber } from './batchFeatures.ts'
import { asNumber, type Count, fisherChance, leastChance } from './fisher.ts'
import { say } from '../words/say.ts'

/** Something that more of the bad batches have than of the good ones. */
export interface Thread {
  readonly kind: FeatureKind
  /** `Strawberries: supplier Valley Farm`, `pH above 3.6`. */
  readonly what: string
  /** What cannot be told apart from it: it was so in exactly the same batches. */
  readonly always: readonly string[]
  readonly bad: Count
  readonly good: Count
  /** The chance of such a division if it had nothing to do with it, for as many things as were looked at. */
  readonly chance: number
  readonly strength: 'strong' | 'weak' | 'none'
  /** `3 of 3 against 1 of 9; could be chance 1 time in 20.` */
  readonly sentence: string
}

interface Candidate {
  readonly kind: FeatureKind
  readonly what: string
  readonly bad: Count
  readonly good: Count
  /** Which batches have it, to know what cannot be told apart. */
  readonly pattern: string
}

/** A chance below which something is called more than chance; and one below which it is worth a second look. */
const STRONG = 0.05
const WEAK = 0.25
const SHOWN = 12

/**
 * What separates bad batches from good ones: a lot, a supplier, a person, equipment, a recipe version, a reading. By
 * Fisher's exact test, one-sided, with the chance of each multiplied by the number of different things that could have
 * convinced (Bonferroni, after Tarone 1990): looking at forty things finds something by chance.
 * @returns the likeliest first; empty where nothing is more frequent among the bad ones
 */
export function commonThread(bad: readonly BatchFeatures[], good: readonly BatchFeatures[]): Thread[] {
  const candidates = candidatesOf(bad, good)
  const looks = [...Map.groupBy(candidates, ({ pattern }) => pattern).values()]
  const lookedAt = countThatCouldConvince(looks.flatMap(([first]) => first ?? []))
  return looks
    .flatMap(([first, ...rest]) => (first && isMoreOften(first) ? [asThread(first, rest, lookedAt)] : []))
    .toSorted((a, b) => a.chance - b.chance || a.raw - b.raw || b.bad.having - a.bad.having)
    .slice(0, SHOWN)
    .map(({ raw: _, ...thread }) => thread)
}

function asThread(first: Candidate, rest: readonly Candidate[], lookedAt: number): Thread & { readonly raw: number } {
  const { kind, what, bad, good } = first
  const raw = asNumber(fisherChance(bad, good))
  const chance = Math.min(1, raw * lookedAt)
  return {
    kind,
    what,
    always: [...new Set(rest.map((each) => each.what))],
    bad,
    good,
    raw,
    chance,
    strength: chance <= STRONG ? 'strong' : chance <= WEAK ? 'weak' : 'none',
    sentence: inWords(bad, good, chance),
  }
}

/** The chance is rounded so that it never says less than there is. */
function inWords(bad: Count, good: Count, chance: number): string {
  const counts = { bad: bad.having, badOf: bad.of, good: good.having, goodOf: good.of }
  if (chance > 0.5) return say('{bad} of {badOf} against {good} of {goodOf}; this can well be chance.', counts)
  const times = Math.floor(1 / chance + 1e-9)
  return times > 1000
    ? say('{bad} of {badOf} against {good} of {goodOf}; could be chance 1 time in more than 1,000.', counts)
    : say('{bad} of {badOf} against {good} of {goodOf}; could be chance 1 time in {times}.', { ...counts, times })
}

function isMoreOften({ bad, good }: Candidate): boolean {
  return bad.having > 0 && bad.having * good.of > good.having * bad.of
}

/** The least number of looks to correct for that leaves no more of them able to convince (Tarone 1990). */
function countThatCouldConvince(looks: readonly Candidate[]): number {
  const least = looks.map(({ bad, good }) => asNumber(leastChance(bad, good))).toSorted((a, b) => a - b)
  for (let number = 1; number < least.length; number += 1)
    if (least.filter((chance) => chance <= STRONG / number).length <= number) return number
  return Math.max(1, least.length)
}

function candidatesOf(bad: readonly BatchFeatures[], good: readonly BatchFeatures[]): Candidate[] {
  const all = [...bad.map((each) => ({ ...each, isBad: true })), ...good.map((each) => ({ ...each, isBad: false }))]
  const known = Map.groupBy(
    all.flatMap(({ batchId, isBad, features }) => features.map((feature) => ({ batchId, isBad, feature }))),
    ({ feature }) => featureKey(feature),
  )
  return [...known.values()].flatMap((rows) => {
    const [one] = rows
    if (!one || one.feature.kind === 'note') return []
    return 'number' in one.feature ? ofNumbers(one.feature, rows) : ofWords(rows)
  })
}

interface Row {
  readonly batchId: number
  readonly isBad: boolean
  readonly feature: Feature
}

function ofWords(rows: readonly Row[]): Candidate[] {
  const words = new Set(rows.flatMap(({ feature }) => ('words' in feature ? feature.words : [])))
  return [...words].flatMap((word) =>
    candidate(rows, wordsFor(rows, word), ({ feature }) => 'words' in feature && feature.words.includes(word)),
  )
}

/** A reading separates above or below a value between two that were read; the best cut of each side counts as a look each. */
function ofNumbers(feature: Feature & { readonly unit: string }, rows: readonly Row[]): Candidate[] {
  const valueOf = (row: Row) => ('number' in row.feature ? row.feature.number : 0)
  const values = [...new Set(rows.map(valueOf))].toSorted((a, b) => a - b)
  return values.slice(1).flatMap((high, at) => {
    const cut = ((values[at] ?? high) + high) / 2
    const shown = `${showNumber(cut)}${feature.unit ? ` ${feature.unit}` : ''}`
    return [
      ...candidate(
        rows,
        say('{what} above {value}', { what: feature.name, value: shown }),
        (row) => valueOf(row) > cut,
      ),
      ...candidate(
        rows,
        say('{what} below {value}', { what: feature.name, value: shown }),
        (row) => valueOf(row) < cut,
      ),
    ]
  })
}

function candidate(rows: readonly Row[], what: string, has: (row: Row) => boolean): Candidate[] {
  const [one] = rows
  const having = rows.filter(has)
  // What every batch has, or none, separates nothing.
  if (!one || having.length === 0 || having.length === rows.length) return []
  const count = (isBad: boolean): Count => ({
    having: having.filter((row) => row.isBad === isBad).length,
    of: rows.filter((row) => row.isBad === isBad).length,
  })
  const ids = (some: readonly Row[]) => some.map(({ batchId }) => batchId).toSorted((a, b) => a - b).join(',') // prettier-ignore
  return [
    { kind: one.feature.kind, what, bad: count(true), good: count(false), pattern: `${ids(having)}/${ids(rows)}` },
  ]
}

function wordsFor([one]: readonly Row[], word: string): string {
  const { kind, name } = one?.feature ?? { kind: 'note', name: '' }
  return kind === 'supplier' || kind === 'lot' ? `${name} ${word}` : `${name}: ${word}`
}
