import { exactQuantityText, parseQuantity } from '../domain/quantity.ts'
import { findUnit, unitNamed } from '../domain/units.ts'
import { type DecimalSign, plainNumber } from './numbers.ts'
import { say } from '../words/say.ts'

export interface CellQuantity {
  /** To be read by `parseQuantity`: `8 lb`. */
  readonly text: string
  /** What was assumed, as a sentence; null where it stands there. */
  readonly assumed: string | null
}

/**
 * A quantity from a cell and the unit beside or above it: `8 lb`, `8` with `lb` in the unit column or in the head,
 * `2 x 25 lb`, `25lb bag`. What is left without a unit keeps none: the ingredient's own is taken.
 */
export function cellQuantity(cell: string, unit: string, headUnit: string | null, decimal: DecimalSign): CellQuantity {
  const plain = plainNumber(cell.trim(), decimal).replace(/^(?:approx\.?|about|ca\.?|~)\s*/i, '')
  const times = /^(\d{1,4})\s*[x×*@]\s*(.*\d.*)$/i.exec(plain)
  if (times) {
    const each = cellQuantity(times[2] ?? '', unit, headUnit, 'point')
    const parsed = parseQuantity(each.text, undefined, 'any')
    const base = parsed.ok ? parsed.quantity.base * Number(times[1]) : 0
    if (parsed.ok && Number.isSafeInteger(base) && base > 0) {
      const text = exactQuantityText(base, parsed.quantity.unit)
      return { text, assumed: say('{cell} is {total} in all.', { cell: cell.trim(), total: text }) }
    }
  }
  if (/^\d+(?:\.\d+)?$|^(?:\d+\s+)?\d+\/\d+$|^\d*\s*[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]$/u.test(plain)) {
    const beside = unit.trim() || (headUnit ?? '')
    return { text: beside === '' ? plain : `${plain} ${spelling(beside)}`, assumed: null }
  }
  const packed = /^(\d+(?:\.\d+)?)\s*-?\s*(\p{L}+)\.?\s+(?:bags?|box|boxes|jars?|bottles?|packs?|tubs?|case|cases|flats?|sacks?)$/iu.exec(plain) // prettier-ignore
  const inside = packed ? findUnit(packed[2] ?? '') : undefined
  if (packed && inside && inside.dimension !== 'count') return { text: `${packed[1]} ${inside.name}`, assumed: null }
  return { text: plain, assumed: null }
}

/** Words such as `Lbs.` in the unit's own spelling; a word nobody knows stays: it may be one of the kitchen's. */
function spelling(unit: string): string {
  const known = findUnit(unit)
  return known ? unitNamed(known.name).name : unit.toLowerCase()
}
