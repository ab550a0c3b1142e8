import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../main/db/open.ts'
import { createStore, type Store } from '../../main/db/store.ts'
import { unitOfWork } from '../../main/db/unitOfWork.ts'
import { inOneState, type ReadPart } from '../../main/services/inOneState.ts'
import { partsOfPeriod } from '../../main/services/longSheets.ts'
import { addDays, daysBetween } from '../../shared/domain/day.ts'
import { newId } from '../support/kitchen.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traceberry-parts-'))
  const file = path.join(folder, 'record.db')
  store = createStore({
    file,
    open: () => openDatabase({ file }),
    describe: (error) => String(error),
    rescue: () => undefined,
    closed: () => undefined,
  })
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

test('reads in parts: others are answered between two of them', async () => {
  const order: string[] = []
  await inOneState(store, async (read) => {
    await read(async (db) => await db.selectFrom('setting').selectAll().execute())
    await store.read(async () => void (await Promise.resolve(order.push('another'))))
    order.push('second part')
    return await settings(read)
  })
  expect(order).toEqual(['another', 'second part'])
})

test('what was recorded between two parts begins the work again, so that all parts see one state', async () => {
  let attempts = 0
  const seen = await inOneState(store, async (read) => {
    attempts += 1
    const first = await settings(read)
    if (attempts === 1) await record()
    return [first, await settings(read)]
  })
  expect(attempts).toBe(2)
  expect(seen).toEqual([1, 1])
})

test('where something is recorded all the time, the others wait at the third attempt', async () => {
  let attempts = 0
  const saving: Promise<unknown>[] = []
  const seen = await inOneState(store, async (read) => {
    attempts += 1
    const first = await settings(read)
    saving.push(record())
    if (attempts < 3) await Promise.all(saving)
    return [first, await settings(read)]
  })
  await Promise.all(saving)
  expect(attempts).toBe(3)
  expect(seen).toEqual([2, 2])
  expect(await settings(async (part) => await store.read(part))).toBe(3)
})

test('any other failure is not tried again', async () => {
  let attempts = 0
  const work = async () => {
    attempts += 1
    return await Promise.reject(new Error('a full disk'))
  }
  await expect(inOneState(store, work)).rejects.toThrow('a full disk')
  expect(attempts).toBe(1)
})

test.each([
  ['2026-03-01', '2026-03-01'],
  ['2026-01-01', '2026-12-31'],
  ['2010-01-01', '2030-01-01'],
  ['0001-01-01', '9999-12-31'],
])('the parts of %s to %s are all its days, each once', (from, to) => {
  const parts = partsOfPeriod({ from, to })
  expect(parts[0]?.from).toBe(from)
  expect(parts.at(-1)?.to).toBe(to)
  expect(parts.length).toBeLessThanOrEqual(128)
  for (const [at, part] of parts.entries()) {
    expect(daysBetween(part.from, part.to)).toBeGreaterThanOrEqual(0)
    if (at > 0) expect(part.from).toBe(addDays(parts[at - 1]?.to ?? '', 1))
  }
})

async function settings(read: ReadPart): Promise<number> {
  return await read(async (db) => (await db.selectFrom('setting').selectAll().execute()).length)
}

/** One change, in the history as all are. */
async function record(): Promise<void> {
  const command = { op: 'test', requestId: newId(), actor: 'kitchen', at: '2026-03-04T00:00:00.000Z', input: {} }
  await unitOfWork(store, command, async ({ db }) => {
    await db.insertInto('setting').values({ name: newId(), value: '1' }).execute()
    return null
  })
}
