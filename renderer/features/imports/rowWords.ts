import type { AnswerOf } from '../../api/door.ts'
import type { Tone } from '../../ui/Mark.tsx'

export type ImportAnswer = AnswerOf<'imports', 'get'>
export type Counts = ImportAnswer['counts']
export type DeskRow = AnswerOf<'imports', 'rows'>['rows'][number]
export type Verdict = DeskRow['verdict']

/** What is said of a row, in a word and a colour. */
export const verdictWords: Readonly<Record<Verdict, { readonly word: string; readonly tone: Tone }>> = {
  ready: { word: 'Ready', tone: 'good' },
  check: { word: 'Assumed', tone: 'warn' },
  stopped: { word: 'Waits', tone: 'bad' },
  'left out': { word: 'Left out', tone: 'plain' },
  'there already': { word: 'There already', tone: 'plain' },
  imported: { word: 'Imported', tone: 'good' },
}

/** Rows that are neither imported nor refused. */
export function waitingOf({ ready, check, stopped }: Counts): number {
  return ready + check + stopped
}

export function countOfVerdict(counts: Counts, verdict: Verdict): number {
  const byVerdict = {
    ready: counts.ready,
    check: counts.check,
    stopped: counts.stopped,
    'left out': counts.leftOut,
    'there already': counts.thereAlready,
    imported: counts.imported,
  }
  return byVerdict[verdict]
}
