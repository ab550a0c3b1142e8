import { exhaustive } from '../domain/exhaustive.ts'
import type { LabelContent } from './content.ts'
import type { EncodedSymbol } from './symbols.ts'
import type { LabelSize, SymbolElement } from './template.ts'

/** Why a label may not be printed. The message is a sentence with the next step. */
export interface LabelProblem {
  readonly field: LabelField
  readonly message: string
}

export type LabelField = keyof LabelContent | 'text' | 'line' | 'box' | 'image' | 'size'

/** The text fits its place at no size allowed. */
export function textOverflows(field: LabelField, text: string, leastPt?: number): LabelProblem {
  const step = isName(field)
    ? 'Use a shorter name or a larger label.'
    : isLong(field)
      ? 'Give it more room or use a larger label.'
      : 'Use a larger label.'
  const size = leastPt === undefined ? 'at its smallest size' : `at ${leastPt} points, the size the state asks for`
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text
  return { field, message: `${says(field)} “${shown}” does not fit its place even ${size}. ${step}` }
}

/** The font cannot draw a character. */
export function glyphMissing(field: LabelField, character: string): LabelProblem {
  const step = isName(field) ? `Take it out of ${says(field).toLowerCase()}.` : `Change ${says(field).toLowerCase()}.`
  return { field, message: `The label’s font has no “${character}” (${codePoint(character)}). ${step}` }
}

/** An element reaches over the label's edge. */
export function outsideLabel(field: LabelField, label: LabelSize): LabelProblem {
  const size = `${label.shape === 'round' ? 'round ' : ''}label of ${mm(label.widthMm)} × ${mm(label.heightMm)} mm`
  return {
    field,
    message: `${says(field)} reaches over the edge of the ${size}. Use a larger label or move it inwards.`,
  }
}

/** A design is for a label of another size; a millimetre is within what makers of rolls round. */
export function otherSize(
  design: { readonly name: string; readonly widthMm: number; readonly heightMm: number },
  label: LabelSize,
): LabelProblem | undefined {
  const near = (a: number, b: number) => Math.abs(a - b) <= 1
  if (near(design.widthMm, label.widthMm) && near(design.heightMm, label.heightMm)) return undefined
  const [its, here] = [design, label].map(({ widthMm, heightMm }) => `${mm(widthMm)} × ${mm(heightMm)} mm`)
  return {
    field: 'size',
    message: `“${design.name}” is made for labels of ${its ?? ''}, and those in this printer are ${here ?? ''}. Choose another label or another printer.`,
  }
}

/** Ink where the print head does not reach. */
export function outsidePrintable(field: LabelField, label: LabelSize): LabelProblem {
  return {
    field,
    message: `${says(field)} reaches into the ${mm(label.marginMm ?? 0)} mm at the edge that this printer cannot print. Move it inwards or use a wider label.`,
  }
}

/** Two pieces of text are printed over each other. */
export function textsOverlap(field: LabelField, other: LabelField): LabelProblem {
  const both = `${says(field)} and ${says(other).toLowerCase()}`
  return { field, message: `${both} are printed over each other. Move one of them or make its place smaller.` }
}

/** Ink in a code's bars or quiet zones, which makes it unreadable. */
export function inkInCode(field: LabelField, code: string): LabelProblem {
  return {
    field,
    message: `${says(field)} is printed into the code of ${code} or the white beside it, so that it cannot be scanned. Move one of them.`,
  }
}

/** Two codes share bars or quiet zones. */
export function codesOverlap(field: LabelField, code: string): LabelProblem {
  return { field, message: `The code of ${code} is too close to another code. Move one of them.` }
}

/** What a Code 128 cannot hold. */
export function codeRefuses(
  field: LabelField,
  code: string,
  refusal: Exclude<EncodedSymbol, { ok: true }>,
): LabelProblem {
  const number = says(field).toLowerCase()
  switch (refusal.reason) {
    case 'empty':
      return { field, message: `There is no ${number.slice(4)} to make a code of. Type one.` }
    case 'too long':
      return { field, message: `The code of ${code} is too long for any label. Use a shorter number.` }
    case 'character':
      return {
        field,
        message: `A code cannot hold “${refusal.character}” (${codePoint(refusal.character)}). Change ${number}: use letters A–Z, digits and hyphens.`,
      }
    default:
      return exhaustive(refusal)
  }
}

/** The thinnest bars allowed and their quiet zones are longer than the place. */
export function codeTooLong(
  field: LabelField,
  code: string,
  label: LabelSize,
  at: { readonly needMm: number; readonly element: SymbolElement; readonly lotFits: boolean },
): LabelProblem {
  const { place, turn = 0 } = at.element
  const across = turn === 0 || turn === 180
  const placeMm = across ? place.widthMm : place.heightMm
  const labelMm = across ? label.widthMm : label.heightMm
  const room = `${placeMm < labelMm ? 'its place' : 'this label'} is ${mm(placeMm)} mm ${across ? 'wide' : 'high'}`
  const larger = placeMm < labelMm ? 'Make its place longer' : `Use a ${across ? 'wider' : 'longer'} label`
  const step = at.lotFits ? `${larger} or print the lot number only.` : `${larger} or a QR code.`
  const need = `${mm(Math.ceil(at.needMm * 10 - 1e-6) / 10)} mm at ${label.dpi} dpi`
  return { field, message: `The code of ${code} needs ${need}; ${room}. ${step}` }
}

/** A QR code or DataMatrix with its white is larger than its place. */
export function symbolTooLarge(field: LabelField, code: string, label: LabelSize, needMm: number): LabelProblem {
  const need = `${mm(Math.ceil(needMm * 10 - 1e-6) / 10)} mm each way at ${label.dpi} dpi`
  return { field, message: `The code of ${code} needs ${need}. Make its place larger, or use a larger label.` }
}

/** Bars that print, and that a hand scanner may not tell apart. */
export function barsThin(field: LabelField, code: string, widthMm: number): LabelProblem {
  return {
    field,
    message: `The bars of the code of ${code} are ${mm(widthMm)} mm thin: scan one before you print the rest, or use a QR code.`,
  }
}

/** A picture whose file is not what it says. */
export function imageDamaged(): LabelProblem {
  return { field: 'image', message: 'A picture on this label is damaged. Take it out and choose it again.' }
}

/** Bars so low that a reader's line misses them. */
export function codeTooLow(field: LabelField, code: string, leastMm: number): LabelProblem {
  return {
    field,
    message: `The bars of the code of ${code} are lower than ${mm(leastMm)} mm, too low to scan. Use a larger label or a taller place.`,
  }
}

function isName(field: LabelField): boolean {
  return field === 'product' || field === 'kitchen'
}

function isLong(field: LabelField): boolean {
  return ['ingredients', 'contains', 'maker', 'statement', 'detail', 'text'].includes(field)
}

function says(field: LabelField): string {
  return words[field]
}

const words: Readonly<Record<LabelField, string>> = {
  product: 'The product name',
  lotNumber: 'The lot number',
  unitNumber: 'The unit number',
  payload: 'The code’s text',
  madeOn: 'The made date',
  bestBy: 'The best-by date',
  kitchen: 'The kitchen name',
  pack: 'The pack',
  ingredients: 'The ingredient list',
  contains: 'The allergen line',
  netContents: 'The net contents',
  maker: 'The maker’s name and address',
  statement: 'The state’s statement',
  statementPt: 'The state’s statement',
  price: 'The price',
  gtin: 'The GTIN',
  linkBase: 'The address of the link',
  count: 'The number of units',
  detail: 'The details',
  text: 'The free text',
  line: 'A line',
  box: 'A frame',
  image: 'A picture',
  size: 'The label’s size',
}

function mm(length: number): string {
  return String(Math.round(length * 100) / 100)
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
