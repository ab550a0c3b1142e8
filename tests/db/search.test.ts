import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kitchenDialect } from '../../main/db/dialect.ts'
import { SEARCH_DIFFERENCES } from '../../main/db/migrations/030-search.ts'
import { mendSearch, newestFound, searchWords } from '../../main/db/repos/search.ts'
import type { Schema } from '../../main/db/schema.ts'
import { find } from '../../main/services/finding.ts'
import type { Context } from '../../main/services/context.ts'
import { dayAt } from '../../shared/domain/day.ts'
import { type Landmarks, writeTenYears } from '../bench/kitchens/tenYears.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { receiveLot } from '../support/make.ts'

let folder: string
let raw: Database.Database
let db: Kysely<Schema>
let told: Landmarks
const statements = new Set<string>()
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traceberry-search-'))
  const file = path.join(folder, 'data/traceberry.db')
  told = writeTenYears(file, { factor: 0.05 })
  raw = new Database(file, { verbose: (statement) => statements.add(String(statement)) })
  db = new Kysely<Schema>({ dialect: kitchenDialect(() => raw) })
})
afterAll(async () => {
  await db.destroy()
  raw.close()
  await rm(folder, { recursive: true, force: true })
})

/** How SQLite goes about every statement that the work ran. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  statements.clear()
  await work()
  return [...statements]
    .filter((statement) => /^\s*(?:select|with)/i.test(statement))
    .flatMap((statement) => raw.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`).all())
    .map(({ detail }) => detail)
}

test('the newest come out of the index in their order: nothing is sorted, no row of a table is read', async () => {
  const plans = await plansOf(async () => await newestFound(db, 'batch', [['tj'], ['tj2021', 'a']], 8))
  expect(plans).toEqual([expect.stringMatching(/^SCAN search VIRTUAL TABLE INDEX \d+:M1><$/)])
})

test('no key that is typed reads a table from end to end', async () => {
  const context = {
    store: { read: async <T>(work: (reader: Kysely<Schema>) => Promise<T>) => await work(db) },
    now: () => '2026-03-28T15:00:00.000Z',
    systemZone: 'UTC',
    dayAt,
  } as unknown as Context
  const texts = ['t', 'tj', told.lotNumber, told.supplierLot, 'straw', 'valley cla', 'ana jam', 'market', 'sj0304a17']
  const messages = ['strawberry jam, market, last week', `hello, my jam ${told.lotNumber} is off`, 'yesterday']
  for (const text of [...texts, ...messages]) {
    // A kitchen has a handful of imports, and few names that only an undone one brought.
    const scans = (await plansOf(async () => await find({ text }, context))).filter(
      (plan) =>
        /^SCAN (?!search VIRTUAL|json_each|value|CONSTANT|import$|each VIRTUAL|left_over$)/.test(plan) &&
        !/USING (?:COVERING )?INDEX/.test(plan),
    )
    expect([text, ...scans]).toEqual([text])
  }
})

test.each([
  ['batch', 'aj20', 'SELECT id FROM batch WHERE lot_key LIKE ? ORDER BY made_on DESC, id DESC LIMIT 5', 'AJ20%'],
  ['lot', 'pkt', 'SELECT id FROM lot WHERE supplier_lot LIKE ? ORDER BY received_on DESC, id DESC LIMIT 5', 'PKT%'],
  ['item', 'creme', 'SELECT id FROM item WHERE name_key LIKE ? ORDER BY id DESC LIMIT 5', '%creme%'],
] as const)('%s: %s finds the newest that begin so', async (kind, word, sql, like) => {
  const expected = raw.prepare(sql).pluck().all(like)
  expect(expected.length).toBeGreaterThan(0)
  expect(await newestFound(db, kind, [[word]], 5)).toEqual(expected)
})

test('a word with case, accents and signs is the word without', () => {
  expect(searchWords('Crème-FRAÎCHE, "açaí" * jam')).toEqual(['creme', 'fraiche', 'acai', 'jam'])
})

test('what somebody else took out of the search is put back, and nothing else is touched', async () => {
  expect(await mendSearch(db)).toBe(false)
  const before = raw.prepare('SELECT * FROM search_entry').all()
  raw.exec(`DELETE FROM search_entry WHERE kind = 'batch'; INSERT INTO search_entry VALUES (1, 'lot', 1, 'not there')`)
  expect(raw.prepare(SEARCH_DIFFERENCES).pluck().get()).toBe(told.batches + 1)
  expect(await mendSearch(db)).toBe(true)
  expect(raw.prepare('SELECT * FROM search_entry').all()).toEqual(before)
  expect(await newestFound(db, 'batch', [[told.lotNumber.toLowerCase().replaceAll('-', '')]], 5)).toEqual([
    told.batchId,
  ])
})

test('a kitchen whose search was changed from outside finds everything soon after it is opened again', async () => {
  const kitchen = await openKitchen({ demo: true })
  await kitchen.restart(async () => {
    const file = new Database(path.join(kitchen.dataDir, 'traceberry.db'))
    file.exec(`DELETE FROM search_entry WHERE kind = 'batch'`)
    file.close()
    return await Promise.resolve()
  })
  await expect.poll(async () => await kitchen.api.trace.find({ text: 'hs2026' }), { timeout: 10_000 }).not.toEqual([])
  expect((await kitchen.api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

test('the search follows renames, corrections and everything else, as if written anew', async () => {
  const kitchen = await openKitchen({ demo: true })
  const { api } = kitchen
  const labels = async (text: string) => (await api.trace.find({ text })).map(({ label }) => label)
  const { lotId } = await receiveLot(api, { ingredient: 'Pectin', quantity: '1 lb', supplierLot: 'OLD-1' })
  const farm = (await api.directory.suppliers({})).find(({ name }) => name === 'Valley Farm')
  const facts = { supplier: 'Amazon', receivedOn: '2026-02-20', bestBy: '', supplierLot: 'NEW-22', costCents: null }
  await api.pantry.correctLot({ requestId: newId(), lotId, ...facts, reason: 'misread' })
  await api.directory.saveSupplier({ requestId: newId(), supplierId: farm?.id ?? 0, name: 'Crème Farm' })
  expect(await labels('OLD-1')).toEqual([])
  expect(await labels('new22')).toEqual(['Pectin'])
  expect(await labels('creme fa')).toEqual(['Crème Farm'])
  expect((await api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})
