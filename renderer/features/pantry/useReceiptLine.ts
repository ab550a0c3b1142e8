import { type LineReading, readReceiptLine, type ReceiptLine } from '../../../shared/domain/receiptLine.ts'
import { useAnswer } from '../../api/useAnswer.ts'
import { say } from '../../../shared/words/say.ts'

/** Reads a delivery as it is typed, with the names that this kitchen knows. */
export function useReceiptLine(text: string, itemId: number | null): ReceiptLine | null {
  const state = useAnswer('system', 'state', {})
  const ingredients = useAnswer('pantry', 'ingredients', {})
  const suppliers = useAnswer('directory', 'suppliers', {})
  if (text.trim() === '' || !state.data || !ingredients.data || !suppliers.data) return null
  const ingredient = ingredients.data.find(({ id }) => id === itemId)
  return readReceiptLine(
    text,
    {
      ingredients: ingredients.data,
      suppliers: suppliers.data,
      ownUnits: ingredients.data.flatMap(({ ownUnits }) => ownUnits),
      ...(ingredient ? { ingredient } : {}),
    },
    state.data.today,
  )
}

/** What one reading of a line says, for people: `Strawberries from Valley Farm`. */
export function readingInWords({ ingredient, supplier }: LineReading): string {
  const what = ingredient.id === null ? say('“{name}”, a new ingredient', { name: ingredient.name }) : ingredient.name
  if (supplier === null) return what
  return supplier.id === null
    ? say('{what} from “{supplier}”, a new supplier', { what, supplier: supplier.name })
    : say('{what} from {supplier}', { what, supplier: supplier.name })
}
