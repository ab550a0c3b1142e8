import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../main/db/open.ts'
import { createStore } from '../../main/db/store.ts'
import { openPieces } from '../../main/services/filePieces.ts'
import { createLargeFiles } from '../../main/services/largeFiles.ts'
import type { FileOut, Piece } from '../../shared/api/files.ts'
import { writeTenYears } from '../bench/kitchens/tenYears.ts'
import { everyWay, newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { wholeFile } from '../support/largeFile.ts'
import { receiveLot } from '../support/make.ts'

const period = { from: '2010-01-01', to: '2030-01-01' }

describe.each(everyWay)('a large file, %s', (way) => {
  let kitchen: TestKitchen
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-large-'))
    writeTenYears(path.join(folder, 'data/traceberry.db'), { factor: 0.05 })
    await writeFile(path.join(folder, 'data/backup-settings.json'), '{"afterWork":false,"onClosing":false}')
    kitchen = await openKitchen({ way, folder })
  }, 120_000)
  afterEach(() => expect(existsSync(leftOf(kitchen)), 'something of a file was left').toBe(false))
  afterAll(async () => await kitchen.close())

  test('comes in pieces, tells how far it is, and shows one state whatever is recorded meanwhile', async () => {
    const { api } = kitchen
    const told: Piece[] = []
    let isLater = false
    const file = await wholeFile(api, api.imports.exportAll({ format: 'zip' }), async (piece) => {
      told.push(piece)
      if (isLater || piece.step === 'copying') return
      isLater = true
      await receiveLot(api, { supplier: 'Came Later', receivedOn: '2026-03-20' })
    })
    const writing = told.filter(({ step }) => step === 'writing')
    expect(writing.length).toBeGreaterThan(1)
    expect(writing.map(({ left }) => left === 0)).toEqual(writing.map((_, at) => at === writing.length - 1))
    expect(writing.map(({ done }) => done)).toEqual(writing.map(({ done }) => done).toSorted((a, b) => a - b))
    expect([...linesOf(file)].filter((line) => line.includes('Came Later'))).toEqual([])

    const after = linesOf(await wholeFile(api, api.imports.exportAll({ format: 'zip' })))
    expect([...after].filter((line) => line.includes('Came Later'))).toHaveLength(2)
    expect([...linesOf(file)].filter((line) => !after.has(line))).toEqual([])
  }, 120_000)

  test('of events has those of every year once, in their order', async () => {
    const { api } = kitchen
    const eventsOf = async (from: string, to: string) => {
      const { base64 } = await wholeFile(api, api.records.epcis({ from, to }))
      const { epcisBody } = JSON.parse(Buffer.from(base64, 'base64').toString()) as {
        epcisBody: { eventList: { eventID: string; eventTime: string }[] }
      }
      return epcisBody.eventList
    }
    const events = await eventsOf(period.from, period.to)
    expect(events.length).toBeGreaterThan(1000)
    expect(new Set(events.map(({ eventTime }) => eventTime.slice(0, 4))).size).toBeGreaterThan(9)
    const years: typeof events = []
    for (let year = 2015; year < 2030; year += 1) years.push(...(await eventsOf(`${year}-01-01`, `${year}-12-31`)))
    expect(years).toEqual(events)
  }, 120_000)

  test('is stopped at any time, and then refused', async () => {
    const { api } = kitchen
    for (const asked of [0, 1, 2]) {
      const { fileId } = await api.records.fsma(period)
      let piece = 0
      while (piece < asked) if ((await api.files.next({ fileId, piece })).step === 'writing') piece += 1
      expect(await api.files.stop({ fileId })).toEqual({})
      expect((await refusal(api.files.next({ fileId, piece }))).code).toBe('not_found')
      expect(existsSync(leftOf(kitchen))).toBe(false)
      expect(await api.files.stop({ fileId })).toEqual({})
    }
  }, 120_000)

  test('is stopped while a piece of it is being made', async () => {
    const { api } = kitchen
    const { fileId } = await api.records.fsma(period)
    while ((await api.files.next({ fileId, piece: 0 })).step === 'copying');
    // Whether that piece still came is a matter of luck; none comes after it.
    await Promise.allSettled([api.files.next({ fileId, piece: 1 }), api.files.stop({ fileId })])
    expect((await refusal(api.files.next({ fileId, piece: 2 }))).code).toBe('not_found')
  }, 120_000)

  test('with a piece that was lost on its way is refused, not saved without it', async () => {
    const { api } = kitchen
    const { fileId } = await api.records.fsma(period)
    while ((await api.files.next({ fileId, piece: 0 })).step === 'copying');
    expect((await refusal(api.files.next({ fileId, piece: 0 }))).code).toBe('conflict')
    expect((await refusal(api.files.next({ fileId, piece: 1 }))).code).toBe('not_found')
  }, 120_000)

  test('ends with the core, and what a killed one left goes at the next start', async () => {
    const { fileId } = await kitchen.api.records.fsma(period)
    await kitchen.restart(async () => {
      expect(existsSync(leftOf(kitchen))).toBe(false)
      await mkdir(path.join(leftOf(kitchen), newId()), { recursive: true })
    })
    expect(existsSync(leftOf(kitchen))).toBe(false)
    expect((await refusal(kitchen.api.files.next({ fileId, piece: 0 }))).code).toBe('not_found')
  }, 120_000)
})

test('an inspector may have a large file', async () => {
  const { api, close } = await openKitchen({ demo: true })
  await api.desk.inspect({ requestId: newId() })
  expect((await wholeFile(api, api.records.fsma(period))).base64.length).toBeGreaterThan(1000)
  await close()
})

test('a file that nobody asks for any more is forgotten', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-forgotten-'))
  const file = path.join(folder, 'record.db')
  const store = createStore({
    file,
    open: () => openDatabase({ file }),
    describe: (error) => String(error),
    rescue: () => undefined,
    closed: () => undefined,
  })
  const files = createLargeFiles({ store, dataDir: folder, newId, openPieces, forgottenMs: 100 })
  const { fileId } = await files.begin({ what: 'everything', format: 'xlsx' }, { name: 'all.xlsx', mediaType: '' })
  expect(existsSync(path.join(folder, 'files.part', fileId))).toBe(true)
  await expect.poll(() => existsSync(path.join(folder, 'files.part'))).toBe(false)
  await expect(files.next(fileId, 0)).rejects.toMatchObject({ body: { code: 'not_found' } })

  const asked = await files.begin({ what: 'everything', format: 'zip' }, { name: 'all.zip', mediaType: '' })
  while ((await files.next(asked.fileId, 0)).step === 'copying') await wait(10)
  await files.close()
  await store.close()
  await rm(folder, { recursive: true })
})

function leftOf({ dataDir }: TestKitchen): string {
  return path.join(dataDir, 'files.part')
}

/** The lines of every table of an archive. */
function linesOf({ base64 }: FileOut): Set<string> {
  const tables = Object.values(unzipSync(Buffer.from(base64, 'base64')))
  return new Set(tables.flatMap((bytes) => strFromU8(bytes).split('\r\n')))
}
