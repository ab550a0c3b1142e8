/** Things with a card or a label of their own that are neither lots nor people nor equipment. */
const codedThings = ['ingredient', 'product', 'recipe', 'place', 'shipment'] as const
type CodedThing = (typeof codedThings)[number]

/** What a thing's label says, to scan: `TB-PLACE-4`. */
export function thingCode(kind: CodedThing, id: number): string {
  return `TB-${kind.toUpperCase()}-${id}`
}

/** The thing that a scanned text names; undefined where it is no such code. */
export function readThingCode(text: string): { readonly kind: CodedThing; readonly id: number } | undefined {
  const found = /^\s*TB-([A-Z]+)-(\d{1,9})\s*$/i.exec(text)
  const kind = codedThings.find((each) => each.toUpperCase() === found?.[1]?.toUpperCase())
  const id = Number(found?.[2] ?? 0)
  return kind === undefined || id === 0 ? undefined : { kind, id }
}

/** What a blank sheet says, to scan or to type: `TB-SHEET-12-9F3C`. @param tag tells it from a sheet of the same number */
export function sheetCode(id: number, tag: string): string {
  return `TB-SHEET-${id}-${tag}`
}

/** The sheet that a scanned text names; undefined for any other text. */
export function readSheetCode(text: string): { readonly id: number; readonly tag: string } | undefined {
  const found = /^\s*TB-SHEET-([1-9]\d{0,8})-([0-9A-F]{4})\s*$/i.exec(text)
  return found ? { id: Number(found[1]), tag: (found[2] ?? '').toUpperCase() } : undefined
}

/** What a scanned command card does, in the words on it. */
export const commandCards = [
  { code: 'TB-SAVE', name: 'Save', about: 'Saves what is on the screen' },
  { code: 'TB-UNDO', name: 'Undo', about: 'Takes the last thing back' },
  { code: 'TB-NEXT', name: 'Next field', about: 'Goes to the next field' },
  { code: 'TB-TODAY', name: 'Today', about: 'Opens Today' },
  { code: 'TB-MAKE', name: 'Make', about: 'Opens Make' },
  { code: 'TB-PANTRY', name: 'Pantry', about: 'Opens the Pantry' },
  { code: 'TB-SEND', name: 'Send out', about: 'Opens Send out' },
] as const
export type CommandCode = (typeof commandCards)[number]['code']

/** The command of a scanned card; undefined for any other text. */
export function readCommandCard(text: string): CommandCode | undefined {
  const scanned = text.trim().toUpperCase()
  return commandCards.find(({ code }) => code === scanned)?.code
}
