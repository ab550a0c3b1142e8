import type { Printer } from '../../shared/api/printers.ts'
import type { Bitmap } from '../../shared/labels/bitmap.ts'
import { encodeLabel } from '../../shared/labels/languages/encode.ts'
import { dotsPerMm } from '../../shared/labels/template.ts'
import { writePdf } from './pdf.ts'

/** What became of a window of labels. */
export interface Outcome {
  readonly state: 'waiting' | 'sent' | 'printed' | 'to check'
  /** What to tell the person; null when all is well. */
  readonly problem: string | null
}

/** A window of labels to be delivered, and who watches it. */
export interface Delivery {
  readonly printer: Printer
  /** What the job is called in queues of others. */
  readonly title: string
  readonly limits: PrintLimits
  /** Whether this printer is known to give no answer; asked once for a run of jobs, since waiting takes a second. */
  readonly silence: { known: boolean }
  /** Journals that bytes are about to leave. @returns the labels to send; none where they were cancelled meanwhile */
  begin(): Promise<readonly Bitmap[]>
  /** Tells the person what holds the labels up; null when that is over. */
  trouble(sentence: string | null): Promise<void>
  /** Whether the person wants no more of this job. */
  cancelled(): boolean
  /** Whether Traceberry is closing. */
  stopping(): boolean
}

/** In milliseconds. */
export interface PrintLimits {
  /** Between two questions to a printer that holds labels. */
  readonly pollMs: number
  /** For one answer. */
  readonly answerMs: number
  /** How long a printer may be silent while it holds labels. */
  readonly silenceMs: number
  /** How long closing waits for a printer to prove what it printed. */
  readonly closingMs: number
}

export const usualLimits: PrintLimits = { pollMs: 300, answerMs: 1000, silenceMs: 3000, closingMs: 3000 }

/** Labels in the printer's language: a format each, or one PDF of as many pages. */
export function encodeLabels(printer: Printer, bitmaps: readonly Bitmap[]): readonly Uint8Array[] {
  const { language, dpi, darkness, speed, media, gapMm, cutter } = printer
  if (language === 'pdf') return bitmaps.length === 0 ? [] : [labelsPdf(bitmaps, dpi)]
  const settings = {
    dpi,
    darkness: darkness ?? null,
    speed: speed ?? null,
    media: media === 'printer' ? null : media,
    gapMm,
    cutter,
  }
  return bitmaps.map((bitmap) => encodeLabel(language, bitmap, settings))
}

/** Labels as pages of exactly their size. */
export function labelsPdf(bitmaps: readonly Bitmap[], dpi: number): Uint8Array {
  const pitch = dotsPerMm(dpi)
  return writePdf(
    bitmaps.map((bitmap) => ({
      widthMm: bitmap.widthDots / pitch,
      heightMm: bitmap.heightDots / pitch,
      pictures: [{ bitmap, dpi: pitch * 25.4, xMm: 0, yMm: 0 }],
    })),
  )
}

export async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
}
