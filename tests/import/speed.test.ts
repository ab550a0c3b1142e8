import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { csvOf, tenYearsOfTables } from '../bench/kitchens/spreadsheets.ts'
import { type Ran, watchStatements } from '../bench/statements.ts'
import { runImport, sendFile, undoImport } from '../support/imports.ts'
import { openKitchen } from '../support/kitchen.ts'

/*
 * What an import asks SQLite, counted, and by which way: unlike time these are the same on every machine.
 */
test('an import asks the record little for each row, and never reads one table through for each row of another', async () => {
  const watched = watchStatements()
  const kitchen = await openKitchen()
  const { api } = kitchen
  let importId = 0
  const looked = await watched.during(async () => {
    for (const table of tenYearsOfTables(500))
      importId = await sendFile(api, table.name, csvOf(table), importId || null)
  })
  const imported = await watched.during(async () => await runImport(api, importId))
  expect((await api.imports.get({ importId })).counts.imported).toBe(500)
  // Six rows of ten make one batch of some 40 statements; what was bought or sent takes 6 to 12.
  expect(imported.length / 500).toBeLessThan(10)
  expect(looked.length).toBeLessThan(500)
  const undone = await watched.during(async () => await undoImport(api, importId))
  await kitchen.close(false)
  watched.end()

  const record = new Database(path.join(kitchen.dataDir, 'traceberry.db'), { readonly: true })
  const planOf = (ran: readonly Ran[], starts: RegExp) => {
    const sql = ran.find((each) => starts.test(each.sql.trim()))?.sql
    if (sql === undefined) throw new Error(`no statement is like ${starts.source}`)
    const plan = record.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    return (plan.all(...Array.from({ length: sql.split('?').length - 1 }, () => null)) as { detail: string }[]).map((row) => row.detail) // prettier-ignore
  }
  expect(planOf(looked, /^WITH said/)).toContain('MATERIALIZE said')
  expect(planOf(imported, /^WITH said/)).toContain('MATERIALIZE said')
  expect(planOf(undone, /^select "movement".* from "movement" left join.*"batch_use_id" = \?/)[0]).toContain('movement_by_use') // prettier-ignore
  record.close()
  await kitchen.close()
})
