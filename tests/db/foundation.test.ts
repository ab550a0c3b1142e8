import Database from 'better-sqlite3'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkRecord } from '../../main/db/checkRecord.ts'
import { inspectCopy } from '../../main/db/inspectCopy.ts'
import { APPLICATION_ID, migrations, schemaVersion } from '../../main/db/migrate.ts'
import type { Migration } from '../../main/db/migrations/migration.ts'
import { openDatabase } from '../../main/db/open.ts'
import { createStore, type Store } from '../../main/db/store.ts'
import { unitOfWork } from '../../main/db/unitOfWork.ts'
import { newId, openKitchen, refusal } from '../support/kitchen.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traceberry-db-'))
  file = path.join(folder, 'record.db')
})
afterEach(async () => await rm(folder, { recursive: true, force: true }))

const latest = migrations.at(-1)?.version ?? 0
const next: Migration = { version: latest + 10, name: 'next', sql: 'CREATE TABLE extra (x INTEGER) STRICT' }

describe('opening', () => {
  test('makes a new record durable, exclusive and marked as ours', () => {
    const db = openDatabase({ file })
    const pragma = (name: string): unknown => db.pragma(name, { simple: true })
    expect(
      ['journal_mode', 'synchronous', 'locking_mode', 'foreign_keys', 'application_id', 'user_version'].map(pragma),
    ).toEqual(['wal', 2, 'exclusive', 1, APPLICATION_ID, latest])
    db.close()
  })

  test('keeps a second connection out', () => {
    const db = openDatabase({ file })
    expect(() => openDatabase({ file })).toThrow(/locked/)
    db.close()
    openDatabase({ file }).close()
  })

  test('refuses a record of a newer version and leaves it as it is', () => {
    openDatabase({ file, migrations: [...migrations, next] }).close()
    expect(() => openDatabase({ file })).toThrow(/written by a newer Traceberry/)
    const db = new Database(file)
    expect(schemaVersion(db)).toBe(next.version)
    db.close()
  })
})

describe('an upgrade', () => {
  test('that fails in the middle leaves the old schema', () => {
    openDatabase({ file }).close()
    const broken: Migration = {
      ...next,
      sql: 'CREATE TABLE half (x INTEGER) STRICT; CREATE TABLE half (x INTEGER) STRICT',
    }
    expect(() => openDatabase({ file, migrations: [...migrations, broken] })).toThrow(/half/)
    const db = openDatabase({ file })
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0)
    db.close()
  })

  test('copies the record first, and only a record that is there', () => {
    const copies: string[] = []
    const beforeUpgrade = (copyTo: (copy: string) => void) => {
      const copy = path.join(folder, `copy-${copies.length}.db`)
      copyTo(copy)
      copies.push(copy)
    }
    openDatabase({ file, beforeUpgrade }).close()
    expect(copies).toEqual([])
    openDatabase({ file, migrations: [...migrations, next], beforeUpgrade }).close()
    expect(copies.map((copy) => inspectCopy(copy).schema)).toEqual([latest])
  })

  test('does not go on when the copy cannot be made', () => {
    openDatabase({ file }).close()
    const beforeUpgrade = () => {
      throw new Error('no disk')
    }
    expect(() => openDatabase({ file, migrations: [...migrations, next], beforeUpgrade })).toThrow('no disk')
    const db = openDatabase({ file })
    expect(schemaVersion(db)).toBe(latest)
    db.close()
  })
})

describe('the schema', () => {
  test('has an index for every reference', () => {
    const db = openDatabase({ file })
    const tables = db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
      .pluck()
      .all()
    const bare = tables.flatMap((table) => {
      const references = db.prepare('SELECT "from" FROM pragma_foreign_key_list(?)').pluck().all(table)
      const leading = db
        .prepare(
          `SELECT info.name FROM pragma_index_list(?) AS list JOIN pragma_index_info(list.name) AS info ON info.seqno = 0`,
        )
        .pluck()
        .all(table)
      const own = db.prepare('SELECT name FROM pragma_table_info(?) WHERE pk = 1').pluck().all(table)
      return references
        .filter((column) => !leading.includes(column) && !own.includes(column))
        .map((column) => `${String(table)}.${String(column)}`)
    })
    expect(bare).toEqual([])
    db.close()
  })

  test('refuses to change or forget a fact', async () => {
    const kitchen = await openKitchen({ demo: true })
    await kitchen.api.backups.make({ requestId: newId() })
    const [backup] = (await kitchen.api.backups.list({})).backups
    const db = new Database(path.join(kitchen.backupDir, backup?.name ?? '', 'record.db'))
    const facts = [
      'audit',
      'recipe',
      'recipe_line',
      'receipt',
      'batch_use',
      'batch_use_end',
      'batch_correction',
      'batch_change',
      'shipment',
      'shipment_line',
      'movement',
      'movement_range',
      'issued_number',
      'item_factor',
      'pour',
      'bin_emptied',
      'hold_rule',
      'hold_rule_end',
      'live_batch',
      'live_batch_end',
      'attachment',
      'complaint',
      'complaint_entry',
      'follow_up',
      'best_batch',
      'check_weight',
      'check_weight_end',
      'batch_entry',
      'batch_entry_end',
      'desk',
    ]
    // Facts that the demo has none of.
    db.exec(`INSERT INTO batch_correction SELECT 1, 1, 'test', 1; INSERT INTO batch_use_end VALUES (1, 1);
      INSERT INTO batch_change VALUES (1, 0, 'note', 'a', 'b');
      INSERT INTO live_batch SELECT 1, 'SJ-20260304-A', product_id, recipe_id, made_on, '', 1, 1 FROM batch WHERE id = 1;
      INSERT INTO live_batch_end VALUES (1, 1, '', 1); INSERT INTO attachment VALUES (1, 'a', 'image/jpeg', 1, x'00', 1);
      INSERT INTO batch_entry VALUES (1, 1, NULL, 'note', '', '', NULL, '', 'a', NULL, 1);
      INSERT INTO batch_entry_end VALUES (1, 'test', 1); INSERT INTO item_factor VALUES (1, 2, 'cup', '1 cup', '1 lb', 1);
      INSERT INTO pour VALUES (1, 1, 2, '1 lb', 1, '2026-03-04', 1); INSERT INTO bin_emptied VALUES (1, 1, '2026-03-04', 1);
      INSERT INTO hold_rule VALUES (1, 1, 1, 'test', 1); INSERT INTO hold_rule_end VALUES (1, 'test', 1);
      INSERT INTO complaint VALUES (1, 1, NULL, 'test', '', '2026-03-04', 1);
      INSERT INTO complaint_entry (complaint_id, kind, seq) VALUES (1, 'reopened', 1);
      INSERT INTO follow_up VALUES (1, 1, '2026-03-04', 5, '', 1); INSERT INTO best_batch VALUES (1, 1, 1, 1);
      INSERT INTO check_weight VALUES (1, 1, '8 oz', 1, 1); INSERT INTO check_weight_end VALUES (1, 'test', 1);
      INSERT INTO desk VALUES (1, NULL, 0, NULL)`)
    for (const table of facts) {
      const column = db.prepare('SELECT name FROM pragma_table_info(?) WHERE cid = 0').pluck().get(table)
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(/append-only/)
      expect(() => db.exec(`UPDATE ${table} SET ${String(column)} = ${String(column)}`)).toThrow(/append-only/)
    }
    expect(() => db.exec('DELETE FROM lot')).toThrow(/never deleted/)
    expect(() => db.exec('DELETE FROM batch')).toThrow(/never deleted/)
    expect(() => db.exec(`UPDATE batch SET lot_number = 'X'`)).toThrow(/cannot be changed/)
    expect(() => db.exec('UPDATE lot SET base = 1')).toThrow(/cannot be changed/)
    expect(() => db.exec('UPDATE lot SET on_hand = -1')).toThrow(/CHECK/)
    db.close()
    await kitchen.close()
  })
})

describe('a check of the record', () => {
  async function damagedCopy(sql: string): Promise<readonly string[]> {
    const kitchen = await openKitchen({ demo: true })
    await kitchen.api.backups.make({ requestId: newId() })
    const [backup] = (await kitchen.api.backups.list({})).backups
    const db = new Database(path.join(kitchen.backupDir, backup?.name ?? '', 'record.db'))
    for (const name of db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all())
      db.exec(`DROP TRIGGER ${String(name)}`)
    db.pragma('foreign_keys = OFF')
    db.exec(sql)
    const { problems } = checkRecord(db)
    db.close()
    await kitchen.close()
    return problems
  }

  test.each([
    [
      `UPDATE audit SET input = replace(input, '36', '63') WHERE op = 'batches.record' AND seq = (SELECT min(seq) FROM audit WHERE op = 'batches.record')`,
      /history was changed/,
    ],
    [`DELETE FROM audit WHERE seq = 5`, /history was changed/],
    [`UPDATE lot SET on_hand = on_hand + 1 WHERE id = 1`, /stock differs from their movements/],
    [`UPDATE lot SET held = 1 WHERE id = 1`, /hold differs/],
    [`UPDATE unit_range SET last = last - 1 WHERE first = 1`, /not each in one place/],
    [`DELETE FROM edge WHERE batch_id = 1`, /no trace follows/],
    [`INSERT INTO edge SELECT 1, id, NULL FROM lot WHERE id = 11`, /no ingredient row supports/],
    [`UPDATE batch SET made = made + 1 WHERE id = 1`, /made more or less than their movements/],
    [`UPDATE batch SET made_on = '2026-03-03' WHERE id = 1`, /another day than their movements/],
    [`UPDATE batch_use SET base = base + 1 WHERE id = 1`, /took nothing from their lot/],
    [
      `INSERT INTO batch_correction SELECT 1, 1, 'test', 1; INSERT INTO batch_use_end VALUES (1, 1)`,
      /still take from their lot/,
    ],
    [
      `INSERT INTO batch_correction SELECT 1, 1, 'test', 1; INSERT INTO batch_change VALUES (1, 0, 'note', 'a', 'b')`,
      /differ from their last correction/,
    ],
    [
      `INSERT INTO movement SELECT 999, lot_id, kind, 0, day, NULL, NULL, NULL, NULL, id, '', seq FROM movement WHERE kind = 'sent' LIMIT 1`,
      /movement was taken back/,
    ],
    [
      `INSERT INTO live_batch SELECT 1, 'SJ-X', product_id, recipe_id, made_on, '', 1, 1 FROM batch WHERE id = 1;
       INSERT INTO live_batch_end VALUES (1, 1, '', 1)`,
      /differ from what was started/,
    ],
    [`INSERT INTO attachment VALUES (1, 'a', 'image/jpeg', 1, x'00', 1)`, /photos that differ/],
    [`UPDATE shipment_line SET units = units + 1 WHERE id = 1`, /more or fewer units than they say/],
    [`UPDATE unit_range SET state = 'sampled' WHERE state = 'sent'`, /units are not out/],
    [`DELETE FROM supplier WHERE id = 1`, /refer to something that is not there/],
  ])('notices %s', async (sql, problem) => {
    expect(await damagedCopy(sql)).toContainEqual(expect.stringMatching(problem))
  })

  test('finds nothing in a whole one', async () => {
    expect(await damagedCopy('SELECT 1')).toEqual([])
  })
})

describe('a unit of work', () => {
  let store: Store
  beforeEach(() => {
    store = createStore({
      file,
      open: () => openDatabase({ file }),
      describe: (error) => String(error),
      rescue: () => undefined,
      closed: () => undefined,
    })
  })
  afterEach(async () => await store.close())
  const command = (requestId: string, input: unknown = {}) => ({
    op: 'test',
    requestId,
    actor: 'kitchen',
    at: '2026-03-04T00:00:00.000Z',
    input,
  })
  const settings = async () => await store.read(async (db) => await db.selectFrom('setting').selectAll().execute())

  test('that fails leaves nothing, also when only its last step fails', async () => {
    const write = async ({ db }: { db: Parameters<Parameters<Store['write']>[0]>[0] }) =>
      await db.insertInto('setting').values({ name: 'x', value: '1' }).execute()
    await expect(
      unitOfWork(store, command('a'), async (work) => {
        await write(work)
        throw new Error('in the middle')
      }),
    ).rejects.toThrow('in the middle')
    await expect(
      unitOfWork(store, command('b'), async (work) => {
        await write(work)
        work.beforeCommit(() => {
          throw new Error('at the end')
        })
        return null
      }),
    ).rejects.toThrow('at the end')
    expect(await settings()).toEqual([])
    expect(store.check().entries).toBe(0)
  })

  test('is answered once what its last step promised is there, which goes on beside the commit', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    let answered = false
    const first = unitOfWork(store, command('a'), async (work) => {
      work.beforeCommit(() => promise)
      return await Promise.resolve('done')
    }).finally(() => (answered = true))
    // Another command is let in only after the first is committed.
    await unitOfWork(store, command('b'), async () => await Promise.resolve(null))
    expect([store.check().entries, answered]).toEqual([2, false])
    resolve()
    expect(await first).toBe('done')

    const failing = unitOfWork(store, command('c'), async (work) => {
      work.beforeCommit(async () => await Promise.reject(new Error('the disk is gone')))
      return await Promise.resolve(null)
    })
    await expect(failing).rejects.toThrow('the disk is gone')
  })

  test('is linked to the one before, and repeated is done once', async () => {
    let runs = 0
    const work = async () => {
      runs += 1
      return await Promise.resolve({ runs })
    }
    expect(await unitOfWork(store, command('a'), work)).toEqual({ runs: 1 })
    expect(await unitOfWork(store, command('a'), work)).toEqual({ runs: 1 })
    expect(await unitOfWork(store, command('b'), work)).toEqual({ runs: 2 })
    expect(await refusal(unitOfWork(store, command('a', { other: 1 }), work))).toMatchObject({ code: 'conflict' })
    const { entries, lastHash, problems } = store.check()
    expect([entries, lastHash.length, problems]).toEqual([2, 64, []])
  })

  test('waits for the one that is running: neither sees half of the other', async () => {
    const order: string[] = []
    const slow = (name: string) =>
      unitOfWork(store, command(name), async ({ db }) => {
        order.push(`${name} begins`)
        await db.insertInto('setting').values({ name, value: '' }).execute()
        await db.selectFrom('setting').selectAll().execute()
        order.push(`${name} ends`)
        return null
      })
    await Promise.all([slow('a'), slow('b'), slow('c')])
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })
})
