import { sayNumber } from '../words/say.ts'

/** What kind of difference a feature is; in the order in which causes are looked for. */
export type FeatureKind =
  | 'supplier'
  | 'lot'
  | 'ingredient'
  | 'quantity'
  | 'recipe'
  | 'person'
  | 'equipment'
  | 'reading'
  | 'order'
  | 'time'
  | 'yield'
  | 'note'

/** One thing that was so in a batch: words (a supplier, the people), or a number (a reading, a quantity for each unit). */
export type Feature =
  | { readonly kind: FeatureKind; readonly name: string; readonly words: readonly string[] }
  | { readonly kind: FeatureKind; readonly name: string; readonly number: number; readonly unit: string }

export interface BatchFeatures {
  readonly batchId: number
  readonly lotNumber: string
  readonly features: readonly Feature[]
}

/** What a feature is known by, in every batch: numbers of different units (°F and °C) are never held against each other. */
export function featureKey(feature: Feature): string {
  return [feature.kind, feature.name, ...('number' in feature ? [feature.unit] : [])].join('\u0000')
}

/** A number as people read it: three digits, at most. */
export function showNumber(value: number): string {
  return sayNumber(Number(value.toPrecision(3)), { maximumFractionDigits: 6 })
}
