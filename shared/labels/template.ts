import type { purposes, shapes, symbologies } from '../domain/labelLists.ts'
import type { TextField } from './content.ts'

/** A label's size, and the print head's dots per inch. */
export interface LabelSize {
  readonly widthMm: number
  readonly heightMm: number
  readonly dpi: number
  /** Round labels print only inside their circle, or oval. */
  readonly shape?: LabelShape | undefined
  /** What the head does not reach at the left and right edge: no ink may be there. */
  readonly marginMm?: number | undefined
}

type LabelShape = (typeof shapes)[number]

/** A place on the label, in mm from its top left corner. */
export interface Place {
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
}

/** Degrees clockwise: at 90 a line runs down, at 270 up. */
export type Turn = 0 | 90 | 180 | 270

export interface TextElement {
  readonly kind: 'text'
  readonly field: TextField
  /** What is printed where the field is `text`. */
  readonly text?: string | undefined
  /** Printed before the field in regular weight, `Best by `; with its space. */
  readonly caption?: string | undefined
  readonly place: Place
  readonly turn?: Turn | undefined
  /** Size of the em in mm (1 pt = 0.353 mm): the largest to use, and the smallest to shrink to. */
  readonly sizeMm: number
  readonly minSizeMm: number
  readonly weight: 'regular' | 'bold'
  readonly align: 'left' | 'center' | 'right'
  readonly maxLines: number
}

/** The three GS1 kinds carry the GTIN, the lot and the unit; the others our own number as it is read. */
export type Symbology = (typeof symbologies)[number]

export interface SymbolElement {
  readonly kind: 'symbol'
  readonly symbology: Symbology
  readonly field: 'code' | 'lotNumber'
  /** Holds the symbol and its quiet zones. */
  readonly place: Place
  readonly turn?: Turn | undefined
  /** How far into the place bars should begin, where there is room: in line with the text beside them. */
  readonly indentMm: number
  /** The widest module to use; the widest whole number of dots that fits is taken. */
  readonly maxModuleMm: number
}

/** A filled rectangle: a rule across the label. */
interface LineElement {
  readonly kind: 'line'
  readonly place: Place
}

/** A frame. */
export interface BoxElement {
  readonly kind: 'box'
  readonly place: Place
  readonly strokeMm: number
}

/** A photo or a logo in grays, printed in dots; fitted into its place without being stretched. */
export interface ImageElement {
  readonly kind: 'image'
  readonly place: Place
  readonly turn?: Turn | undefined
  readonly widthPx: number
  readonly heightPx: number
  /** One byte a pixel, 0 = black, rows from the top, in base64. */
  readonly grayBase64: string
}

export type LabelElement = TextElement | SymbolElement | LineElement | BoxElement | ImageElement

/** A label as a person can design and keep it. A change of meaning gets a new version and a `migrate`. */
export interface LabelTemplate {
  readonly version: 1
  readonly name: string
  readonly elements: readonly LabelElement[]
}

export type Purpose = (typeof purposes)[number]

/** Dots in a millimetre: heads sold as 203 dpi have exactly 8. */
export function dotsPerMm(dpi: number): number {
  return dpi === 203 ? 8 : dpi / 25.4
}

/** Whole dots that fit in a length. */
export function wholeDots(mm: number, dpi: number): number {
  return Math.floor(mm * dotsPerMm(dpi) + 1e-6)
}

/** Millimetres of a typographic point. */
export const MM_PER_POINT = 25.4 / 72
