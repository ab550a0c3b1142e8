import type { AnswerOf } from '../../api/door.ts'

type PlaceKind = AnswerOf<'directory', 'places'>[number]['kind']

/** What kind of place it is, as people say it. */
export const kindWords: Readonly<Record<PlaceKind, string>> = {
  market: 'Market',
  store: 'Store',
  online: 'Online orders',
  person: 'Person',
  donation: 'Donation',
  other: 'Other',
}
