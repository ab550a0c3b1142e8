import { nameKey } from '../domain/names.ts'
import { findUnit } from '../domain/units.ts'

/** A column's head as it is compared: `Purchase_Date:` and `purchase date` are one. */
export function headKey(head: string): string {
  return nameKey(withoutUnit(head).text)
    .replace(/[^\p{L}\p{N}#$/]+/gu, ' ')
    .trim()
}

/** The unit that a head carries: `Weight (lb)`, `Qty in kg`, `Sugar, g`. Null where it carries none. */
export function unitInHead(head: string): string | null {
  return withoutUnit(head).unit
}

/** A head without the unit it carries. */
export function nameInHead(head: string): string {
  return withoutUnit(head).text.trim()
}

function withoutUnit(head: string): { readonly text: string; readonly unit: string | null } {
  const found = /^(?<name>.*?\S)\s*(?:[([]\s*(?:in\s+)?(?<bracketed>[\p{L} ]{1,12}?)\.?\s*[)\]]|(?:,\s*|\s+in\s+)(?<apart>\p{L}{1,8}))\s*:?$/iu.exec(head) // prettier-ignore
  const word = found?.groups?.['bracketed'] ?? found?.groups?.['apart']
  const name = found?.groups?.['name']
  const unit = word === undefined ? undefined : findUnit(word)
  return unit && name !== undefined ? { text: name, unit: unit.name } : { text: head, unit: null }
}
