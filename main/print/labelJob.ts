import { LabelLayout } from '../../shared/api/labels.ts'
import { z } from '../../shared/api/zod.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { emptyContent, type LabelContent } from '../../shared/labels/content.ts'
import type { LabelFonts } from '../../shared/labels/font.ts'
import { type LaidOutLabel, layoutLabel } from '../../shared/labels/layout.ts'
import { starterTemplate } from '../../shared/labels/starterTemplates.ts'
import type { LabelSize } from '../../shared/labels/template.ts'

const text = z.string().nullable()

/** What a job prints, frozen when it was queued: later changes of the product or the printer do not reach it. */
export const JobContent = z.strictObject({
  product: z.string(),
  lotNumber: z.string(),
  madeOn: text,
  bestBy: text,
  kitchen: text,
  pack: text,
  netContents: text,
  ingredients: text,
  contains: text,
  maker: text,
  statement: text,
  statementPt: z.number().nullable(),
  price: text,
  gtin: text,
  layout: LabelLayout,
  /** The highest serial: the layout that fits it is the one of the whole job. Null for labels of the lot alone. */
  longestSerial: z.int().nullable(),
  widthMm: z.number(),
  heightMm: z.number(),
  marginMm: z.number(),
  dpi: z.int(),
})
export type JobContent = z.infer<typeof JobContent>

/** The facts of a job on which nothing else is said. */
export const bareJob = {
  madeOn: null,
  bestBy: null,
  kitchen: null,
  pack: null,
  netContents: null,
  ingredients: null,
  contains: null,
  maker: null,
  statement: null,
  statementPt: null,
  price: null,
  gtin: null,
  layout: 'jar',
  longestSerial: null,
} as const satisfies Partial<JobContent>

/** One label of a job, dot for dot; of the lot as a whole where there is no serial. */
export function drawLabel(job: JobContent, serial: number | null, fonts: LabelFonts): LaidOutLabel {
  const { widthMm, heightMm, marginMm, dpi, layout } = job
  const shape = layout === 'round-qr' ? 'round' : 'rectangle'
  const label: LabelSize = { widthMm, heightMm, dpi, marginMm, shape }
  const template = starterTemplate(layout, label, contentOf(job, job.longestSerial))
  return layoutLabel({ template, content: contentOf(job, serial), label, fonts })
}

function contentOf(job: JobContent, serial: number | null): LabelContent {
  const { layout: _, longestSerial: __, widthMm: ___, heightMm: ____, marginMm: _____, dpi: ______, ...said } = job
  return {
    ...emptyContent,
    ...said,
    unitNumber: serial === null ? null : unitNumber(job.lotNumber, serial),
  }
}
