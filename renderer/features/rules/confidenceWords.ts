import type { AnswerOf } from '../../api/door.ts'

/** What one state asks. */
export type Profile = NonNullable<AnswerOf<'rules', 'profile'>['profile']>

/** How far a fact was verified, in words; shown through `sayWord`. */
export const confidenceWords: Readonly<Record<Profile['statementConfidence'], string>> = {
  law: 'read in the law or on an official page',
  secondary: 'read only on other people’s pages',
  memory: 'not verified: read the law before you rely on it',
}
