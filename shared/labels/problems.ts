import { exhaustive } from '../domain/exhaustive.ts'
import type { LabelContent } from './content.ts'
import type { EncodedSymbol } from './symbols.ts'
import type { LabelSize, SymbolElement } from './template.ts'
import { say, sayWord } from '../words/say.ts'

/** Why a label may not be printed. The message is a sentence with the next step. */
export interface LabelProblem {
  readonly field: LabelField
  readonly message: string
}

export type LabelField = keyof LabelContent | 'text' | 'line' | 'box' | 'image' | 'size'

/** The text fits its place at no size allowed. */
export function textOverflows(field: LabelField, text: string, leastPt?: number): LabelProblem {
  const step = isName(field)
    ? say('Use a shorter name or a larger label.')
    : isLong(field)
      ? say('Give it more room or use a larger label.')
      : say('Use a larger label.')
  const shown = text.length > 60 ? `${text.slice(0, 57)}…` : text
  const what =
    leastPt === undefined
      ? say('{what} “{shown}” does not fit its place even at its smallest size.', { what: says(field), shown })
      : say('{what} “{shown}” does not fit its place even at {points} points, the size the state asks for.', {
          what: says(field),
          shown,
          points: leastPt,
        })
  return { field, message: `${what} ${step}` }
}

/** The font cannot draw a character. */
export function glyphMissing(field: LabelField, character: string): LabelProblem {
  const what = says(field).toLowerCase()
  const step = isName(field) ? say('Take it out of {what}.', { what }) : say('Change {what}.', { what })
  const missing = say('The label’s font has no “{character}” ({code}).', { character, code: codePoint(character) })
  return { field, message: `${missing} ${step}` }
}

/** An element reaches over the label's edge. */
export function outsideLabel(field: LabelField, label: LabelSize): LabelProblem {
  const values = { what: says(field), width: mm(label.widthMm), height: mm(label.heightMm) }
  return {
    field,
    message:
      label.shape === 'round'
        ? say(
            '{what} reaches over the edge of the round label of {width} × {height} mm. Use a larger label or move it inwards.',
            values,
          )
        : say(
            '{what} reaches over the edge of the label of {width} × {height} mm. Use a larger label or move it inwards.',
            values,
          ),
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
    message: say(
      '“{name}” is made for labels of {its}, and those in this printer are {here}. Choose another label or another printer.',
      { name: design.name, its: its ?? '', here: here ?? '' },
    ),
  }
}

/** Ink where the print head does not reach. */
export function outsidePrintable(field: LabelField, label: LabelSize): LabelProblem {
  return {
    field,
    message: say(
      '{what} reaches into the {margin} mm at the edge that this printer cannot print. Move it inwards or use a wider label.',
      { what: says(field), margin: mm(label.marginMm ?? 0) },
    ),
  }
}

/** Two pieces of text are printed over each other. */
export function textsOverlap(field: LabelField, other: LabelField): LabelProblem {
  return {
    field,
    message: say('{one} and {other} are printed over each other. Move one of them or make its place smaller.', {
      one: says(field),
      other: says(other).toLowerCase(),
    }),
  }
}

/** Ink in a code's bars or quiet zones, which makes it unreadable. */
export function inkInCode(field: LabelField, code: string): LabelProblem {
  return {
    field,
    message: say(
      '{what} is printed into the code of {code} or the white beside it, so that it cannot be scanned. Move one of them.',
      { what: says(field), code },
    ),
  }
}

/** Two codes share bars or quiet zones. */
export function codesOverlap(field: LabelField, code: string): LabelProblem {
  return { field, message: say('The code of {code} is too close to another code. Move one of them.', { code }) }
}

/** What a Code 128 cannot hold. */
export function codeRefuses(
  field: LabelField,
  code: string,
  refusal: Exclude<EncodedSymbol, { ok: true }>,
): LabelProblem {
  switch (refusal.reason) {
    case 'empty':
      return { field, message: nothingToCode(field) }
    case 'too long':
      return { field, message: say('The code of {code} is too long for any label. Use a shorter number.', { code }) }
    case 'character':
      return {
        field,
        message: say('A code cannot hold “{character}” ({code}). Change {what}: use letters A–Z, digits and hyphens.', {
          character: refusal.character,
          code: codePoint(refusal.character),
          what: says(field).toLowerCase(),
        }),
      }
    default:
      return exhaustive(refusal)
  }
}

function nothingToCode(field: LabelField): string {
  if (field === 'lotNumber') return say('There is no lot number to make a code of. Type one.')
  if (field === 'unitNumber') return say('There is no unit number to make a code of. Type one.')
  return say('There is no code’s text to make a code of. Type one.')
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
  const short = placeMm < labelMm
  const need = mm(Math.ceil(at.needMm * 10 - 1e-6) / 10)
  const room = tooShort({ code, need, dpi: label.dpi, room: mm(placeMm) }, short, across)
  return { field, message: `${room} ${longer(short, across, at.lotFits)}` }
}

interface TooShort {
  readonly [name: string]: string | number
  readonly code: string
  readonly need: string
  readonly dpi: number
  readonly room: string
}

function tooShort(values: TooShort, isPlace: boolean, across: boolean): string {
  if (isPlace)
    return across
      ? say('The code of {code} needs {need} mm at {dpi} dpi; its place is {room} mm wide.', values)
      : say('The code of {code} needs {need} mm at {dpi} dpi; its place is {room} mm high.', values)
  return across
    ? say('The code of {code} needs {need} mm at {dpi} dpi; this label is {room} mm wide.', values)
    : say('The code of {code} needs {need} mm at {dpi} dpi; this label is {room} mm high.', values)
}

function longer(isPlace: boolean, across: boolean, lotFits: boolean): string {
  if (isPlace)
    return lotFits
      ? say('Make its place longer or print the lot number only.')
      : say('Make its place longer or a QR code.')
  if (across)
    return lotFits ? say('Use a wider label or print the lot number only.') : say('Use a wider label or a QR code.')
  return lotFits ? say('Use a longer label or print the lot number only.') : say('Use a longer label or a QR code.')
}

/** A QR code or DataMatrix with its white is larger than its place. */
export function symbolTooLarge(field: LabelField, code: string, label: LabelSize, needMm: number): LabelProblem {
  return {
    field,
    message: say(
      'The code of {code} needs {need} mm each way at {dpi} dpi. Make its place larger, or use a larger label.',
      { code, need: mm(Math.ceil(needMm * 10 - 1e-6) / 10), dpi: label.dpi },
    ),
  }
}

/** Bars that print, and that a hand scanner may not tell apart. */
export function barsThin(field: LabelField, code: string, widthMm: number): LabelProblem {
  return {
    field,
    message: say(
      'The bars of the code of {code} are {width} mm thin: scan one before you print the rest, or use a QR code.',
      { code, width: mm(widthMm) },
    ),
  }
}

/** A picture whose file is not what it says. */
export function imageDamaged(): LabelProblem {
  return { field: 'image', message: say('A picture on this label is damaged. Take it out and choose it again.') }
}

/** Bars so low that a reader's line misses them. */
export function codeTooLow(field: LabelField, code: string, leastMm: number): LabelProblem {
  return {
    field,
    message: say(
      'The bars of the code of {code} are lower than {least} mm, too low to scan. Use a larger label or a taller place.',
      { code, least: mm(leastMm) },
    ),
  }
}

function isName(field: LabelField): boolean {
  return field === 'product' || field === 'kitchen'
}

function isLong(field: LabelField): boolean {
  return ['ingredients', 'contains', 'maker', 'statement', 'detail', 'text'].includes(field)
}

function says(field: LabelField): string {
  return sayWord(words[field])
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
