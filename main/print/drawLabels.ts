import { readFileSync } from 'node:fs'
import { type LabelFonts, openFont } from '../../shared/labels/font.ts'
import { type LabelOrder, type LaidOutLabel, layoutLabel } from '../../shared/labels/layout.ts'
import { otherSize } from '../../shared/labels/problems.ts'
import type { LabelSize } from '../../shared/labels/template.ts'
import { contentOf, type JobContent, templateOf } from './labelJob.ts'

/** The fonts of labels. Source and licence: fonts/README.md. */
export const labelFonts: LabelFonts = { regular: read('IBMPlexSans-Medium.ttf'), bold: read('IBMPlexSans-Bold.ttf') }

/** A template with what it says, dot for dot. */
export function drawTemplate(order: Omit<LabelOrder, 'fonts'>): LaidOutLabel {
  return layoutLabel({ ...order, fonts: labelFonts })
}

/** One label of a job, dot for dot; of the lot as a whole where there is no serial. */
export function drawLabel(job: JobContent, serial: number | null): LaidOutLabel {
  const { widthMm, heightMm, marginMm, dpi, design } = job
  const shape = design?.shape ?? (job.layout === 'round-qr' ? 'round' : 'rectangle')
  const label: LabelSize = { widthMm, heightMm, dpi, marginMm, shape }
  const laid = drawTemplate({ template: templateOf(job, serial), content: contentOf(job, serial), label })
  const misfit = design ? otherSize(design, label) : undefined
  return misfit ? { ...laid, problems: [misfit, ...laid.problems] } : laid
}

/** The label of one row of a job: its unit, or the lot as a whole where units are not named, or one of its cards. */
export function drawUnit(job: JobContent, serial: number): LaidOutLabel {
  return drawLabel(job, job.longestSerial === null && !job.cards ? null : serial)
}

function read(name: string) {
  return openFont(readFileSync(new URL(`./fonts/${name}`, import.meta.url)))
}
