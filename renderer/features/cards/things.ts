import type { LabelledThing } from '../../../shared/api/cards.ts'
import type { AnswerOf } from '../../api/door.ts'

export type ThingKind = LabelledThing['kind']

interface Thing {
  /** What designs of its labels are for. */
  readonly purpose: AnswerOf<'designs', 'list'>[number]['purpose']
  /** The screen of the thing. */
  readonly path: (id: number) => string
  /** What leads back there. */
  readonly back: string
  /** It has much to say, and is usually printed on the largest labels there are. */
  readonly large: boolean
}

/** What is known of each kind of thing that has labels. */
export const things: Readonly<Record<ThingKind, Thing>> = {
  bag: { purpose: 'bag', path: (id) => `/lot/${id}`, back: 'Back to the lot', large: false },
  item: { purpose: 'shelf', path: (id) => `/ingredient/${id}`, back: 'Back to the ingredient', large: false },
  place: { purpose: 'shelf', path: (id) => `/place/${id}`, back: 'Back to the place', large: false },
  person: { purpose: 'person', path: () => '/people', back: 'Back to people', large: false },
  equipment: { purpose: 'equipment', path: () => '/equipment', back: 'Back to equipment', large: false },
  recipe: { purpose: 'recipe', path: (id) => `/products/${id}`, back: 'Back to the recipe', large: true },
  delivery: { purpose: 'delivery', path: () => '/send', back: 'Back to Send out', large: true },
  case: { purpose: 'case', path: () => '/send', back: 'Back to Send out', large: true },
  batchCases: { purpose: 'case', path: (id) => `/batch/${id}/labels`, back: 'Back to its labels', large: true },
  commands: { purpose: 'command', path: () => '/printers', back: 'Back to printers', large: false },
}

export function isThingKind(kind: string): kind is ThingKind {
  return kind in things
}
