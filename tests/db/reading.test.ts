import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kitchenDialect } from '../../main/db/dialect.ts'
import { batchPage } from '../../main/db/repos/batches.ts'
import { lastDesk } from '../../main/db/repos/desk.ts'
import { productLotsInStock } from '../../main/db/repos/lots.ts'
import type { Schema } from '../../main/db/schema.ts'
import type { Context } from '../../main/services/context.ts'
import { mismatchesOnShelf } from '../../main/services/labelMismatch.ts'
import { stock } from '../../main/services/shipping.ts'
import { dayAt } from '../../shared/domain/day.ts'
import { writeTenYears } from '../bench/kitchens/tenYears.ts'

let folder: string
let raw: Database.Database
let db: Kysely<Schema>
const statements: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traceberry-reading-'))
  const file = path.join(folder, 'data/traceberry.db')
  writeTenYears(file, { factor: 0.05 })
  raw = new Database(file, { verbose: (statement) => statements.push(String(statement)) })
  db = new Kysely<Schema>({ dialect: kitchenDialect(() => raw) })
})
afterAll(async () => {
  await db.destroy()
  raw.close()
  await rm(folder, { recursive: true, force: true })
})

async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  statements.length = 0
  await work()
  return [...statements]
}

test('who is at the desk is asked without reading the history, also where nobody ever sat down', async () => {
  const [asked = ''] = await statementsOf(async () => await lastDesk(db))
  const plan = raw.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${asked}`).all()
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SCAN desk',
    'SEARCH audit USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH person USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN',
  ])
})

test('a page of batches is read by its day, also where SQLite counted a co-packer’s batches', async () => {
  // As ANALYZE counts 200,000 batches of 40 products.
  const counted = { sqlite_autoindex_batch_1: '200000 1', batch_by_seq: '200000 1', batch_by_recipe: '200000 674', batch_by_product: '200000 674 2 1', batch_by_day: '200000 52 1' } // prettier-ignore
  raw.exec('ANALYZE')
  for (const [index, stat] of Object.entries(counted))
    raw.prepare('UPDATE sqlite_stat1 SET stat = ? WHERE idx = ?').run(stat, index)
  raw.exec('ANALYZE sqlite_schema')
  const [asked = ''] = await statementsOf(async () => await batchPage(db, { limit: 51 }))
  const plan = raw.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${asked}`).all()
  expect(plan[0]?.detail).toBe('SCAN batch USING INDEX batch_by_day')
  expect(plan.map(({ detail }) => detail)).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})

test('what is on the shelf is asked in a few statements, not lot by lot', async () => {
  const lots = await productLotsInStock(db)
  expect(lots.length).toBeGreaterThan(50)
  const context = {
    store: { read: async <T>(work: (reader: Kysely<Schema>) => Promise<T>) => await work(db) },
    now: () => '2026-03-28T15:00:00.000Z',
    systemZone: 'UTC',
    dayAt,
  } as unknown as Context
  expect((await statementsOf(async () => await stock({}, context))).length).toBeLessThan(10)
  expect((await statementsOf(async () => await mismatchesOnShelf(db))).length).toBeLessThan(lots.length)
})
