import { readCard } from '../../shared/domain/crewCard.ts'
import { type CommandCode, readSheetCode, readThingCode } from '../../shared/domain/thingCode.ts'

/** The screen of the thing whose label was scanned; undefined for lots, jars and everything else that the finder knows. */
export function thingPath(text: string): string | undefined {
  const sheet = readSheetCode(text)
  if (sheet) return `/sheet/${sheet.id}/${sheet.tag}`
  const thing = readThingCode(text)
  if (!thing) return undefined
  const { kind, id } = thing
  return {
    ingredient: `/ingredient/${id}`,
    product: `/products/${id}`,
    recipe: `/make/${id}`,
    place: `/place/${id}`,
    shipment: `/trace/shipment/${id}`,
  }[kind]
}

/** The screen of the person or the equipment whose card was scanned. */
export function crewPath(text: string): string | undefined {
  const card = readCard(text)
  return card === null ? undefined : `/${card.kind === 'person' ? 'people' : 'equipment'}/${card.id}`
}

/** Does what a scanned command card says, by the key that does it. */
export function actOnCard(code: CommandCode): void {
  switch (code) {
    case 'TB-SAVE':
      return press(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true })
    case 'TB-UNDO':
      // In a field the key would take back what was typed there.
      return press(document.body, { key: 'z', ctrlKey: true })
    case 'TB-NEXT':
      return focusNextField()
    case 'TB-TODAY':
      return press(document.body, { key: 'F1' })
    case 'TB-MAKE':
      return press(document.body, { key: 'F2' })
    case 'TB-PANTRY':
      return press(document.body, { key: 'F3' })
    case 'TB-SEND':
      return press(document.body, { key: 'F4' })
  }
}

function press(target: Element, key: KeyboardEventInit): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
}

function focusNextField(): void {
  const fields = [...document.querySelectorAll<HTMLElement>('main :is(input, select, textarea):not(:disabled)')].filter(
    (field) => field.tabIndex >= 0 && field.offsetParent !== null,
  )
  const at = fields.findIndex((field) => field === document.activeElement)
  fields[(at + 1) % fields.length]?.focus()
}
