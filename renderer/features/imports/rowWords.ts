import type { AnswerOf } from '../../api/door.ts'
import type { Tone } from '../../ui/Mark.tsx'
import { countOf } from '../../ui/words.ts'

export type ImportAnswer = AnswerOf<'imports', 'get'>
export type Counts = ImportAnswer['counts']
export type DeskRow = AnswerOf<'imports', 'rows'>['rows'][number]
type Verdict = DeskRow['verdict']
type State = ImportAnswer['state']

/** Rows of which the same is said, in a word and a colour. */
export interface RowGroup {
  readonly word: string
  readonly tone: Tone
  readonly verdicts: readonly Verdict[]
}

const waiting: readonly RowGroup[] = [
  { word: 'Waits', tone: 'bad', verdicts: ['stopped'] },
  { word: 'Assumed', tone: 'warn', verdicts: ['check'] },
  { word: 'Ready', tone: 'good', verdicts: ['ready'] },
]
const settled: readonly RowGroup[] = [
  { word: 'There already', tone: 'plain', verdicts: ['there already'] },
  { word: 'Left out', tone: 'plain', verdicts: ['left out'] },
  { word: 'Imported', tone: 'good', verdicts: ['imported'] },
]
const givenUp: RowGroup = { word: 'Given up', tone: 'plain', verdicts: ['stopped', 'check', 'ready'] }

/** What can be said of the rows of an import that is in that state. */
export function rowGroups(state: State): readonly RowGroup[] {
  return isOver(state) ? [givenUp, ...settled] : [...waiting, ...settled]
}

export function countOfGroup(counts: Counts, { verdicts }: RowGroup): number {
  const byVerdict: Readonly<Record<Verdict, number>> = {
    ready: counts.ready,
    check: counts.check,
    stopped: counts.stopped,
    'left out': counts.leftOut,
    'there already': counts.thereAlready,
    imported: counts.imported,
  }
  return verdicts.reduce((sum, verdict) => sum + byVerdict[verdict], 0)
}

/** Rows that are neither imported nor refused. */
export function waitingOf({ ready, check, stopped }: Counts): number {
  return ready + check + stopped
}

/** An import by the file it began with, and how many others joined it. */
export function nameOf({ name, files }: Pick<ImportAnswer, 'name' | 'files'>): string {
  return files.length < 2 ? name : `${name} and ${countOf(files.length - 1, 'more file')}`
}

/** Of an import that is over no row waits any more: it was given up. */
export function isOver(state: State): boolean {
  return state !== 'open'
}

/** Every row accounted for: rows in are those imported, waiting and refused; and what of the files was not read. */
export function sumOf({ counts, state, sheets }: Pick<ImportAnswer, 'counts' | 'state' | 'sheets'>): string {
  const { imported, leftOut, thereAlready, total } = counts
  const n = (count: number) => count.toLocaleString('en-US')
  const waits = isOver(state) ? 'given up' : 'waiting'
  const sum = `${countOf(total, 'row')} in: ${n(imported)} imported, ${n(waitingOf(counts))} ${waits}, ${n(leftOut + thereAlready)} refused.` // prettier-ignore
  const unread = sheets.filter((sheet) => sheet.kind === null)
  if (unread.length === 0) return sum
  const rows = unread.reduce((count, sheet) => count + sheet.rows, 0)
  return `${sum} Besides, ${countOf(unread.length, 'table')} with ${countOf(rows, 'row')} ${unread.length === 1 ? 'is' : 'are'} left out.`
}

/** How an import stands and what can be done now, in words. */
export function howItStands({ counts, state }: Pick<ImportAnswer, 'counts' | 'state'>): string {
  const { imported, check, stopped } = counts
  const good = counts.ready + check
  if (state === 'undone')
    return 'Taken back: nothing of it counts any more; only names of ingredients and products stay. Bring its file again to import it anew.'
  if (state === 'closed') return 'Ended: what was imported stays, and nothing else is waited for.'
  if (state === 'undoing')
    return imported === 0
      ? 'Half taken back: press “Take this import back” again to finish.'
      : `Half taken back: ${countOf(imported, 'row')} still ${imported === 1 ? 'counts' : 'count'}. Press “Take this import back” again for the rest.`
  const mend = `${countOf(stopped, 'row')} ${stopped === 1 ? 'waits' : 'wait'} here until mended`
  if (good > 0) {
    const assumed =
      check === 0 ? '' : `, ${check === good ? '' : `${check.toLocaleString('en-US')} of them `}with something assumed`
    const begun = imported === 0 ? '' : 'What is imported stays. '
    return `${begun}${countOf(good, 'row')} can be imported now${assumed}${stopped === 0 ? '' : `; ${mend}`}.`
  }
  if (stopped > 0) return `${mend}${imported === 0 ? '' : '; what is imported stays'}.`
  if (counts.total === 0) return 'No table here is recognised. Say below what each one holds.'
  return imported === 0 ? 'There is nothing new in it.' : 'All of it is imported.'
}

export type RunOf = 'import' | 'back'

/**
 * What a run did, and what is true now where it was stopped before its end.
 * @param done records; a row can become two (a batch and its product), and some rows one
 * @param rows how many more rows are imported now
 */
export function ranWords(what: RunOf, { done, left, rows }: { done: number; left: number; rows: number }): string {
  const is = done === 1 ? 'is' : 'are'
  const records = countOf(done, 'record')
  if (what === 'back')
    return left === 0
      ? `${records} ${is} taken back.`
      : `Stopped: ${records} ${is} taken back, ${left.toLocaleString('en-US')} still ${left === 1 ? 'counts' : 'count'}.`
  if (left > 0)
    return `Stopped: ${records} ${is} imported and ${done === 1 ? 'stays' : 'stay'}, ${left.toLocaleString('en-US')} ${left === 1 ? 'waits' : 'wait'}.`
  return rows === done || rows <= 0
    ? `${records} ${is} imported.`
    : `${records} ${is} imported, of ${countOf(rows, 'row')}.`
}
