import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { copyFile, cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from '../../main/db/migrate.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { figure, full, say } from './figures.ts'
import { survivor } from './record.ts'
import { makeShim, noShim, type Shim } from './shim.ts'

const missing = noShim()
if (missing !== null) say(`skipped: restores and upgrades were not killed step by step, because ${missing}`)
const patience = figure(3_600_000, 300_000)

let origin: string
let backup: string
let shim: Shim
beforeAll(async () => {
  if (missing !== null) return
  shim = makeShim('/traceberry-die-')
  origin = await mkdtemp(path.join(tmpdir(), 'traceberry-origin-'))
  const kitchen = await openKitchen({ folder: origin })
  await receiveLot(kitchen.api)
  const productId = await addProduct(kitchen.api)
  await makeBatch(kitchen.api, productId)
  backup = (await kitchen.api.backups.make({ requestId: newId() })).name
  await makeBatch(kitchen.api, productId)
  await kitchen.close(false)
})
afterAll(async () => await rm(origin, { recursive: true, force: true }))

/** @param at which operation the process dies at; 0 for none */
async function run(what: string, at: number): Promise<{ folder: string; operations: number; killed: boolean }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-die-'))
  await cp(origin, folder, { recursive: true })
  const { stdout, signal } = spawnSync(
    process.execPath,
    [path.join(import.meta.dirname, 'dieRun.ts'), what, folder, String(at), backup],
    { env: { ...process.env, ...shim.env }, encoding: 'utf8' },
  )
  return { folder, operations: Number(stdout), killed: signal === 'SIGKILL' }
}

/** Every operation, or a few of them in the short form. */
async function points(what: string): Promise<number[]> {
  const { folder, operations } = await run(what, 0)
  await rm(folder, { recursive: true, force: true })
  expect(operations).toBeGreaterThan(10)
  const all = Array.from({ length: operations }, (_, at) => at + 1)
  return full ? all : all.filter((at) => at % Math.ceil(operations / 6) === 0)
}

test.skipIf(missing !== null)(
  'a restore killed at any operation of the disk leaves the old record or the new one, and no number is given twice',
  async () => {
    const outcomes = { old: 0, new: 0 }
    for (const at of await points('restore')) {
      const { folder, killed } = await run('restore', at)
      expect(killed).toBe(true)
      const kitchen = await openKitchen({ folder })
      expect((await kitchen.api.system.state({})).problem).toBeNull()
      const numbers = (await kitchen.api.batches.list({})).rows.map(({ lotNumber }) => lotNumber)
      outcomes[numbers.length === 2 ? 'old' : 'new'] += 1
      expect([['SY-20260304-B', 'SY-20260304-A'], ['SY-20260304-A']]).toContainEqual(numbers)
      expect((await kitchen.api.history.verify({})).problems).toEqual([])
      const { rows } = { rows: await kitchen.api.products.list({}) }
      expect((await makeBatch(kitchen.api, rows[0]?.id ?? 0)).lotNumber).toBe('SY-20260304-C')
      const left = await readdir(kitchen.dataDir)
      expect(left.filter((name) => name === 'restore-pending.json' || name === 'restore.part')).toEqual([])
      if (numbers.length === 1) expect(left.some((name) => name.startsWith('before-restore-'))).toBe(true)
      await kitchen.close(false)
      await rm(folder, { recursive: true, force: true })
    }
    say(`restores killed: ${outcomes.old} old, ${outcomes.new} new, 0 broken`)
    expect(outcomes.old).toBeGreaterThan(0)
    expect(outcomes.new).toBeGreaterThan(0)
  },
  patience,
)

test.skipIf(missing !== null)(
  'an upgrade killed at any operation of the disk leaves the old schema or the new one',
  async () => {
    const found = { old: 0, new: 0 }
    const latest = migrations.at(-1)?.version ?? 0
    for (const at of await points('upgrade')) {
      const { folder, killed } = await run('upgrade', at)
      expect(killed).toBe(true)
      const db = new Database(path.join(folder, 'data/traceberry.db'))
      const version = Number(db.pragma('user_version', { simple: true }))
      const extra = db
        .prepare(`SELECT count(*) FROM sqlite_schema WHERE name LIKE 'extra\\_%' ESCAPE '\\'`)
        .pluck()
        .get()
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      expect([version, extra]).toEqual(version === latest ? [latest, 0] : [latest + 10, 12])
      found[version === latest ? 'old' : 'new'] += 1
      db.close()
      await rm(folder, { recursive: true, force: true })
    }
    say(`upgrades killed: ${found.old} old, ${found.new} new, 0 between`)
    expect(found.old).toBeGreaterThan(0)
  },
  patience,
)

test.each(releasedBefore())(
  'an upgrade from schema %i killed after any statement leaves that schema, whole, and is finished by the next start',
  async (schema) => {
    const upgrade = async (at: number) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-upgrade-'))
      const file = path.join(folder, 'traceberry.db')
      await copyFile(path.join(import.meta.dirname, `../fixtures/record-${schema}.db`), file)
      const { stdout, signal } = spawnSync(
        process.execPath,
        [path.join(import.meta.dirname, 'upgradeRun.ts'), file, String(at)],
        { encoding: 'utf8' },
      )
      return { folder, file, statements: Number(stdout), killed: signal === 'SIGKILL' }
    }
    const whole = await upgrade(0)
    const { requestIds, problems } = survivor(whole.file)
    expect([problems, requestIds.size > 20, whole.statements > 4]).toEqual([[], true, true])
    const all = Array.from({ length: whole.statements }, (_, at) => at + 1)
    for (const at of full ? all : all.filter((each) => each % Math.ceil(all.length / 4) === 0)) {
      const { folder, file, killed } = await upgrade(at)
      expect(killed).toBe(true)
      const db = new Database(file)
      expect(Number(db.pragma('user_version', { simple: true }))).toBe(schema)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
      // The next start upgrades it as if nothing had happened, and every entry is there.
      expect(survivor(file)).toMatchObject({ problems: [], requestIds })
      await rm(folder, { recursive: true, force: true })
    }
    say(`upgrades from schema ${schema} killed after each of ${whole.statements} statements: all old and whole`)
    await rm(whole.folder, { recursive: true, force: true })
  },
  patience,
)

/** Schemas that were released and are not the newest, each with a record beside it. */
function releasedBefore(): number[] {
  return readdirSync(path.join(import.meta.dirname, '../fixtures'))
    .flatMap((name) => /^record-(\d+)\.db$/.exec(name)?.[1] ?? [])
    .map(Number)
    .filter((schema) => schema !== migrations.at(-1)?.version)
}
