import { Changes } from '../../shared/api/corrections.ts'
import { sayDay } from '../../shared/words/day.ts'
import { say, sayWord } from '../../shared/words/say.ts'

/** Facts of a batch that a correction keeps by these names; others are ingredients. */
const facts = /^(made on|best by|made|discarded|why discarded|set aside|people|equipment|note)(, .*)?$/s

/** Old and new of a correction, a few words each; nothing where they do not read. */
export function changesInWords(changes: unknown): string {
  const read = Changes.safeParse(changes)
  if (!read.success) return ''
  return read.data
    .map(({ fact, old, new: corrected }) => {
      const name = factInWords(fact)
      if (corrected === null)
        return old === null ? say('{name}: removed', { name }) : say('{name}: {old}, removed', { name, old })
      return old === null
        ? say('{name}: now {corrected}', { name, corrected })
        : say('{name}: {old}, now {corrected}', { name, old, corrected })
    })
    .join('; ')
}

/** The name of a fact that a correction changed, with the pack it is of: `made, Strawberry jam 4 oz`. */
export function factInWords(fact: string): string {
  const [, name = '', pack = ''] = facts.exec(fact) ?? []
  return name === '' ? fact : `${sayWord(name)}${pack}`
}

/** A day that a correction changed, as people read it. */
export function valueInWords(fact: string, value: string | null): string | null {
  return value !== null && /^(?:made on|best by)/.test(fact) ? sayDay(value) : value
}
