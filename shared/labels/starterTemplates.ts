import { exhaustive } from '../domain/exhaustive.ts'
import type { LabelContent } from './content.ts'
import { jarTemplate } from './jarTemplate.ts'
import { clamp } from './rows.ts'
import { MM_PER_POINT } from './template.ts'
import type { LabelElement, LabelSize, LabelTemplate, Place, Symbology } from './template.ts'
import { frameOf, type Line, line, SMALLEST, stack, symbol } from './textStack.ts'

/** Layouts that come with the app; each fits itself to the roll and to what there is to say. */
export type Layout =
  'jar' | 'jar-qr' | 'jar-datamatrix' | 'jar-gs1' | 'jar-link' | 'full-qr' | 'full-gs1' | 'full-link' | 'round-qr'

/** The template of a layout for a label's own size, from the longest unit number of a job. */
export function starterTemplate(layout: Layout, label: LabelSize, content: LabelContent): LabelTemplate {
  switch (layout) {
    case 'jar':
      return jarTemplate(label, content)
    case 'jar-qr':
      return { version: 1, name: layout, elements: beside(label, content, 'qr') }
    case 'jar-datamatrix':
      return { version: 1, name: layout, elements: beside(label, content, 'datamatrix') }
    case 'jar-gs1':
      return { version: 1, name: layout, elements: beside(label, content, 'gs1-datamatrix') }
    case 'jar-link':
      return { version: 1, name: layout, elements: beside(label, content, 'digital-link') }
    case 'full-qr':
      return { version: 1, name: layout, elements: full(label, content, 'qr') }
    case 'full-gs1':
      return { version: 1, name: layout, elements: full(label, content, 'gs1-datamatrix') }
    case 'full-link':
      return { version: 1, name: layout, elements: full(label, content, 'digital-link') }
    case 'round-qr':
      return { version: 1, name: layout, elements: round(label, content) }
    default:
      return exhaustive(layout)
  }
}

const product = line('product', 6, { weight: 'bold', least: 3, lines: 3 })
const lot = line('lotNumber', 3.6, { weight: 'bold', caption: 'Lot ', least: 2 })
const dates = [line('madeOn', 2.6, { caption: 'Made ' }), line('bestBy', 2.6, { caption: 'Best by ', weight: 'bold' })]
const unit = line('unitNumber', 2.4)

/** Text on the left, a square code on the right. */
function beside(label: LabelSize, content: LabelContent, symbology: Symbology): LabelElement[] {
  const { sideMm, area } = frameOf(label)
  const square = clamp(Math.min(area.heightMm, label.widthMm * 0.42), 7, 18)
  const code = symbol(symbology, {
    xMm: label.widthMm - sideMm - square,
    yMm: (label.heightMm - square) / 2,
    widthMm: square,
    heightMm: square,
  })
  const column = { ...area, widthMm: area.widthMm - square - 1.2 }
  const lines = [line('kitchen', 2.4, { lines: 2, least: 2.4 }), product, line('netContents', 2.6), lot, ...dates, unit]
  return [...stack(lines, column, content), code]
}

/** All that the law asks of a label on a larger one: the list of ingredients and the statement under the name. */
function full(label: LabelSize, content: LabelContent, symbology: Symbology): LabelElement[] {
  const { sideMm, area } = frameOf(label)
  const square = clamp(area.heightMm * 0.34, symbology === 'digital-link' ? 15.6 : 11.6, 20)
  const footTop = label.heightMm - area.yMm - square
  const code = symbol(symbology, {
    xMm: label.widthMm - sideMm - square,
    yMm: footTop,
    widthMm: square,
    heightMm: square,
  })
  const head = [
    { ...product, want: 6.5, lines: 2 },
    line('netContents', 3.2, { weight: 'bold' }),
    line('ingredients', 7, { lines: 8, least: 3.4, caption: 'Ingredients: ' }),
    line('contains', 3.2, { lines: 2, weight: 'bold', least: 2 }),
    statementLine(content, area),
  ]
  const foot = [line('maker', 4.4, { lines: 3, least: 2.4 }), { ...lot, want: 3.4 }, ...dates, unit]
  const column = { ...area, yMm: footTop, widthMm: area.widthMm - square - 1.2, heightMm: square }
  return [
    ...stack(head, { ...area, heightMm: footTop - area.yMm - 0.8 }, content),
    ...stack(foot, column, content),
    code,
  ]
}

/** As high as the statement is at the size that the state asks for. */
function statementLine({ statement, statementPt }: LabelContent, area: Place): Line {
  const em = Math.max(SMALLEST + 0.6, (statementPt ?? 0) * MM_PER_POINT)
  const lines = Math.ceil(((statement ?? '').length * 0.66 * em) / area.widthMm)
  const height = (lines * 1.18 + 0.1) * em
  return line('statement', height, { lines: Math.max(4, lines + 1), least: height, most: Math.max(height, 1) })
}

/** A lid: the name over the code, lot and date under it, all within the circle. */
function round(label: LabelSize, content: LabelContent): LabelElement[] {
  const { widthMm, heightMm } = label
  const square = clamp(heightMm * 0.3, 8, 18)
  const codeTop = heightMm * 0.36
  const middle = (share: number): Pick<Place, 'xMm' | 'widthMm'> => ({
    xMm: (widthMm * (1 - share)) / 2,
    widthMm: widthMm * share,
  })
  const above = { ...middle(0.62), yMm: heightMm * 0.13, heightMm: codeTop - heightMm * 0.14 }
  const under = { ...middle(0.62), yMm: codeTop + square + 0.4, heightMm: heightMm * 0.88 - codeTop - square }
  const centered = (elements: readonly LabelElement[]): LabelElement[] =>
    elements.map((element) => (element.kind === 'text' ? { ...element, align: 'center' } : element))
  return [
    ...centered(stack([{ ...product, lines: 2 }], above, content)),
    symbol('qr', { xMm: (widthMm - square) / 2, yMm: codeTop, widthMm: square, heightMm: square }),
    ...centered(stack([{ ...lot, want: 2.8 }, ...dates.slice(1)], under, content)),
  ]
}
