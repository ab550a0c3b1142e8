import type { ShoppingLine } from '../../../shared/api/plans.ts'
import { sayDay } from '../../../shared/words/day.ts'
import { say } from '../../../shared/words/say.ts'
import type { AnswerOf } from '../../api/door.ts'
import { money } from '../../ui/words.ts'

/** The shopping list as plain text, to send or to paste. */
export function shoppingText({ suppliers, toMake }: AnswerOf<'plans', 'shopping'>, today: string): string {
  const groups = suppliers.map(({ supplier, aboutCents, lines }) => [
    aboutCents === null
      ? (supplier ?? nobody())
      : say('{supplier} (about {price})', { supplier: supplier ?? nobody(), price: money(aboutCents) }),
    ...lines.map(lineText),
  ])
  const made = toMake.length === 0 ? [] : [[say('Make first'), ...toMake.map(lineText)]]
  return [[say('Shopping list of {day}', { day: sayDay(today) })], ...groups, ...made]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

/** Heads what was never bought from anybody known. */
export function nobody(): string {
  return say('No supplier known yet')
}

function lineText({ ingredient, short, by }: ShoppingLine): string {
  const line = `- ${ingredient}: ${short?.text ?? ''}`
  return by === null ? line : say('{line}, by {day}', { line, day: sayDay(by) })
}
