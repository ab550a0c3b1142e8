import type { ShoppingLine } from '../../../shared/api/plans.ts'
import { showDay } from '../../../shared/domain/day.ts'
import type { AnswerOf } from '../../api/door.ts'
import { money } from '../../ui/words.ts'

/** The shopping list as plain text, to send or to paste. */
export function shoppingText({ suppliers, toMake }: AnswerOf<'plans', 'shopping'>, today: string): string {
  const groups = suppliers.map(({ supplier, aboutCents, lines }) => [
    `${supplier ?? NOBODY}${aboutCents === null ? '' : ` (about ${money(aboutCents)})`}`,
    ...lines.map(lineText),
  ])
  const made = toMake.length === 0 ? [] : [['Make first', ...toMake.map(lineText)]]
  return [[`Shopping list of ${showDay(today)}`], ...groups, ...made].map((lines) => lines.join('\n')).join('\n\n')
}

/** Heads what was never bought from anybody known. */
export const NOBODY = 'No supplier known yet'

function lineText({ ingredient, short, by }: ShoppingLine): string {
  return `- ${ingredient}: ${short?.text ?? ''}${by === null ? '' : `, by ${showDay(by)}`}`
}
