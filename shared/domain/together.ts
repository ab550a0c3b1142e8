import { say } from '../words/say.ts'

/** `salt and sugar and pectin`: a few things that belong together; empty for none. */
export function together(words: readonly string[]): string {
  const [first = '', ...others] = words
  return others.reduce((one, other) => say('{one} and {other}', { one, other }), first)
}
