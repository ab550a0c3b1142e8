import { countOf } from '../../../shared/words/counted.ts'
import type { AnswerOf } from '../../api/door.ts'
import type { Tone } from '../../ui/Mark.tsx'
import { say, sayNumber } from '../../../shared/words/say.ts'

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
  return files.length < 2 ? name : say('{name} and {files}', { name, files: countOf(files.length - 1, 'more file') })
}

/** Of an import that is over no row waits any more: it was given up. */
export function isOver(state: State): boolean {
  return state !== 'open'
}

/** Every row accounted for: rows in are those imported, waiting and refused; and what of the files was not read. */
export function sumOf({ counts, state, sheets }: Pick<ImportAnswer, 'counts' | 'state' | 'sheets'>): string {
  const { imported, leftOut, thereAlready, total } = counts
  const sums = {
    rows: countOf(total, 'row'),
    imported: sayNumber(imported),
    waiting: sayNumber(waitingOf(counts)),
    refused: sayNumber(leftOut + thereAlready),
  }
  const sum = isOver(state)
    ? say('{rows} in: {imported} imported, {waiting} given up, {refused} refused.', sums)
    : say('{rows} in: {imported} imported, {waiting} waiting, {refused} refused.', sums)
  const unread = sheets.filter((sheet) => sheet.kind === null)
  if (unread.length === 0) return sum
  const rows = unread.reduce((count, sheet) => count + sheet.rows, 0)
  const besides = say('Besides, {tables} with {rows} {count, plural, one {is} other {are}} left out.', {
    tables: countOf(unread.length, 'table'),
    rows: countOf(rows, 'row'),
    count: unread.length,
  })
  return `${sum} ${besides}`
}

/** How an import stands and what can be done now, in words. */
export function howItStands({ counts, state }: Pick<ImportAnswer, 'counts' | 'state'>): string {
  const { imported, check, stopped } = counts
  const good = counts.ready + check
  if (state === 'undone')
    return say(
      'Taken back: nothing of it counts any more; only names of ingredients and products stay. Bring its file again to import it anew.',
    )
  if (state === 'closed') return say('Ended: what was imported stays, and nothing else is waited for.')
  if (state === 'undoing')
    return imported === 0
      ? say('Half taken back: press “Take this import back” again to finish.')
      : say(
          'Half taken back: {rows} still {count, plural, one {counts} other {count}}. Press “Take this import back” again for the rest.',
          { rows: countOf(imported, 'row'), count: imported },
        )
  const mend = say('{rows} {count, plural, one {waits} other {wait}} here until mended', {
    rows: countOf(stopped, 'row'),
    count: stopped,
  })
  if (good > 0) {
    const clauses = [goodInWords(good, check), ...(stopped === 0 ? [] : [mend])]
    return `${imported === 0 ? '' : `${say('What is imported stays.')} `}${clauses.join('; ')}.`
  }
  if (stopped > 0) return `${[mend, ...(imported === 0 ? [] : [say('what is imported stays')])].join('; ')}.`
  if (counts.total === 0) return say('No table here is recognised. Say below what each one holds.')
  return imported === 0 ? say('There is nothing new in it.') : say('All of it is imported.')
}

/** What can be imported now, and how much of it with something assumed: a sentence without its stop. */
function goodInWords(good: number, check: number): string {
  const rows = countOf(good, 'row')
  if (check === 0) return say('{rows} can be imported now', { rows })
  return check === good
    ? say('{rows} can be imported now, with something assumed', { rows })
    : say('{rows} can be imported now, {some} of them with something assumed', { rows, some: sayNumber(check) })
}

export type RunOf = 'import' | 'back'

/**
 * What a run did, and what is true now where it was stopped before its end.
 * @param done records; a row can become two (a batch and its product), and some rows one
 * @param rows how many more rows are imported now
 */
export function ranWords(what: RunOf, { done, left, rows }: { done: number; left: number; rows: number }): string {
  const ran = { records: countOf(done, 'record'), done }
  const stopped = { ...ran, rest: sayNumber(left), left }
  if (what === 'back')
    return left === 0
      ? say('{records} {done, plural, one {is} other {are}} taken back.', ran)
      : say(
          'Stopped: {records} {done, plural, one {is} other {are}} taken back, {rest} still {left, plural, one {counts} other {count}}.',
          stopped,
        )
  if (left > 0)
    return say(
      'Stopped: {records} {done, plural, one {is imported and stays} other {are imported and stay}}, {rest} {left, plural, one {waits} other {wait}}.',
      stopped,
    )
  return rows === done || rows <= 0
    ? say('{records} {done, plural, one {is} other {are}} imported.', ran)
    : say('{records} {done, plural, one {is} other {are}} imported, of {rows}.', { ...ran, rows: countOf(rows, 'row') })
}
