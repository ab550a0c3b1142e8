import { type Day, showDay } from '../domain/day.ts'
import { exhaustive } from '../domain/exhaustive.ts'

/** What a label says. Null where there is nothing to say: its elements are left out, with their captions. */
export interface LabelContent {
  readonly product: string
  readonly lotNumber: string
  /** `SJ-20260304-A-017`; null on a label for the lot as a whole. */
  readonly unitNumber: string | null
  readonly madeOn: Day | null
  readonly bestBy: Day | null
  readonly kitchen: string | null
}

/** `code` is the unit number, or the lot number where there is no unit. */
export type TextField = keyof LabelContent | 'code'

/** A label's size, and the print head's dots per inch. */
export interface LabelSize {
  readonly widthMm: number
  readonly heightMm: number
  readonly dpi: number
}

/** A place on the label, in mm from its top left corner. */
export interface Place {
  readonly xMm: number
  readonly yMm: number
  readonly widthMm: number
  readonly heightMm: number
}

export interface TextElement {
  readonly kind: 'text'
  readonly field: TextField
  /** Printed before the field in regular weight, `Best by `; with its space. */
  readonly caption?: string
  readonly place: Place
  /** Size of the em in mm (1 pt = 0.353 mm): the largest to use, and the smallest to shrink to. */
  readonly sizeMm: number
  readonly minSizeMm: number
  readonly weight: 'regular' | 'bold'
  readonly align: 'left' | 'center' | 'right'
  readonly maxLines: number
}

export interface Code128Element {
  readonly kind: 'code128'
  readonly field: 'code' | 'lotNumber'
  /** Holds the bars and their quiet zones. */
  readonly place: Place
  /** How far into the place the bars should begin, where there is room: in line with the text beside them. */
  readonly indentMm: number
  /** The widest module to use; the widest whole number of dots that fits is taken. */
  readonly maxModuleMm: number
  /** `across` is read from left to right, `up` from the bottom to the top. */
  readonly direction: 'across' | 'up'
}

export type LabelElement = TextElement | Code128Element

/** A label as a person can design and keep it. A change of meaning gets a new version and a `migrate`. */
export interface LabelTemplate {
  readonly version: 1
  readonly name: string
  readonly elements: readonly LabelElement[]
}

/** What a field prints as; empty where there is nothing to print. */
export function fieldText(content: LabelContent, field: TextField): string {
  switch (field) {
    case 'madeOn':
    case 'bestBy':
      return content[field] === null ? '' : showDay(content[field])
    case 'code':
      return content[codeField(content)] ?? ''
    case 'product':
    case 'lotNumber':
    case 'unitNumber':
    case 'kitchen':
      return content[field] ?? ''
    default:
      return exhaustive(field)
  }
}

/** Which field `code` stands for. */
export function codeField(content: LabelContent): 'unitNumber' | 'lotNumber' {
  return content.unitNumber === null ? 'lotNumber' : 'unitNumber'
}

/** Dots in a millimetre: heads sold as 203 dpi have exactly 8. */
export function dotsPerMm(dpi: number): number {
  return dpi === 203 ? 8 : dpi / 25.4
}

/** Whole dots that fit in a length. */
export function wholeDots(mm: number, dpi: number): number {
  return Math.floor(mm * dotsPerMm(dpi) + 1e-6)
}
