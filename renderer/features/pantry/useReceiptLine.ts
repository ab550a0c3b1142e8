import { readReceiptLine, type ReceiptLine } from '../../../shared/domain/receiptLine.ts'
import type { LineReading } from '../../../shared/domain/receiptNames.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { say } from '../../../shared/words/say.ts'

interface LineOfKitchen extends ReceiptLine {
  /** The quantity with the unit that a bare number is of: twelve of what is bought by the dozen are 144. */
  quantityOf(reading: LineReading): string | null
}

/** Reads a delivery as it is typed, with the names that this kitchen knows. */
export function useReceiptLine(text: string, itemId: number | null): LineOfKitchen | null {
  const state = useAnswer('system', 'state', {})
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const suppliers = useAnswer('directory', 'suppliers', {})
  if (text.trim() === '' || !state.data || !ingredients.data || !suppliers.data) return null
  const ingredient = ingredients.data.find(({ id }) => id === itemId)
  const line = readReceiptLine(
    text,
    {
      ingredients: ingredients.data,
      suppliers: suppliers.data,
      ownUnits: ingredients.data.flatMap(({ ownUnits }) => ownUnits),
      ...(ingredient ? { ingredient } : {}),
    },
    state.data.today,
  )
  const unitOf = (id: number | null) => ingredients.data.find((each) => each.id === id)?.unit ?? 'each'
  return {
    ...line,
    quantityOf({ ingredient: { id } }) {
      const isBare = line.quantity !== null && !/\p{L}/u.test(line.quantity)
      return isBare && unitOf(id) !== 'each' ? `${line.quantity} ${unitOf(id)}` : line.quantity
    },
  }
}

/** What one reading of a line says, for people: `Strawberries from Valley Farm`. */
export function readingInWords({ ingredient, supplier }: LineReading): string {
  const what = ingredient.id === null ? say('“{name}”, a new ingredient', { name: ingredient.name }) : ingredient.name
  if (supplier === null) return what
  return supplier.id === null
    ? say('{what} from “{supplier}”, a new supplier', { what, supplier: supplier.name })
    : say('{what} from {supplier}', { what, supplier: supplier.name })
}
