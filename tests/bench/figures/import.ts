import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { runImport, sendFile } from '../../support/imports.ts'
import { openKitchen } from '../../support/kitchen.ts'
import type { Figure } from '../figure.ts'
import { csvOf, type Spreadsheet, tenYearsOfTables } from '../kitchens/spreadsheets.ts'
import { medianOf, p95Of, timed } from '../timing.ts'

/**
 * Ten years of spreadsheets brought into an empty kitchen: written to CSV files, read, every row looked at, and imported
 * step by step; against the same cells put into one plain table by SQLite alone. Beside it how long somebody waits who asks
 * something else meanwhile, 50 times a second.
 */
export async function importFigures(rows = 50_000): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-bench-'))
  const kitchen = await openKitchen()
  const asker = asking(async () => void (await kitchen.api.kitchen.get({})))
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50)
  try {
    const tables = tenYearsOfTables(rows)
    for (const table of tables) await writeFile(path.join(folder, table.name), csvOf(table))
    const floor = await timed(() => insertPlainly(path.join(folder, 'floor.db'), tables))
    asker.begin()
    const cpu = process.cpuUsage()
    let importId: number | null = null
    const looked = await timed(async () => {
      for (const [at, { name }] of tables.entries())
        importId = await sendFile(kitchen.api, name, await readFile(path.join(folder, name)), importId, at < tables.length - 1) // prettier-ignore
    })
    const imported = await timed(async () => await runImport(kitchen.api, importId ?? 0))
    const waits = await asker.end()
    const used = process.cpuUsage(cpu)
    const { counts } = await kitchen.api.imports.get({ importId: importId ?? 0 })
    if (counts.imported !== rows) throw new Error(`only ${counts.imported} of ${rows} rows were imported`)
    const median = looked + imported
    const said = [
      `${Math.round((rows * 1000) / median).toLocaleString('en-US')} a second`,
      `${((used.user + used.system) / 1e6).toFixed(1)} s of the processor`,
      `${Math.round(peak / 2 ** 20)} MB at most`,
    ]
    const what = `${rows.toLocaleString('en-US')} rows`
    return [
      {
        work: `${what} of three CSV files read, looked at and imported (${said.join(', ')})`,
        median,
        p95: median,
        floor: { what: 'the same cells inserted into one table', median: floor },
        bar: { ms: 20_000 },
      },
      { work: `of which reading and looking at ${what}`, median: looked, p95: looked, bar: { ms: 10_000 } },
      {
        work: `Another question asked meanwhile (${waits.length.toLocaleString('en-US')} times, ${Math.round(Math.max(...waits))} ms at most)`,
        median: medianOf(waits),
        p95: p95Of(waits),
        bar: { ms: 50 },
      },
    ]
  } finally {
    clearInterval(watch)
    await kitchen.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const EVERY_MS = 20

/** Asks again and again until it is told to end. @returns milliseconds from each question to its answer */
function asking(ask: () => Promise<void>) {
  const waits: number[] = []
  let isOver = false
  let asked: Promise<void> | undefined
  return {
    begin() {
      asked = (async () => {
        while (!isOver) {
          const due = performance.now() + EVERY_MS
          await wait(EVERY_MS)
          await ask()
          // From when it was to be asked: whoever holds the core up holds up the asking too.
          waits.push(performance.now() - due)
        }
      })()
    },
    async end(): Promise<readonly number[]> {
      isOver = true
      await asked
      return waits
    },
  }
}

/** Every cell as a column of one table, in one transaction. */
function insertPlainly(file: string, tables: readonly Spreadsheet[]): void {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE cells (a TEXT, b TEXT, c TEXT, d TEXT, e TEXT, f TEXT, g TEXT) STRICT')
  const insert = db.prepare('INSERT INTO cells VALUES (?, ?, ?, ?, ?, ?, ?)')
  db.transaction(() => {
    for (const { rows } of tables) for (const row of rows) insert.run(...Array.from({ length: 7 }, (_, at) => row[at] ?? '')) // prettier-ignore
  })()
  db.close()
}
