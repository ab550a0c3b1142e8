import type { Printer } from '../../shared/api/printers.ts'
import { onSheet, type Sheet } from '../../shared/api/sheets.ts'
import type { Bitmap } from '../../shared/labels/bitmap.ts'
import { encodeLabel } from '../../shared/labels/languages/encode.ts'
import { dotsPerMm } from '../../shared/labels/template.ts'
import { type PdfPage, writePdf } from './pdf.ts'

/** What became of a window of labels. */
export interface Outcome {
  readonly state: 'waiting' | 'sent' | 'printed' | 'to check'
  /** What to tell the person; null when all is well. */
  readonly problem: string | null
}

/** A label, and on a sheet which of its places it takes, counted along the rows of all sheets of the job from 0. */
export interface LabelToSend {
  readonly bitmap: Bitmap
  readonly cell: number
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
  begin(): Promise<readonly LabelToSend[]>
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

/** Labels in the printer's language: a format each, or one PDF of as many pages or sheets. */
export function encodeLabels(printer: Printer, labels: readonly LabelToSend[]): readonly Uint8Array[] {
  const { language, dpi, darkness, speed, media, gapMm, cutter } = printer
  if (language === 'pdf')
    return labels.length === 0
      ? []
      : [labelsPdf(labels, dpi, { sheet: printer.sheet ?? null, byDriver: printer.transport !== 'file' })]
  const settings = {
    dpi,
    darkness: darkness ?? null,
    speed: speed ?? null,
    media: media === 'printer' ? null : media,
    gapMm,
    cutter,
  }
  return labels.map(({ bitmap }) => encodeLabel(language, bitmap, settings))
}

/**
 * Labels as pages of exactly their size, or on sheets at their places.
 * @param on `byDriver` where a driver rasters it: drivers reckon with 203 dots an inch where heads have 8 a mm, and a dot
 * of the page has to be one of theirs, or bars are fattened and thinned
 */
export function labelsPdf(
  labels: readonly LabelToSend[],
  dpi: number,
  { sheet, byDriver }: { readonly sheet: Sheet | null; readonly byDriver: boolean },
): Uint8Array {
  const pitch = byDriver ? dpi / 25.4 : dotsPerMm(dpi)
  if (sheet) return writePdf(sheetPages(labels, sheet, pitch * 25.4))
  // Drivers know media in whole points, and would put a page of another size off the grid of their dots.
  const pageMm = (dots: number) => (byDriver ? (wholePoints(dots, dpi) * 25.4) / 72 : dots / pitch)
  return writePdf(
    labels.map(({ bitmap }) => ({
      widthMm: pageMm(bitmap.widthDots),
      heightMm: pageMm(bitmap.heightDots),
      pictures: [{ bitmap, dpi: pitch * 25.4, xMm: 0, yMm: 0 }],
    })),
  )
}

/** The length of so many dots, in whole points (1/72 in). */
export function wholePoints(dots: number, dpi: number): number {
  return Math.round((dots * 72) / dpi)
}

function sheetPages(labels: readonly LabelToSend[], sheet: Sheet, dpi: number): PdfPage[] {
  const pages = Map.groupBy(labels, ({ cell }) => Math.floor(cell / onSheet(sheet)))
  return [...pages.keys()]
    .toSorted((a, b) => a - b)
    .map((page) => ({
      widthMm: sheet.pageWidthMm,
      heightMm: sheet.pageHeightMm,
      pictures: (pages.get(page) ?? []).map(({ bitmap, cell }) => {
        const place = cell % onSheet(sheet)
        const [column, row] = [place % sheet.columns, Math.floor(place / sheet.columns)]
        return { bitmap, dpi, xMm: sheet.leftMm + column * sheet.stepXMm, yMm: sheet.topMm + row * sheet.stepYMm }
      }),
    }))
}

export async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms))
}
