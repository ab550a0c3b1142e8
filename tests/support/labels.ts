import { labelFonts as fonts } from '../../main/print/drawLabels.ts'
import { jarTemplate } from '../../shared/labels/jarTemplate.ts'
import { type LaidOutLabel, layoutLabel } from '../../shared/labels/layout.ts'
import { emptyContent, type LabelContent } from '../../shared/labels/content.ts'
import type { LabelSize, LabelTemplate } from '../../shared/labels/template.ts'

/** What the label of one jar says. */
export function contentOf(change: Partial<LabelContent> = {}): LabelContent {
  return {
    ...emptyContent,
    product: 'Strawberry Jam',
    lotNumber: 'SJ-20260304-A',
    unitNumber: 'SJ-20260304-A-017',
    madeOn: '2026-03-04',
    bestBy: '2027-03-04',
    kitchen: 'Blue Ridge Preserves',
    ...change,
  }
}

/** The starter label, laid out. */
export function jarLabel(label: LabelSize, content: LabelContent = contentOf()): LaidOutLabel {
  return layoutLabel({ template: jarTemplate(label, content), content, label, fonts })
}

/** A label with these elements. */
export function labelOf(
  elements: LabelTemplate['elements'],
  label: LabelSize,
  content: LabelContent = contentOf(),
): LaidOutLabel {
  return layoutLabel({ template: { version: 1, name: 'test', elements }, content, label, fonts })
}
