import type { CardPurpose } from '../../shared/labels/cardTemplates.ts'
import type { LabelContent } from '../../shared/labels/content.ts'

/** What the labels of a thing say, one or several, and what they are called together. */
export interface ThingLabels {
  readonly purpose: CardPurpose
  /** Said in whichever language it is asked in: a screen’s, or the record’s. */
  readonly title: () => string
  readonly labels: readonly LabelContent[]
}

/** A thing with a single label. */
export function oneLabel(purpose: CardPurpose, title: () => string, content: LabelContent): ThingLabels {
  return { purpose, title, labels: [content] }
}
