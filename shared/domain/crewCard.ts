/** Whose card it is. */
type CrewKind = 'person' | 'equipment'

const letters = { person: 'P', equipment: 'E' } as const satisfies Readonly<Record<CrewKind, string>>

/** The code on the card of a person or a piece of equipment, to scan: `P-3`, `E-7`. */
export function crewCard(kind: CrewKind, id: number): string {
  return `${letters[kind]}-${id}`
}

/** The person or equipment that a scanned card names; null for any other text. */
export function readCard(text: string): { readonly kind: CrewKind; readonly id: number } | null {
  const found = /^([PE])-?(\d{1,6})$/i.exec(text.trim())
  if (!found) return null
  return { kind: found[1]?.toUpperCase() === letters.person ? 'person' : 'equipment', id: Number(found[2]) }
}
