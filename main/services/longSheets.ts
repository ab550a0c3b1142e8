import { addDays, daysBetween } from '../../shared/domain/day.ts'
import type { Period } from '../db/repos/records.ts'
import type { Db } from '../db/schema.ts'
import { type Column, type LongSheet, type Sheet, sheetOf } from '../reports/sheet.ts'
import type { ReadPart } from './inOneState.ts'

interface Rows<Row> {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly period: Period
  /** The rows of a part of the period, in the order of their days. */
  readonly rowsOf: (db: Db, part: Period) => Promise<readonly Row[]>
}

/** A table of a period that is read part by part while it is written. */
export function longSheet<Row>(read: ReadPart, { name, columns, period, rowsOf }: Rows<Row>): LongSheet {
  return {
    name,
    columns: sheetOf(name, columns, []).columns,
    async *parts() {
      for (const part of partsOfPeriod(period))
        yield sheetOf(name, columns, await read(async (db) => await rowsOf(db, part))).rows
    },
  }
}

/** All of it at once. */
export async function wholeSheet({ name, columns, parts }: LongSheet): Promise<Sheet> {
  const rows: Sheet['rows'][number][] = []
  for await (const part of parts()) for (const row of part) rows.push(row)
  return { name, columns, rows }
}

/** A part is a month, or longer in a period of more than ten years: some milliseconds of reading. */
const MOST_PARTS = 128
const SHORTEST_DAYS = 31

/** A period cut up, both days of each part included. */
export function partsOfPeriod({ from, to }: Period): Period[] {
  const days = Math.max(SHORTEST_DAYS, Math.ceil((daysBetween(from, to) + 1) / MOST_PARTS))
  const parts: Period[] = []
  for (let first = from; ; first = addDays(first, days)) {
    if (daysBetween(first, to) < days) return [...parts, { from: first, to }]
    parts.push({ from: first, to: addDays(first, days - 1) })
  }
}
