import { type Bitmap, blankBitmap, boxesMeet, boxHolds, type DotBox } from './bitmap.ts'
import { drawCode, placeCode, type PlacedCode } from './codeBlock.ts'
import type { LabelFonts } from './font.ts'
import * as sentences from './problems.ts'
import type { LabelField, LabelProblem } from './problems.ts'
import { codeField, dotsPerMm, fieldText, wholeDots } from './template.ts'
import type { LabelContent, LabelSize, LabelTemplate, Place, TextElement } from './template.ts'
import { drawText, setText, type TextBlock } from './textBlock.ts'

export interface LabelOrder {
  readonly template: LabelTemplate
  readonly content: LabelContent
  readonly label: LabelSize
  readonly fonts: LabelFonts
}

export interface LaidOutLabel {
  /** The label dot for dot: what is shown is what is printed. Also there when there are problems, to show them. */
  readonly bitmap: Bitmap
  /** Why it may not be printed, each once; empty when it may. */
  readonly problems: readonly LabelProblem[]
}

/**
 * Draws a label at the head's dot pitch. Problems name what would not print whole or not scan (LABELS.md, “What
 * fits”); a label with any must not be printed.
 * @throws RangeError for a label of no dots
 */
export function layoutLabel({ template, content, label, fonts }: LabelOrder): LaidOutLabel {
  const bitmap = blankBitmap(wholeDots(label.widthMm, label.dpi), wholeDots(label.heightMm, label.dpi))
  const whole: DotBox = { left: 0, top: 0, right: bitmap.widthDots, bottom: bitmap.heightDots }
  const problems: LabelProblem[] = []
  const texts: Inked[] = []
  const codes: PlacedCode[] = []

  for (const element of template.elements) {
    const text = fieldText(content, element.field)
    const field = element.field === 'code' ? codeField(content) : element.field
    const box = dotBox(element.place, label.dpi)
    if (element.kind === 'text' && text.trim() === '') continue
    if (!boxHolds(whole, box)) problems.push(sentences.outsideLabel(field, label))
    if (element.kind === 'text') {
      const block = setElement(element, text, box, label.dpi, fonts)
      if (block.missing !== undefined) problems.push(sentences.glyphMissing(field, block.missing))
      if (!block.fits) problems.push(sentences.textOverflows(field, text))
      if (block.ink && block.fits) texts.push({ field, ink: block.ink })
      drawText(bitmap, block)
    } else {
      const code = placeCode({ element, field, text, box, label, lotNumber: content.lotNumber })
      problems.push(...code.problems)
      if (code.problems.length === 0) codes.push(code)
      drawCode(bitmap, code)
    }
  }
  return { bitmap, problems: distinct([...problems, ...overlaps(texts, codes)]) }
}

interface Inked {
  readonly field: LabelField
  readonly ink: DotBox
}

/** Dots of a place, none of them past its edges. */
function dotBox(place: Place, dpi: number): DotBox {
  const pitch = dotsPerMm(dpi)
  return {
    left: Math.ceil(place.xMm * pitch - 1e-6),
    top: Math.ceil(place.yMm * pitch - 1e-6),
    right: wholeDots(place.xMm + place.widthMm, dpi),
    bottom: wholeDots(place.yMm + place.heightMm, dpi),
  }
}

function setElement(element: TextElement, text: string, box: DotBox, dpi: number, fonts: LabelFonts): TextBlock {
  const pitch = dotsPerMm(dpi)
  const whole = element.field !== 'product' && element.field !== 'kitchen'
  const value = { text, font: fonts[element.weight], whole }
  const parts = element.caption ? [{ text: element.caption, font: fonts.regular, whole: false }, value] : [value]
  return setText(parts, box, {
    largest: element.sizeMm * pitch,
    smallest: element.minSizeMm * pitch,
    maxLines: element.maxLines,
    align: element.align,
  })
}

/** Pieces of text over each other, and anything in a code's bars or quiet zones. */
function overlaps(texts: readonly Inked[], codes: readonly PlacedCode[]): LabelProblem[] {
  const problems: LabelProblem[] = []
  for (const [at, { field, ink }] of texts.entries()) {
    for (const other of texts.slice(0, at))
      if (boxesMeet(ink, other.ink)) problems.push(sentences.textsOverlap(field, other.field))
    for (const code of codes) if (boxesMeet(ink, code.keepOut)) problems.push(sentences.inkInCode(field, code.text))
  }
  for (const [at, { field, text, keepOut }] of codes.entries())
    if (codes.slice(0, at).some((other) => boxesMeet(keepOut, other.keepOut)))
      problems.push(sentences.codesOverlap(field, text))
  return problems
}

function distinct(problems: readonly LabelProblem[]): LabelProblem[] {
  return problems.filter((problem, at) => problems.findIndex(({ message }) => message === problem.message) === at)
}
