import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyWay, newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

let kitchen: TestKitchen
let productId: number
afterEach(async () => await kitchen.close())

async function openWithBatch(way: (typeof everyWay)[number] = 'in process'): Promise<void> {
  kitchen = await openKitchen({ way })
  await receiveLot(kitchen.api)
  productId = await addProduct(kitchen.api)
  await makeBatch(kitchen.api, productId)
}

async function numbers(): Promise<string[]> {
  return (await kitchen.api.batches.list({})).rows.map(({ lotNumber }) => lotNumber)
}

async function backUp(): Promise<string> {
  return (await kitchen.api.backups.make({ requestId: newId() })).name
}

function manifestBeside(file: string): string {
  return path.join(path.dirname(file), 'manifest.json')
}

async function restore(name: string) {
  return await kitchen.api.backups.restore({ requestId: newId(), name })
}

describe.each(everyWay)('a backup, %s', (way) => {
  beforeEach(async () => await openWithBatch(way))

  test('restored gives the record back, and the present is kept aside', async () => {
    const name = await backUp()
    await makeBatch(kitchen.api, productId)
    expect(await numbers()).toEqual(['SY-20260304-B', 'SY-20260304-A'])
    const { keptAside, batches } = await restore(name)
    expect(batches).toBe(1)
    expect(await numbers()).toEqual(['SY-20260304-A'])
    expect(await readdir(kitchen.dataDir)).toContain(keptAside)
    expect((await kitchen.api.history.verify({})).problems).toEqual([])
  })

  test('restored never gives out a number again that was printed after it was made', async () => {
    const name = await backUp()
    await makeBatch(kitchen.api, productId)
    await restore(name)
    expect((await makeBatch(kitchen.api, productId)).lotNumber).toBe('SY-20260304-C')
    expect(await refusal(makeBatch(kitchen.api, productId, { lotNumber: 'SY-20260304-B' }))).toMatchObject({
      code: 'conflict',
    })
  })

  test('is listed with what it holds, newest first', async () => {
    const first = await backUp()
    await makeBatch(kitchen.api, productId)
    const second = await backUp()
    const { folders, backups } = await kitchen.api.backups.list({})
    expect(folders.map(({ folder }) => folder)).toEqual([kitchen.backupDir])
    expect(new Set(backups.map(({ name }) => name))).toEqual(new Set([first, second]))
    expect(backups.find(({ name }) => name === second)).toMatchObject({ batches: 2, lastLotNumber: 'SY-20260304-B' })
  })
})

describe('a restore', () => {
  beforeEach(async () => await openWithBatch())

  test.each([
    [
      'with a changed byte',
      async (file: string) => {
        const bytes = await readFile(file)
        bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
        await writeFile(file, bytes)
      },
    ],
    ['cut short', async (file: string) => await truncate(file, 8192)],
    ['grown', async (file: string) => await appendFile(file, 'x')],
    ['that is text', async (file: string) => await writeFile(file, 'not a database')],
    ['that is empty', async (file: string) => await writeFile(file, '')],
    ['without its manifest', async (file: string) => await rm(manifestBeside(file))],
    ['whose manifest is not ours', async (file: string) => await writeFile(manifestBeside(file), '{"app":"other"}')],
  ])('refuses a backup %s, and nothing is changed', async (_name, damage) => {
    const name = await backUp()
    await damage(path.join(kitchen.backupDir, name, 'record.db'))
    await makeBatch(kitchen.api, productId)
    const before = await kitchen.api.history.verify({})
    const refused = await refusal(restore(name))
    expect(['db_corrupt', 'not_found', 'conflict']).toContain(refused.code)
    expect(refused.message).toMatch(/^[A-Z“t].+\.$/)
    expect(await kitchen.api.history.verify({})).toEqual(before)
    expect(await numbers()).toHaveLength(2)
    expect((await readdir(kitchen.dataDir)).filter((file) => /restore/.test(file))).toEqual([])
  })

  test.each(['../data/traceberry.db', '/etc/passwd', 'C:\\x.db', '..', 'nul\u0000', ''])(
    'of “%s” finds nothing to restore',
    async (name) => {
      await backUp()
      expect(['not_found', 'invalid_input']).toContain((await refusal(restore(name))).code)
    },
  )

  test('repeated with its request id is done once', async () => {
    const name = await backUp()
    const requestId = newId()
    const first = await kitchen.api.backups.restore({ requestId, name })
    await makeBatch(kitchen.api, productId)
    expect(await kitchen.api.backups.restore({ requestId, name })).toEqual(first)
    expect(await numbers()).toHaveLength(2)
  })

  test('goes on with operations that came in meanwhile', async () => {
    const name = await backUp()
    const [, list] = await Promise.all([restore(name), kitchen.api.batches.list({}), kitchen.api.pantry.lots({})])
    expect(list.rows).toHaveLength(1)
  })
})

test('a data folder that cannot be made is a sentence', async () => {
  kitchen = await openKitchen()
  const file = path.join(kitchen.folder, 'file')
  await writeFile(file, 'not a folder')
  await expect(openKitchen({ folder: file })).rejects.toThrow(/cannot be made here\. Check the disk/)
})

describe('a record that does not open', () => {
  beforeEach(async () => await openWithBatch())

  test('says so, keeps out every other operation, and can be restored', async () => {
    const name = await backUp()
    const file = path.join(kitchen.dataDir, 'traceberry.db')
    await kitchen.restart(async () => await writeFile(file, 'x'.repeat(5000)))
    const { problem } = await kitchen.api.system.state({})
    expect(problem).toMatch(/could not be opened/)
    expect(await refusal(kitchen.api.batches.list({}))).toMatchObject({ code: 'db_corrupt', message: problem })
    expect(await refusal(makeBatch(kitchen.api, productId))).toMatchObject({ code: 'db_corrupt' })
    expect(await kitchen.api.system.retry({ requestId: newId() })).toEqual({ problem })
    await restore(name)
    expect((await kitchen.api.system.state({})).problem).toBeNull()
    expect(await numbers()).toEqual(['SY-20260304-A'])
  })

  test('of another program is left untouched', async () => {
    const file = path.join(kitchen.dataDir, 'traceberry.db')
    const { default: Database } = await import('better-sqlite3')
    await kitchen.restart(async () => {
      await rm(file)
      const other = new Database(file)
      other.exec('CREATE TABLE recipes (x); PRAGMA user_version = 3')
      other.close()
    })
    const before = await readFile(file)
    expect((await kitchen.api.system.state({})).problem).toMatch(/another program/)
    expect(await readFile(file)).toEqual(before)
  })
})
