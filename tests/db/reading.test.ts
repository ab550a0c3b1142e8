import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kitchenDialect } from '../../main/db/dialect.ts'
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
