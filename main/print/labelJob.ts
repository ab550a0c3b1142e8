import { z } from '../../shared/api/zod.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { emptyContent, type LabelContent } from '../../shared/labels/content.ts'
import type { LabelFonts } from '../../shared/labels/font.ts'
import { jarTemplate } from '../../shared/labels/jarTemplate.ts'
import { type LaidOutLabel, layoutLabel } from '../../shared/labels/layout.ts'
import type { LabelSize } from '../../shared/labels/template.ts'

/** What a job prints, frozen when it was queued: later changes of the product or the printer do not reach it. */
export const JobContent = z.strictObject({
  product: z.string(),
  lotNumber: z.string(),
  madeOn: z.string().nullable(),
  bestBy: z.string().nullable(),
  kitchen: z.string().nullable(),
  /** The highest serial: the layout that fits it is the one of the whole job. Null for labels of the lot alone. */
  longestSerial: z.int().nullable(),
  widthMm: z.number(),
  heightMm: z.number(),
  marginMm: z.number(),
  dpi: z.int(),
})
export type JobContent = z.infer<typeof JobContent>

/** One label of a job, dot for dot; of the lot as a whole where there is no serial. */
export function drawLabel(job: JobContent, serial: number | null, fonts: LabelFonts): LaidOutLabel {
  const { widthMm, heightMm, marginMm, dpi } = job
  const label: LabelSize = { widthMm, heightMm, dpi, marginMm }
  const template = jarTemplate(label, contentOf(job, job.longestSerial))
  return layoutLabel({ template, content: contentOf(job, serial), label, fonts })
}

function contentOf({ product, lotNumber, madeOn, bestBy, kitchen }: JobContent, serial: number | null): LabelContent {
  return {
    ...emptyContent,
    product,
    lotNumber,
    madeOn,
    bestBy,
    kitchen,
    unitNumber: serial === null ? null : unitNumber(lotNumber, serial),
  }
}
