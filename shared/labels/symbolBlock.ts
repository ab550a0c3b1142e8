import { type Bitmap, blackenBox, type DotBox } from './bitmap.ts'
import { type LabelContent } from './content.ts'
import {
  barsThin,
  codeRefuses,
  codeTooLong,
  codeTooLow,
  type LabelField,
  type LabelProblem,
  symbolTooLarge,
} from './problems.ts'
import { encodeSymbol, isBars, rulesOf, type SymbolModules } from './symbols.ts'
import { symbolText } from './symbolText.ts'
import { dotsPerMm, type LabelSize, type SymbolElement } from './template.ts'

/** Bars lower than this slip off a reader's line, in mm. */
const LOWEST_BAR_MM = 3

export interface SymbolOrder {
  readonly element: SymbolElement
  readonly content: LabelContent
  /** The element's place in dots, upright. */
  readonly box: DotBox
  readonly label: LabelSize
}

export interface PlacedSymbol {
  readonly field: LabelField
  readonly text: string
  /** The symbol with its quiet zones: nothing else may be printed here. */
  readonly keepOut: DotBox
  /** Dots that one module takes. */
  readonly moduleDots: number
  readonly black: readonly DotBox[]
  readonly problems: readonly LabelProblem[]
  /** What prints, but may be hard to read. */
  readonly warnings: readonly LabelProblem[]
}

/**
 * Places a symbol in whole dots a module: the widest module that fits with its white around it, and at least the
 * thinnest allowed. One that does not fit is placed at the thinnest, past its place, for the preview.
 */
export function placeSymbol(order: SymbolOrder): PlacedSymbol {
  const { element, content, box } = order
  const said = symbolText(element, content)
  if (!said.ok) return nothingAt(box, said.field, '', { field: said.field, message: said.message })
  const encoded = encodeSymbol(element.symbology, said.text)
  if (!encoded.ok) return nothingAt(box, said.field, said.text, codeRefuses(said.field, said.text, encoded))
  const name = content[said.field] ?? said.text
  return encoded.symbol.rows === 1
    ? placeBars(order, encoded.symbol, said.field, name)
    : placeMatrix(order, encoded.symbol, said.field, name)
}

/** Draws the dark modules. */
export function drawSymbol(bitmap: Bitmap, symbol: PlacedSymbol): void {
  for (const each of symbol.black) blackenBox(bitmap, each)
}

type CodeField = 'unitNumber' | 'lotNumber' | 'payload'

function placeBars(
  { element, content, box, label }: SymbolOrder,
  { columns, dark }: SymbolModules,
  field: CodeField,
  text: string,
): PlacedSymbol {
  const pitch = dotsPerMm(label.dpi)
  const { quietModules, warnBelowMm } = rulesOf(element.symbology)
  const room = box.right - box.left
  const modules = columns + 2 * quietModules
  const thinnest = thinnestDots(element, label)
  const widest = widestDots(element, label, Math.floor(room / modules))
  const length = columns * widest
  const quiet = quietModules * widest
  const start = Math.max(quiet, Math.min(Math.round(element.indentMm * pitch), room - quiet - length))

  const problems: LabelProblem[] = []
  if (modules * widest > room) {
    const needMm = (modules * thinnest) / pitch
    problems.push(codeTooLong(field, text, label, { needMm, element, lotFits: lotFits(element, content, label, room) }))
  }
  if (box.bottom - box.top < LOWEST_BAR_MM * pitch - 1) problems.push(codeTooLow(field, text, LOWEST_BAR_MM))

  const stretch = (from: number, to: number): DotBox => ({ ...box, left: box.left + from, right: box.left + to })
  return {
    field,
    text,
    keepOut: stretch(start - quiet, start + length + quiet),
    moduleDots: widest,
    black: runsOf(dark).map(([from, to]) => stretch(start + from * widest, start + to * widest)),
    problems,
    warnings: widest / pitch < warnBelowMm - 1e-6 ? [barsThin(field, text, widest / pitch)] : [],
  }
}

function placeMatrix(
  { element, box, label }: SymbolOrder,
  { columns, rows, dark }: SymbolModules,
  field: CodeField,
  text: string,
): PlacedSymbol {
  const { quietModules } = rulesOf(element.symbology)
  const [across, down] = [columns + 2 * quietModules, rows + 2 * quietModules]
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const widest = widestDots(element, label, Math.min(Math.floor(width / across), Math.floor(height / down)))
  const problems =
    across * widest > width || down * widest > height
      ? [symbolTooLarge(field, text, label, (Math.max(across, down) * widest) / dotsPerMm(label.dpi))]
      : []
  const left = box.left + Math.max(0, Math.floor((width - across * widest) / 2))
  const top = box.top + Math.max(0, Math.floor((height - down * widest) / 2))
  const quiet = quietModules * widest
  const black: DotBox[] = []
  for (let row = 0; row < rows; row += 1)
    for (const [from, to] of runsOf(dark.slice(row * columns, (row + 1) * columns)))
      black.push({
        left: left + quiet + from * widest,
        right: left + quiet + to * widest,
        top: top + quiet + row * widest,
        bottom: top + quiet + (row + 1) * widest,
      })
  return {
    field,
    text,
    keepOut: { left, top, right: left + across * widest, bottom: top + down * widest },
    moduleDots: widest,
    black,
    problems,
    warnings: [],
  }
}

function thinnestDots({ symbology }: SymbolElement, { dpi }: LabelSize): number {
  return Math.ceil(rulesOf(symbology).thinnestMm * dotsPerMm(dpi) - 1e-6)
}

function widestDots(element: SymbolElement, label: LabelSize, fitting: number): number {
  const wanted = Math.floor(element.maxModuleMm * dotsPerMm(label.dpi) + 1e-6)
  return Math.max(thinnestDots(element, label), Math.min(wanted, fitting))
}

/** Whether the lot’s number alone would fit where the unit’s does not. */
function lotFits(element: SymbolElement, content: LabelContent, label: LabelSize, room: number): boolean {
  if (content.unitNumber === null || !isBars(element.symbology)) return false
  const said = symbolText(element, { ...content, unitNumber: null })
  const encoded = said.ok ? encodeSymbol(element.symbology, said.text) : undefined
  if (encoded?.ok !== true) return false
  return (encoded.symbol.columns + 2 * rulesOf(element.symbology).quietModules) * thinnestDots(element, label) <= room
}

function nothingAt(box: DotBox, field: LabelField, text: string, problem: LabelProblem): PlacedSymbol {
  return {
    field,
    text,
    keepOut: { ...box, right: box.left },
    moduleDots: 0,
    black: [],
    problems: [problem],
    warnings: [],
  }
}

/** First module of each dark run, and the first after it. */
function runsOf(modules: readonly boolean[]): (readonly [from: number, to: number])[] {
  const runs: (readonly [number, number])[] = []
  for (let at = 0; at < modules.length; at += 1) {
    if (!modules[at]) continue
    let end = at + 1
    while (modules[end]) end += 1
    runs.push([at, end])
    at = end
  }
  return runs
}
