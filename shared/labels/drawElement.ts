import { type Bitmap, blackenBox, type DotBox } from './bitmap.ts'
import { codeField, fieldText, type LabelContent } from './content.ts'
import type { LabelFonts } from './font.ts'
import { drawImage, placeImage } from './imageBlock.ts'
import * as sentences from './problems.ts'
import type { LabelField, LabelProblem } from './problems.ts'
import { drawSymbol, placeSymbol } from './symbolBlock.ts'
import { type BoxElement, dotsPerMm, MM_PER_POINT } from './template.ts'
import type { LabelElement, LabelSize, TextElement } from './template.ts'
import { drawText, setText } from './textBlock.ts'

/** An element ready to be drawn in its upright frame. */
export interface Drawn {
  readonly field: LabelField
  /** What its code says; undefined for what is no code. */
  readonly code: string | undefined
  /** Where its ink is that nothing else may touch. */
  readonly areas: readonly DotBox[]
  /** The dark modules of a code. */
  readonly inks: readonly DotBox[]
  /** A code with its white. */
  readonly keepOut: DotBox | undefined
  readonly problems: readonly LabelProblem[]
  readonly warnings: readonly LabelProblem[]
  readonly draw: (bitmap: Bitmap) => void
}

interface Frame {
  readonly content: LabelContent
  readonly label: LabelSize
  readonly fonts: LabelFonts
  /** The element's place in dots, upright. */
  readonly box: DotBox
}

/** Sets, places or scales one element; undefined where it has nothing to say. */
export function drawElement(element: LabelElement, frame: Frame): Drawn | undefined {
  switch (element.kind) {
    case 'text':
      return drawTextElement(element, frame)
    case 'symbol': {
      const symbol = placeSymbol({ element, ...frame })
      const { field, text, keepOut, black, problems, warnings } = symbol
      return {
        ...plain(field),
        code: text,
        keepOut,
        inks: black,
        problems,
        warnings,
        draw: (bitmap) => drawSymbol(bitmap, symbol),
      }
    }
    case 'line':
      return { ...plain('line'), areas: [frame.box], draw: (bitmap) => blackenBox(bitmap, frame.box) }
    case 'box': {
      const sides = sidesOf(element, frame)
      return { ...plain('box'), areas: sides, draw: (bitmap) => sides.forEach((side) => blackenBox(bitmap, side)) }
    }
    case 'image': {
      const image = placeImage(element, frame.box)
      return {
        ...plain('image'),
        areas: image.box ? [image.box] : [],
        problems: image.box ? [] : [sentences.imageDamaged()],
        draw: (bitmap) => drawImage(bitmap, image),
      }
    }
  }
}

function plain(field: LabelField): Omit<Drawn, 'draw'> {
  return { field, code: undefined, areas: [], inks: [], keepOut: undefined, problems: [], warnings: [] }
}

/** Numbers and dates are never broken over lines. */
const brokenFields = ['product', 'kitchen', 'ingredients', 'contains', 'maker', 'statement', 'detail', 'text', 'pack']

function drawTextElement(element: TextElement, { content, label, fonts, box }: Frame): Drawn | undefined {
  const text = element.field === 'text' ? (element.text ?? '') : fieldText(content, element.field)
  if (text.trim() === '') return undefined
  const field = element.field === 'code' ? codeField(content) : element.field
  const pitch = dotsPerMm(label.dpi)
  const value = { text, font: fonts[element.weight], whole: !brokenFields.includes(element.field) }
  const parts = element.caption ? [{ text: element.caption, font: fonts.regular, whole: false }, value] : [value]
  const mandatedPt = field === 'statement' ? content.statementPt : null
  const mandated = mandatedPt === null ? 0 : mandatedPt * MM_PER_POINT * pitch
  const smallest = Math.max(element.minSizeMm * pitch, mandated)
  const block = setText(parts, box, {
    // One dot of a capital more than mandated, so that rounding to whole dots never goes below it.
    largest: Math.max(element.sizeMm * pitch, mandated === 0 ? 0 : mandated + 1 / value.font.capHeight),
    smallest,
    maxLines: element.maxLines,
    align: element.align,
  })
  const problems: LabelProblem[] = []
  if (block.missing !== undefined) problems.push(sentences.glyphMissing(field, block.missing))
  if (!block.fits) problems.push(sentences.textOverflows(field, text, mandatedPt ?? undefined))
  return {
    ...plain(field),
    areas: block.ink && block.fits ? [block.ink] : [],
    problems,
    draw: (bitmap) => drawText(bitmap, block),
  }
}

function sidesOf({ strokeMm }: BoxElement, { box, label }: Frame): DotBox[] {
  const stroke = Math.max(1, Math.round(strokeMm * dotsPerMm(label.dpi)))
  return [
    { ...box, bottom: box.top + stroke },
    { ...box, top: box.bottom - stroke },
    { ...box, right: box.left + stroke },
    { ...box, left: box.right - stroke },
  ]
}
