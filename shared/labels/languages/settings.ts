/** What a format sets on the printer; null leaves it as the printer has it. */
export interface PrintSettings {
  readonly dpi: number
  /** In the printer's own scale: ZPL 0–30, TSPL and EPL 0–15. */
  readonly darkness: number | null
  /** Inches a second. */
  readonly speed: number | null
  /** How the printer tells one label from the next. */
  readonly media: 'gap' | 'mark' | 'continuous' | null
  /** From label to label, in mm. */
  readonly gapMm: number
  /** Cuts after every label. */
  readonly cutter: boolean
}

/** Printer languages that take a label as a picture. PDF is for printers with a driver (main/print/pdf.ts). */
export type RasterLanguage = 'zpl' | 'tspl' | 'epl' | 'escpos' | 'brother'
