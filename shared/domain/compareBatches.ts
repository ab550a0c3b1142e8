import { type BatchFeatures, type Feature, type FeatureKind, featureKey, showNumber } from './batchFeatures.ts'
import { robust } from './robust.ts'
import { say } from '../words/say.ts'

/** One thing beside the same thing of the other batches. */
export interface ComparedRow {
  readonly kind: FeatureKind
  readonly name: string
  /** For each batch asked about, in their order; null where it is not known. */
  readonly cells: readonly { readonly text: string | null; readonly unusual: boolean }[]
  /** What is usual for the product: `3.2 ± 0.1 in 12 batches`, `Valley Farm in 9 of 10`; empty for no history. */
  readonly usual: string
  readonly differs: boolean
}

/** Spreads from the median beyond which a number is called unusual. */
const UNUSUAL = 3
/** A number that never varied still varies by so much, as scales and thermometers do. */
const LEAST_SPREAD = 0.02
/** Batches before which nothing is called usual. */
const LEAST_HISTORY = 3
/** What words count that no batch before had; a new lot comes with every bag, so it counts for less. */
const NEVER_BEFORE = 3.75
const A_NEW_LOT = 2

/**
 * Every difference between batches that could matter, the most unusual ones for the product first.
 * @param history earlier batches of the product, those asked about not among them
 * @returns what differs between the batches, or is unusual in one of them
 */
export function compareBatches(batches: readonly BatchFeatures[], history: readonly BatchFeatures[]): ComparedRow[] {
  const before = Map.groupBy(
    history.flatMap(({ features }) => features),
    featureKey,
  )
  const mine = batches.map(({ features }) => new Map(features.map((each) => [featureKey(each), each])))
  const keys = [...new Set(mine.flatMap((each) => [...each.keys()]))]
  return keys
    .map((key) => {
      const features = mine.map((each) => each.get(key))
      const known = before.get(key) ?? []
      const scores = features.map((feature) => (feature ? scoreOf(feature, known) : 0))
      const [first] = features.filter((feature) => feature !== undefined)
      const texts = features.map((feature) => (feature ? textOf(feature) : null))
      return {
        score: Math.max(...scores),
        row: {
          kind: first?.kind ?? ('note' as const),
          name: first?.name ?? '',
          cells: texts.map((text, at) => ({ text, unusual: (scores[at] ?? 0) >= UNUSUAL })),
          usual: usualOf(known),
          differs: differ(features),
        },
      }
    })
    .filter(({ row }) => row.differs || row.cells.some(({ unusual }) => unusual))
    .toSorted((a, b) => b.score - a.score)
    .map(({ row }) => row)
}

function scoreOf(feature: Feature, known: readonly Feature[]): number {
  if (known.length < LEAST_HISTORY || feature.kind === 'note') return 0
  if ('number' in feature) {
    const usual = robust(known.flatMap((each) => ('number' in each ? [each.number] : [])))
    if (!usual) return 0
    const away = Math.abs(feature.number - usual.median)
    const spread = Math.max(usual.spread, Math.abs(usual.median) * LEAST_SPREAD)
    return spread === 0 ? (away === 0 ? 0 : UNUSUAL) : away / spread
  }
  const rarest = Math.min(
    ...feature.words.map((word) => known.filter((each) => hasWord(each, word)).length),
    known.length,
  )
  return (feature.kind === 'lot' ? A_NEW_LOT : NEVER_BEFORE) * (1 - rarest / known.length)
}

function hasWord(feature: Feature, word: string): boolean {
  return 'words' in feature && feature.words.includes(word)
}

function usualOf(known: readonly Feature[]): string {
  const numbers = known.flatMap((each) => ('number' in each ? [each] : []))
  const usual = robust(numbers.map(({ number }) => number))
  if (usual) {
    const unit = numbers[0]?.unit ? ` ${numbers[0].unit}` : ''
    const spread = `${showNumber(usual.spread)}${unit}`
    return say('{usual} ± {spread} in {count}', { usual: showNumber(usual.median), spread, count: known.length })
  }
  if (known[0]?.kind === 'note') return ''
  const counted = [
    ...Map.groupBy(
      known.flatMap((each) => ('words' in each ? each.words : [])),
      (word) => word,
    ),
  ]
  const [most] = counted.toSorted(([, a], [, b]) => b.length - a.length)
  if (!most) return ''
  const [what, those] = most
  return say('{what} in {some} of {all}', { what, some: those.length, all: known.length })
}

/** Numbers within the error of a scale are the same. */
function differ(features: readonly (Feature | undefined)[]): boolean {
  const numbers = features.flatMap((each) => (each && 'number' in each ? [each.number] : []))
  if (numbers.length === features.length) {
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
    return most - least > Math.max(Math.abs(least), Math.abs(most)) * LEAST_SPREAD
  }
  return new Set(features.map((each) => (each ? textOf(each) : null))).size > 1
}

function textOf(feature: Feature): string {
  if ('number' in feature) return `${showNumber(feature.number)}${feature.unit ? ` ${feature.unit}` : ''}`
  return feature.words.join(', ')
}
