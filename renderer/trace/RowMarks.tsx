import { countOf } from '../../shared/words/counted.ts'
import type { TraceRow } from '../../shared/api/trace.ts'
import { readRanges } from '../../shared/domain/serialRange.ts'
import { writeSerial } from '../../shared/domain/lotNumber.ts'
import { Mark, type Tone } from '../ui/Mark.tsx'
import type { Line } from './growth.ts'
import styles from './Tree.module.css'
import { say, sayWord } from '../../shared/words/say.ts'

type Basis = NonNullable<TraceRow['basis']>

/** How a line is known, in a word. */
export const basisWords: Readonly<Record<Basis, { readonly tone: Tone; readonly word: string }>> = {
  confirmed: { tone: 'good', word: 'confirmed' },
  assumed: { tone: 'plain', word: 'assumed' },
  unknown: { tone: 'warn', word: 'unknown' },
  range: { tone: 'plain', word: 'by range' },
  typed: { tone: 'good', word: 'by number' },
}

interface RowMarksProps {
  readonly line: Line
  readonly serial: number | null
  /** The level is not to be seen by how far in the line stands. */
  readonly deep: boolean
}

/** What is to be known about a line beyond its words: how sure it is, on hold, the unit asked for. */
export function RowMarks({ line: { row, level, again, bare }, serial, deep }: RowMarksProps) {
  const basis = row.basis === null ? null : basisWords[row.basis]
  const isHere = level === 1 && serial !== null && holds(row, serial)
  if (!basis && row.others === 0 && !row.held && !isHere && !again && !bare && !deep) return null
  return (
    <span className={styles['marks']}>
      {isHere && serial !== null ? (
        <Mark tone="good">{say('{serial} is here', { serial: writeSerial(serial) })}</Mark>
      ) : null}
      {row.held ? <Mark tone="bad">{say('on hold')}</Mark> : null}
      {basis ? <Mark tone={basis.tone}>{sayWord(basis.word)}</Mark> : null}
      {row.others > 0 ? (
        <Mark tone="plain">{say('also in {batches}', { batches: countOf(row.others, 'other batch') })}</Mark>
      ) : null}
      {deep ? <Mark tone="plain">{say('level {level}', { level })}</Mark> : null}
      {again ? <Mark tone="plain">{say('open above')}</Mark> : null}
      {bare ? <Mark tone="plain">{say('nothing below')}</Mark> : null}
    </span>
  )
}

/** Whether a line of units holds that serial. */
function holds(row: TraceRow, serial: number): boolean {
  if (row.what === 'batch' || row.what === 'lot') return false
  return (readRanges(row.detail) ?? []).some(({ first, last }) => first <= serial && serial <= last)
}
