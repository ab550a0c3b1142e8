import { execFileSync, spawnSync } from 'node:child_process'
import { copyFile, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { say } from './figures.ts'
import { entriesIn } from './record.ts'

/* Disks that are full, read-only or gone, and files that somebody takes away, replaces or damages. All of it is real. */

let kitchen: TestKitchen
let productId: number
const record = () => path.join(kitchen.dataDir, 'traceberry.db')

async function open(folder?: string): Promise<void> {
  kitchen = await openKitchen(folder === undefined ? {} : { folder })
  await receiveLot(kitchen.api)
  productId = await addProduct(kitchen.api)
  await makeBatch(kitchen.api, productId)
}

async function numbers(): Promise<string[]> {
  return (await kitchen.api.batches.list({})).rows.map(({ lotNumber }) => lotNumber)
}

const mounts = process.platform === 'linux' && process.getuid?.() === 0 && canMount()
if (!mounts) say('skipped: a full and a read-only disk need root and mount, which are not here')

function canMount(): boolean {
  return (
    spawnSync('mount', ['--version'], { stdio: 'ignore' }).status === 0 &&
    spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' }).status === 0
  )
}

describe.skipIf(!mounts)('a small disk', () => {
  let disk: string
  beforeEach(async () => {
    disk = await mkdtemp(path.join(tmpdir(), 'traceberry-small-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk])
    await open(disk)
  })
  afterEach(async () => {
    await kitchen.close(false).catch(() => undefined)
    execFileSync('umount', ['-l', disk])
    await rm(disk, { recursive: true, force: true })
  })

  test('that is full keeps what was saved, says so, and goes on when there is space again', async () => {
    const before = await numbers()
    const filler = path.join(disk, 'filler')
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k'], { stdio: 'ignore' })
    const requestId = newId()
    const refused = await refusal(makeBatch(kitchen.api, productId, { requestId, note: 'x'.repeat(400) })).catch(
      () => undefined,
    )
    // A save may still fit into pages that are there; then the next ones fill them.
    let last = refused
    for (let count = 0; count < 200 && last === undefined; count += 1)
      last = await refusal(receiveLot(kitchen.api)).catch(() => undefined)
    expect(last).toMatchObject({ code: 'db_full', message: expect.stringMatching(/free some space and save again/) })
    expect(await numbers()).toEqual(expect.arrayContaining(before))
    expect(await refusal(kitchen.api.backups.make({ requestId: newId() }))).toMatchObject({ code: 'db_full' })
    await rm(filler)
    const { lotNumber } = await makeBatch(kitchen.api, productId, { requestId })
    expect(await numbers()).toContain(lotNumber)
    expect((await kitchen.api.history.verify({})).problems).toEqual([])
    await kitchen.api.backups.make({ requestId: newId() })
  })

  test('that became read-only says so and loses nothing', async () => {
    const before = await numbers()
    await kitchen.restart(async () => {
      execFileSync('mount', ['-o', 'remount,ro', disk])
      await Promise.resolve()
    })
    expect((await kitchen.api.system.state({})).problem).toMatch(/cannot be read or written\. Nothing is lost/)
    execFileSync('mount', ['-o', 'remount,rw', disk])
    expect(await kitchen.api.system.retry({ requestId: newId() })).toEqual({ problem: null })
    expect(await numbers()).toEqual(before)
  })

  test('for backups that is full says which one, and the backups in it stay', async () => {
    const { name } = await kitchen.api.backups.make({ requestId: newId() })
    spawnSync('dd', ['if=/dev/zero', `of=${path.join(disk, 'filler')}`, 'bs=4k', 'count=1100'], { stdio: 'ignore' })
    const refused = await refusal(kitchen.api.backups.make({ requestId: newId() }))
    expect(refused).toMatchObject({ code: 'db_full' })
    expect(await readdir(kitchen.backupDir)).toEqual([name])
  })
})

describe('the record’s file', () => {
  beforeEach(async () => await open())
  afterEach(async () => await kitchen.close())

  /** A save into the void is refused and the rescued backup restored. @returns the next lot number */
  async function nextAfterRescue(): Promise<string> {
    const refused = await refusal(makeBatch(kitchen.api, productId))
    expect(refused).toMatchObject({ code: 'db_corrupt', message: expect.stringMatching(/deleted, moved or replaced/) })
    expect((await kitchen.api.system.state({})).problem).toBe(refused.message)
    const [rescued] = (await kitchen.api.backups.list({})).backups
    expect(rescued).toMatchObject({ why: 'rescued', batches: 1 })
    await kitchen.api.backups.restore({ requestId: newId(), name: rescued?.name ?? '' })
    expect(await numbers()).toEqual(['SY-20260304-A'])
    return (await makeBatch(kitchen.api, productId)).lotNumber
  }

  test('deleted while it is open is noticed: nothing is written into nowhere, and what was open is saved', async () => {
    await rm(record())
    expect(await nextAfterRescue()).toBe('SY-20260304-B')
  })

  test('replaced by another, as sync programs do, is noticed as well', async () => {
    const older = path.join(kitchen.folder, 'older.db')
    await copyFile(record(), older)
    await rename(older, record())
    expect(await nextAfterRescue()).toBe('SY-20260304-B')
  })

  test('with its whole folder gone says so, and the backups are offered', async () => {
    await kitchen.api.backups.make({ requestId: newId() })
    const away = path.join(kitchen.folder, 'away')
    await rename(kitchen.dataDir, away)
    expect(await refusal(makeBatch(kitchen.api, productId))).toMatchObject({
      code: 'db_corrupt',
      message: expect.stringMatching(/deleted, moved or replaced/),
    })
    expect((await kitchen.api.backups.list({})).backups.length).toBeGreaterThan(0)
    await rm(kitchen.dataDir, { recursive: true, force: true })
    await rename(away, kitchen.dataDir)
    expect(await kitchen.api.system.retry({ requestId: newId() })).toEqual({ problem: null })
    expect(await numbers()).toEqual(['SY-20260304-A'])
  })

  test('that is missing at the start is never answered with an empty one', async () => {
    const { name } = await kitchen.api.backups.make({ requestId: newId() })
    await kitchen.restart(async () => await rm(record()))
    expect((await kitchen.api.system.state({})).problem).toMatch(/is missing from the data folder/)
    expect(await readdir(kitchen.dataDir)).not.toContain('traceberry.db')
    await kitchen.api.backups.restore({ requestId: newId(), name })
    expect(await numbers()).toEqual(['SY-20260304-A'])
  })

  test('opened a second time says who has it', async () => {
    await expect(openKitchen({ folder: kitchen.folder })).rejects.toThrow(
      /already has this record open: process \d+ on/,
    )
    expect(await numbers()).toEqual(['SY-20260304-A'])
  })

  test('with the clock set back keeps its order', async () => {
    kitchen.setNow('2020-01-01T00:00:00.000Z')
    await receiveLot(kitchen.api, { receivedOn: '2019-12-30' })
    const { rows } = await kitchen.api.history.list({})
    expect(rows[0]).toMatchObject({ what: 'Received 1 lot from Costco Main St', at: '2020-01-01T00:00:00.000Z' })
    expect((await kitchen.api.history.verify({})).problems).toEqual([])
    const { name } = await kitchen.api.backups.make({ requestId: newId() })
    expect(await kitchen.api.backups.preview({ name })).toMatchObject({ lacksLots: [] })
  })
})

describe('a damaged record', () => {
  beforeEach(async () => {
    await open()
    for (let count = 0; count < 5; count += 1) await makeBatch(kitchen.api, productId)
  })
  afterEach(async () => await kitchen.close())

  const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['whose middle is zeroed', (bytes) => bytes.fill(0, bytes.length / 2, bytes.length / 2 + 20_000)],
    ['with a bad sector', (bytes) => bytes.fill(0xa5, 8192, 8704)],
    ['cut in the middle', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['whose first page is stale', (bytes) => bytes.fill(0, 0, 100)],
    ['with two pages swapped', (bytes) => swapPages(bytes, 3, 7)],
  ]

  test.each(damages)('%s is no backup and never restored over a good one', async (_name, damage) => {
    const { name } = await kitchen.api.backups.make({ requestId: newId() })
    const good = await readFile(path.join(kitchen.backupDir, name, 'record.db'))
    await kitchen.restart(async () => await writeFile(record(), damage(Buffer.from(await readFile(record())))))
    const { problem } = await kitchen.api.system.state({})
    const found = problem === null ? (await kitchen.api.history.verify({})).problems : [problem]
    expect(found).not.toEqual([])
    await refusal(kitchen.api.backups.make({ requestId: newId() }))
    expect((await readdir(kitchen.backupDir)).filter((each) => !each.endsWith('.part'))).toEqual([name])
    expect(await readFile(path.join(kitchen.backupDir, name, 'record.db'))).toEqual(good)
    await kitchen.api.backups.restore({ requestId: newId(), name })
    expect(await numbers()).toHaveLength(6)
  })

  test('that does not open gives up what can still be read, as tables', async () => {
    const kept = await kitchen.api.backups.salvage({ requestId: newId() }).catch((error: unknown) => error)
    expect(kept).toMatchObject({ body: { code: 'conflict' } })
    await kitchen.restart(async () => {
      const page = rootPage(record(), 'movement_range')
      const bytes = await readFile(record())
      // The version is one that no Traceberry knows, and the page where one table begins is gone.
      bytes.writeUInt32BE(99_990, 60)
      await writeFile(record(), bytes.fill(0, 4096 * (page - 1), 4096 * page))
    })
    const before = await readFile(record())
    const { folder, rows } = await kitchen.api.backups.salvage({ requestId: newId() })
    expect(rows).toBeGreaterThan(20)
    expect(await readFile(path.join(folder, 'batch.csv'), 'utf8')).toContain('SY-20260304-A')
    expect(await readFile(record())).toEqual(before)
  })

  test('any single changed bit of a backup is seen', async () => {
    const { name } = await kitchen.api.backups.make({ requestId: newId() })
    const file = path.join(kitchen.backupDir, name, 'record.db')
    const good = await readFile(file)
    for (let flip = 0; flip < 40; flip += 1) {
      const bytes = Buffer.from(good)
      const at = Math.floor((flip * 2_654_435_761) % bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8))
      await writeFile(file, bytes)
      expect(await refusal(kitchen.api.backups.restore({ requestId: newId(), name }))).toMatchObject({
        code: 'db_corrupt',
      })
    }
  })
})

describe('what is no backup', () => {
  beforeEach(async () => await open())
  afterEach(async () => await kitchen.close())

  /** Puts a file in a backup's place, with a manifest that fits it, as someone might who wants it restored. */
  async function inPlace(make: (file: string) => Promise<void>): Promise<string> {
    const { name } = await kitchen.api.backups.make({ requestId: newId() })
    const folder = path.join(kitchen.backupDir, name)
    const file = path.join(folder, 'record.db')
    await make(file)
    const manifestFile = path.join(folder, 'manifest.json')
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>
    const isFile = (await lstat(file)).isFile()
    const bytes = isFile ? await readFile(file) : Buffer.alloc(0)
    const hash = await crypto.subtle.digest('SHA-256', bytes)
    await writeFile(
      manifestFile,
      JSON.stringify({ ...manifest, bytes: bytes.length, sha256: Buffer.from(hash).toString('hex') }),
    )
    return name
  }

  function change(sql: string) {
    return async (file: string) => {
      const db = new Database(file)
      db.exec(sql)
      db.close()
      await Promise.resolve()
    }
  }

  test.each([
    ['an empty file', async (file: string) => await writeFile(file, '')],
    ['text', async (file: string) => await writeFile(file, 'my recipes\n'.repeat(1000))],
    [
      'a zip file',
      async (file: string) => await writeFile(file, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(9000)])),
    ],
    [
      'another program’s database',
      async (file: string) => {
        await rm(file)
        await change('CREATE TABLE photos (x)')(file)
      },
    ],
    ['a record of a newer version', change('PRAGMA user_version = 9990')],
    ['a record with a table more', change('CREATE TABLE extra (x INTEGER) STRICT')],
    [
      'a record with a trigger of its own',
      change(`CREATE TRIGGER evil AFTER INSERT ON audit BEGIN DELETE FROM setting; END`),
    ],
    ['a record without its guards', change('DROP TRIGGER batch_no_delete')],
    [
      'a link',
      async (file: string) => {
        await rm(file)
        await symlink('/etc/hostname', file)
      },
    ],
    [
      'a folder',
      async (file: string) => {
        await rm(file)
        await mkdir(file)
      },
    ],
    [
      'a pipe',
      async (file: string) => {
        await rm(file)
        execFileSync('mkfifo', [file])
      },
    ],
  ])('%s is refused with the reason, and nothing is changed', async (_name, make) => {
    const name = await inPlace(make)
    const before = await kitchen.api.history.verify({})
    const refused = await refusal(kitchen.api.backups.restore({ requestId: newId(), name }))
    expect(['conflict', 'db_corrupt', 'not_found']).toContain(refused.code)
    expect(refused.message).toMatch(/[a-z]\.$/)
    expect((await kitchen.api.history.verify({})).lastHash).toBe(before.lastHash)
    expect((await readdir(kitchen.dataDir)).filter((file) => /restore|part/.test(file))).toEqual([])
  })
})

test('a backup while work goes on is one moment of it, and holds nothing up', async () => {
  await open()
  let longest = 0
  let made = 0
  let done = false
  const backups = (async () => {
    for (let count = 0; count < 5; count += 1) await kitchen.api.backups.make({ requestId: newId() })
    done = true
  })()
  while (!done) {
    const started = performance.now()
    await receiveLot(kitchen.api)
    longest = Math.max(longest, performance.now() - started)
    made += 1
    // Calls come in one by one, as messages; between two of them the copy goes on.
    await nextTurn()
  }
  await backups
  expect(made).toBeGreaterThan(5)
  const { backups: found } = await kitchen.api.backups.list({})
  expect(found).toHaveLength(5)
  const counts = found.map(({ name }) => entriesIn(path.join(kitchen.backupDir, name, 'record.db')))
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
  say(`5 backups during ${made} saves; the longest save took ${Math.round(longest)} ms`)
  // Each holds the history exactly as it was after that many entries; of the newest, nothing may lack.
  const presents = await Promise.all(found.map(async ({ name }) => await kitchen.api.backups.preview({ name })))
  const [newest, ...older] = presents.map(({ present }) => present)
  expect(older).toEqual(['later', 'later', 'later', 'later'])
  expect(['later', 'same']).toContain(newest)
  await kitchen.close()
})

function swapPages(bytes: Buffer, one: number, other: number): Buffer {
  const page = 4096
  const [first, second] = [one, other].map((at) => Buffer.from(bytes.subarray(at * page, at * page + page)))
  second?.copy(bytes, one * page)
  first?.copy(bytes, other * page)
  return bytes
}

function rootPage(file: string, table: string): number {
  const db = new Database(file)
  const page = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table)
  db.close()
  return Number(page)
}
