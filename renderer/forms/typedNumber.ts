import { withPoint } from '../../shared/domain/comma.ts'
import { centsIn } from '../../shared/domain/money.ts'

/** What a field for numbers holds: whole units, or dollars that are stored as cents. */
export type NumberKind = 'units' | 'money'

/**
 * A number as typed, `1,200` or `$18,5`; null for an emptied field, and not undefined: react-hook-form shows its default
 * in place of that. What is no number stays as typed, for the schema to refuse.
 */
export function readTyped(text: string, kind: NumberKind): number | string | null {
  const plain = text.trim().replace(/^\$/, '')
  if (plain === '') return null
  if (kind === 'money') return centsIn(plain) ?? plain
  const number = Number(/^\d{1,3}(?:,\d{3})+$/.test(plain) ? plain.replaceAll(',', '') : withPoint(plain))
  return Number.isFinite(number) ? number : plain
}

/** What was understood, as it is shown once the field is left. */
export function typedText(value: unknown, kind: NumberKind): string {
  if (typeof value === 'number') return kind === 'units' ? String(value) : (value / 100).toFixed(2)
  return typeof value === 'string' ? value : ''
}
