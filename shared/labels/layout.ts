import { type Bitmap, blankBitmap, boxesMeet, boxHolds, type DotBox } from './bitmap.ts'
import type { LabelContent } from './content.ts'
import { drawElement, type Drawn } from './drawElement.ts'
import type { LabelFonts } from './font.ts'
import * as sentences from './problems.ts'
import type { LabelField, LabelProblem } from './problems.ts'
import { leavesRound } from './roundLabel.ts'
import { dotsPerMm, wholeDots } from './template.ts'
import type { LabelElement, LabelSize, LabelTemplate, Place } from './template.ts'
import { pasteTurned, turnBox, uprightBox } from './turn.ts'

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
  /** What prints, but should be looked at first. */
  readonly warnings: readonly LabelProblem[]
  /** What of that belongs to which element of the template. */
  readonly faults: readonly ElementFault[]
}

/** A problem or a warning beside the element that has a part in it. */
interface ElementFault {
  /** Which element of the template, from 0. */
  readonly element: number
  readonly message: string
  /** False for what prints, but should be looked at first. */
  readonly stops: boolean
}

/**
 * Draws a label at the head's dot pitch. Problems name what would not print whole or not scan (LABELS.md, “What
 * fits”); a label with any must not be printed.
 * @throws RangeError for a label of no dots
 */
export function layoutLabel({ template, content, label, fonts }: LabelOrder): LaidOutLabel {
  const bitmap = blankBitmap(wholeDots(label.widthMm, label.dpi), wholeDots(label.heightMm, label.dpi))
  const whole: DotBox = { left: 0, top: 0, right: bitmap.widthDots, bottom: bitmap.heightDots }
  const margin = Math.ceil((label.marginMm ?? 0) * dotsPerMm(label.dpi) - 1e-6)
  const printable: DotBox = { ...whole, left: margin, right: bitmap.widthDots - margin }
  const problems: LabelProblem[] = []
  const warnings: LabelProblem[] = []
  const placed: Placed[] = []
  const faults: ElementFault[] = []

  for (const [at, element] of template.elements.entries()) {
    const before = problems.length
    const box = dotBox(element.place, label.dpi)
    const turn = turnOf(element)
    const drawn = drawElement(element, { content, label, fonts, box: turn === 0 ? box : uprightBox(box, turn) })
    if (!drawn) continue
    const onLabel = (area: DotBox): DotBox => (turn === 0 ? area : turnBox(area, box, turn))
    const areas = drawn.areas.map(onLabel)
    const keepOut = drawn.keepOut && onLabel(drawn.keepOut)
    const inks = areas.length > 0 ? areas : drawn.inks.map(onLabel)
    if (margin > 0 && inks.some((ink) => !boxHolds(printable, ink)))
      problems.push(sentences.outsidePrintable(drawn.field, label))
    if (
      !boxHolds(whole, box) ||
      (label.shape === 'round' && leavesRound(bitmap, keepOut, (layer) => inkElement(layer, drawn, element, box)))
    )
      problems.push(sentences.outsideLabel(drawn.field, label))
    problems.push(...drawn.problems)
    warnings.push(...drawn.warnings)
    for (const { message } of problems.slice(before)) faults.push({ element: at, message, stops: true })
    for (const { message } of drawn.warnings) faults.push({ element: at, message, stops: false })
    if (drawn.problems.length === 0) placed.push({ at, field: drawn.field, code: drawn.code, areas, keepOut })
    inkElement(bitmap, drawn, element, box)
  }
  problems.push(...overlaps(placed, faults))
  return {
    bitmap,
    problems: distinct(problems),
    warnings: distinct(warnings),
    faults: faults.toSorted((a, b) => a.element - b.element),
  }
}

function turnOf(element: LabelElement) {
  return element.kind === 'line' || element.kind === 'box' ? 0 : (element.turn ?? 0)
}

function inkElement(bitmap: Bitmap, drawn: Drawn, element: LabelElement, box: DotBox): void {
  const turn = turnOf(element)
  if (turn === 0) return drawn.draw(bitmap)
  const frame = uprightBox(box, turn)
  if (frame.right === 0 || frame.bottom === 0) return
  const upright = blankBitmap(frame.right, frame.bottom)
  drawn.draw(upright)
  pasteTurned(bitmap, upright, box, turn)
}

interface Placed {
  /** Which element of the template. */
  readonly at: number
  readonly field: LabelField
  /** What its code says; undefined for what is no code. */
  readonly code: string | undefined
  readonly areas: readonly DotBox[]
  /** A code with its white. */
  readonly keepOut: DotBox | undefined
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

/** Pieces of ink over each other, and anything in a code's modules or quiet zones; notes beside which elements that is. */
function overlaps(placed: readonly Placed[], faults: ElementFault[]): LabelProblem[] {
  const problems: LabelProblem[] = []
  for (const [at, one] of placed.entries())
    for (const other of placed.slice(0, at)) {
      const problem = overlap(one, other)
      if (!problem) continue
      problems.push(problem)
      for (const element of new Set([one.at, other.at])) faults.push({ element, message: problem.message, stops: true })
    }
  return problems
}

function overlap(one: Placed, other: Placed): LabelProblem | undefined {
  if (one.code !== undefined && other.code !== undefined)
    return one.keepOut && other.keepOut && boxesMeet(one.keepOut, other.keepOut)
      ? sentences.codesOverlap(one.field, one.code)
      : undefined
  const [code, ink] = one.code === undefined ? [other, one] : [one, other]
  const { keepOut } = code
  if (keepOut !== undefined && code.code !== undefined)
    return ink.areas.some((area) => boxesMeet(area, keepOut)) ? sentences.inkInCode(ink.field, code.code) : undefined
  return one.areas.some((area) => other.areas.some((each) => boxesMeet(area, each)))
    ? sentences.textsOverlap(one.field, other.field)
    : undefined
}

function distinct(problems: readonly LabelProblem[]): LabelProblem[] {
  return problems.filter((problem, at) => problems.findIndex(({ message }) => message === problem.message) === at)
}
