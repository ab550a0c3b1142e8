import type { Quantity } from './quantity.ts'
import { unitNamed } from './units.ts'

/**
 * The net contents as a label declares them, in both systems, never more than is there: what does not come out even
 * is rounded down (NIST UPLR; 16 CFR 500.19(b)). From 1 lb to under 4 lb, and from 1 pint to under 1 gallon, the
 * larger unit is named as well (21 CFR 101.7(j)).
 * @param net what is declared
 * @param fill what one unit really holds, where it was weighed: 1 lb is `453 g`, and `454 g` once it holds that
 */
export function netContents(net: Quantity, fill: Quantity | null): string {
  if (net.dimension === 'count')
    return net.text.replace(/ (?:each|unidad|unidades)$/, ' count').replace(/ docenas?$/, ' dozen')
  const [first, second] = isMetric(net.unit) ? [metric(net, null), customary(net)] : [customary(net), metric(net, fill)]
  const words = net.dimension === 'mass' ? 'Net Wt' : 'Net'
  return `${words} ${first} (${second})`
}

function isMetric(unit: string): boolean {
  return ['mg', 'g', 'kg', 'mL', 'L'].includes(unit)
}

/** Three digits, or two below 100; a kilogram or litre and more in that unit. */
function metric({ dimension, base, unit }: Quantity, fill: Quantity | null): string {
  const [small, large] = dimension === 'mass' ? (['g', 'kg'] as const) : (['mL', 'L'] as const)
  const one = unitNamed(small).base
  // A quantity typed in metric comes out even as it was typed.
  if (isMetric(unit)) {
    const inLarge = base >= one * 1000
    return `${decimal(base, inLarge ? one * 1000 : one, 3)} ${inLarge ? large : small}`
  }
  const whole = Math.floor(base / one)
  const step = whole >= 1000 ? 10 ** (String(whole).length - 3) : 1
  const down = Math.floor(whole / step) * step
  const up = down + step
  const shown = fill && fill.dimension === dimension && fill.base >= up * one ? up : down
  if (shown >= 1000) return `${decimal(shown, 1000, 2)} ${large}`
  return shown === 0 ? `${decimal(base, one, 1)} ${small}` : `${shown} ${small}`
}

function customary({ dimension, base, unit }: Quantity): string {
  const [ounce, next] = dimension === 'mass' ? (['oz', 'lb'] as const) : (['fl oz', 'pt'] as const)
  const one = unitNamed(ounce).base
  const ounces = `${decimal(base, one, isMetric(unit) ? 1 : 2)} ${ounce}`
  const large = unitNamed(next).base
  const limit = dimension === 'mass' ? large * 4 : large * 8
  if (base < large || base >= limit) return base >= limit ? mixed(base, next, ounce) : ounces
  return `${ounces}, ${mixed(base, next, ounce)}`
}

/** `1 lb 8 oz`, in whole large units and what is left. */
function mixed(base: number, large: string, small: string): string {
  const whole = Math.floor(base / unitNamed(large).base)
  const left = decimal(base - whole * unitNamed(large).base, unitNamed(small).base, 1)
  return left === '0' ? `${whole} ${large}` : `${whole} ${large} ${left} ${small}`
}

/** Rounded down to so many places, without final zeros. */
function decimal(base: number, unit: number, places: number): string {
  const scaled = (BigInt(base) * 10n ** BigInt(places)) / BigInt(unit)
  const digits = scaled.toString().padStart(places + 1, '0')
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  return digits.slice(0, digits.length - places) + (fraction ? `.${fraction}` : '')
}
