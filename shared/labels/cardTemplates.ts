import { exhaustive } from '../domain/exhaustive.ts'
import type { LabelContent } from './content.ts'
import { clamp } from './rows.ts'
import type { LabelElement, LabelSize, LabelTemplate, Place, Purpose } from './template.ts'
import { frameOf, type Line, line, stack, symbol } from './textStack.ts'

/** What labels there are of things that are no units: each has a starter layout. */
export type CardPurpose = Exclude<Purpose, 'unit'>

/**
 * The starter label of a case, a bag, a shelf, a card or a delivery for a label's own size (20 to 110 × 10 to 160 mm):
 * text beside a QR code, and on a label higher than wide above it. A case of that form has bars as well.
 */
export function cardTemplate(purpose: CardPurpose, label: LabelSize, content: LabelContent): LabelTemplate {
  const lay = label.heightMm > label.widthMm ? over : beside
  return { version: 1, name: purpose, elements: lay(purpose, label, content) }
}

const name = (want: number): Line => line('product', want, { weight: 'bold', least: 2.6, lines: 3 })
const code = line('code', 2.6, { least: 1.8, low: true })
/** Words of several lines: they want room for as many as there are, so that others keep theirs. */
function several(field: 'detail' | 'maker', content: LabelContent, on: { lines: number; em: number }): Line {
  const { lines, em } = on
  const said = (content[field] ?? '')
    .split('\n')
    .reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / 34)), 0)
  const shown = Math.min(lines, said)
  return line(field, em * 1.3 * shown, { lines, em, least: Math.min(shown, 3) * 1.8, gap: 0.8 })
}

function linesOf(purpose: CardPurpose, content: LabelContent): readonly Line[] {
  const detail = (lines: number, em: number) => several('detail', content, { lines, em })
  switch (purpose) {
    case 'case':
      return [
        name(7),
        line('count', 6, { weight: 'bold', gap: 1 }),
        line('lotNumber', 5, { weight: 'bold', caption: 'Lot ', least: 2, gap: 1 }),
        line('madeOn', 3, { caption: 'Made ' }),
        line('bestBy', 3.4, { caption: 'Best by ', weight: 'bold' }),
        detail(3, 3),
        { ...several('maker', content, { lines: 4, em: 2.2 }), low: true },
      ]
    case 'bag':
      return [name(6), detail(3, 3), line('bestBy', 3.4, { caption: 'Best by ', weight: 'bold' }), code]
    case 'shelf':
    case 'command':
      return [name(11), detail(2, 3.4), code]
    case 'person':
    case 'equipment':
      return [line('kitchen', 2.4, { lines: 2, least: 2.4 }), name(8), detail(2, 3), code]
    case 'recipe':
      return [name(7), detail(24, 3.6), code]
    case 'delivery':
      return [
        name(8),
        detail(24, 3.8),
        { ...several('maker', content, { lines: 4, em: 2.4 }), caption: 'From ', low: true },
        { ...code, low: false },
      ]
    default:
      return exhaustive(purpose)
  }
}

function beside(purpose: CardPurpose, label: LabelSize, content: LabelContent): LabelElement[] {
  const { sideMm, area } = frameOf(label)
  const square = clamp(Math.min(area.heightMm, label.widthMm * 0.36), 9.5, 30)
  const column = { ...area, widthMm: area.widthMm - square - 1.2 }
  const place = {
    xMm: label.widthMm - sideMm - square,
    yMm: (label.heightMm - square) / 2,
    widthMm: square,
    heightMm: square,
  }
  return [...stack(linesOf(purpose, content), column, content), largeCode('qr', place)]
}

function over(purpose: CardPurpose, label: LabelSize, content: LabelContent): LabelElement[] {
  const { sideMm, area } = frameOf(label)
  const bars = purpose === 'case' && label.widthMm >= 90
  const high = bars ? 22 : clamp(area.widthMm * 0.34, 12, 32)
  const bottom = { ...area, yMm: label.heightMm - area.yMm - high, heightMm: high }
  const upper = { ...area, heightMm: bottom.yMm - area.yMm - 2 }
  const place = bars
    ? { ...bottom, xMm: 0, widthMm: label.widthMm }
    : { ...bottom, xMm: label.widthMm - sideMm - high, widthMm: high }
  return [...stack(linesOf(purpose, content), upper, content), largeCode(bars ? 'code128' : 'qr', place)]
}

function largeCode(symbology: 'qr' | 'code128', place: Place): LabelElement {
  return { ...symbol(symbology, place), maxModuleMm: symbology === 'qr' ? 1 : 0.5 }
}
