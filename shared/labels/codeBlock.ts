import { type Bitmap, blackenBox, type DotBox } from './bitmap.ts'
import { code128Length, encodeCode128, QUIET_MODULES, THINNEST_BAR_MM } from './code128.ts'
import { codeRefuses, codeTooLong, codeTooLow, type LabelField, type LabelProblem } from './problems.ts'
import { type Code128Element, dotsPerMm, type LabelSize } from './template.ts'

/** Bars lower than this slip off a reader's line, in mm. */
const LOWEST_BAR_MM = 3

export interface CodeOrder {
  readonly element: Code128Element
  readonly field: LabelField
  readonly text: string
  /** The element's place in dots. */
  readonly box: DotBox
  readonly label: LabelSize
  readonly lotNumber: string
}

export interface PlacedCode {
  readonly field: LabelField
  readonly text: string
  /** The bars with their quiet zones: nothing else may be printed here. */
  readonly keepOut: DotBox
  /** Dots that one module takes. */
  readonly moduleDots: number
  readonly bars: readonly DotBox[]
  readonly problems: readonly LabelProblem[]
}

/**
 * Places a Code 128 in whole dots a module: the widest module that fits with ten modules of white at either end, and
 * at least 0.16 mm. One that does not fit is placed at the thinnest, past its place, for the preview.
 */
export function placeCode({ element, field, text, box, label, lotNumber }: CodeOrder): PlacedCode {
  const code = encodeCode128(text)
  if (!code.ok) {
    const problems = [codeRefuses(field, text, code)]
    return { field, text, keepOut: { ...box, right: box.left }, moduleDots: 0, bars: [], problems }
  }
  const pitch = dotsPerMm(label.dpi)
  const across = element.direction === 'across'
  const room = across ? box.right - box.left : box.bottom - box.top
  const modules = code.modules.length + 2 * QUIET_MODULES
  const thinnest = Math.ceil(THINNEST_BAR_MM * pitch - 1e-6)
  const widest = Math.max(
    thinnest,
    Math.min(Math.floor(element.maxModuleMm * pitch + 1e-6), Math.floor(room / modules)),
  )
  const length = code.modules.length * widest
  const quiet = QUIET_MODULES * widest
  const start = Math.max(quiet, Math.min(Math.round(element.indentMm * pitch), room - quiet - length))

  const problems: LabelProblem[] = []
  if (modules * widest > room) {
    const needMm = (modules * thinnest) / pitch
    const lotLength = field === 'unitNumber' ? code128Length(lotNumber) : undefined
    const lotFits = lotLength !== undefined && lotLength * thinnest <= room
    problems.push(
      codeTooLong(field, text, label, { needMm, place: element.place, direction: element.direction, lotFits }),
    )
  }
  const barHeight = across ? box.bottom - box.top : box.right - box.left
  if (barHeight < LOWEST_BAR_MM * pitch - 1) problems.push(codeTooLow(field, text, LOWEST_BAR_MM))

  /** From and to in dots from where reading starts: the left end, or the bottom. */
  const stretch = (from: number, to: number): DotBox =>
    across
      ? { ...box, left: box.left + from, right: box.left + to }
      : { ...box, top: box.bottom - to, bottom: box.bottom - from }
  return {
    field,
    text,
    keepOut: stretch(start - quiet, start + length + quiet),
    moduleDots: widest,
    bars: barsOf(code.modules).map(([from, to]) => stretch(start + from * widest, start + to * widest)),
    problems,
  }
}

/** Draws the bars. */
export function drawCode(bitmap: Bitmap, code: PlacedCode): void {
  for (const bar of code.bars) blackenBox(bitmap, bar)
}

/** First module of each bar, and the first after it. */
function barsOf(modules: readonly boolean[]): (readonly [from: number, to: number])[] {
  const bars: (readonly [number, number])[] = []
  for (let at = 0; at < modules.length; at += 1) {
    if (!modules[at]) continue
    let end = at + 1
    while (modules[end]) end += 1
    bars.push([at, end])
    at = end
  }
  return bars
}
