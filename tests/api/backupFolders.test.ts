import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
let productId: number
/** What the picker gives next. */
let picked: string | null
const picker = {
  capabilities: {
    printToPdf: false,
    pickFolder: true,
    showFolder: false,
    openAtLogin: false,
    install: false,
    changeKitchen: false,
  },
  pickFolder: async () => await Promise.resolve(picked),
}

beforeEach(async () => {
  picked = null
  kitchen = await openKitchen({ host: picker })
  await receiveLot(kitchen.api)
  productId = await addProduct(kitchen.api)
  await makeBatch(kitchen.api, productId)
})
afterEach(async () => await kitchen.close())

async function backUp() {
  return await kitchen.api.backups.make({ requestId: newId() })
}

async function numbers(): Promise<string[]> {
  return (await kitchen.api.batches.list({})).rows.map(({ lotNumber }) => lotNumber)
}

async function addFolder(name: string): Promise<string> {
  picked = path.join(kitchen.folder, name)
  await mkdir(picked, { recursive: true })
  await kitchen.api.backups.addFolder({ requestId: newId() })
  return picked
}

describe('several folders', () => {
  test('each get every backup', async () => {
    const stick = await addFolder('stick')
    const { name, problems } = await backUp()
    expect(problems).toEqual([])
    expect(await readdir(stick)).toEqual([name])
    expect((await kitchen.api.backups.list({})).backups).toMatchObject([{ name, folders: [kitchen.backupDir, stick] }])
  })

  test('a stick that is pulled says so, is not made a folder of, and the others get theirs', async () => {
    const stick = await addFolder('stick')
    await rm(stick, { recursive: true })
    const { problems } = await backUp()
    expect(problems).toEqual([`${stick} is not there. Plug the stick in or connect the drive, then back up again.`])
    const { folders, backups } = await kitchen.api.backups.list({})
    expect(folders.map(({ problem }) => problem === null)).toEqual([true, false])
    expect(backups).toHaveLength(1)
    expect(await readdir(kitchen.folder)).not.toContain('stick')
    await mkdir(stick)
    expect((await backUp()).problems).toEqual([])
    expect((await kitchen.api.backups.list({})).folders.every(({ problem }) => problem === null)).toBe(true)
  })

  test('when none can be reached no backup is made, and that is said', async () => {
    const stick = await addFolder('stick')
    await kitchen.api.backups.removeFolder({ requestId: newId(), folder: kitchen.backupDir })
    await rm(stick, { recursive: true })
    expect(await refusal(backUp())).toMatchObject({
      code: 'db_full',
      message: expect.stringMatching(/^No backup was made/),
    })
    expect(await refusal(kitchen.api.backups.removeFolder({ requestId: newId(), folder: stick }))).toMatchObject({
      code: 'rule_violation',
    })
  })

  test('a backup that is damaged in one is restored from the other', async () => {
    const stick = await addFolder('stick')
    const { name } = await backUp()
    const file = path.join(kitchen.backupDir, name, 'record.db')
    const bytes = await readFile(file)
    bytes[5000] = (bytes[5000] ?? 0) ^ 4
    await writeFile(file, bytes)
    await kitchen.api.backups.restore({ requestId: newId(), name })
    expect(await numbers()).toEqual(['SY-20260304-A'])
    expect(await readdir(stick)).toContain(name)
  })

  test('the folder of the record is refused as one', async () => {
    picked = kitchen.dataDir
    expect(await refusal(kitchen.api.backups.addFolder({ requestId: newId() }))).toMatchObject({
      code: 'invalid_input',
    })
  })
})

describe('a backup', () => {
  test('carries a page and tables that need no app', async () => {
    const [lot] = await kitchen.api.shipping.stock({})
    await sendUnits(kitchen.api, lot?.lotId ?? 0, 4)
    const { name } = await backUp()
    const readable = path.join(kitchen.backupDir, name, 'Readable copy')
    const page = await readFile(path.join(readable, 'Read me.html'), 'utf8')
    for (const said of ['SY-20260304-A', 'Costco Main St', 'Saturday farmers market', 'units 001 to 004'])
      expect(page).toContain(said)
    const table = parse(await readFile(path.join(readable, 'ingredients used.csv'), 'utf8'), {
      bom: true,
      columns: true,
    })
    expect(table).toMatchObject([
      { lot_number: 'SY-20260304-A', ingredient: 'Sugar', quantity: '1 lb', supplier: 'Costco Main St' },
    ])
    expect((await readdir(readable)).toSorted()).toEqual([
      'Read me.html',
      'batches.csv',
      'ingredients used.csv',
      'lots.csv',
      'sent out.csv',
    ])
  })

  test('is previewed with what the present has that it lacks', async () => {
    const { name } = await backUp()
    expect(await kitchen.api.backups.preview({ name })).toMatchObject({ present: 'same', lacking: 0, newest: [] })
    await makeBatch(kitchen.api, productId)
    const preview = await kitchen.api.backups.preview({ name })
    expect(preview).toMatchObject({ present: 'later', lacksLots: ['SY-20260304-B'], lacking: 1 })
    expect(preview.newest.map(({ what }) => what)).toEqual(['Recorded batch SY-20260304-B, 10 made'])
  })

  test('of another kitchen is previewed as that', async () => {
    const other = await openKitchen()
    await receiveLot(other.api, { supplier: 'Another' })
    const { name } = await other.api.backups.make({ requestId: newId() })
    await rename(path.join(other.backupDir, name), path.join(kitchen.folder, name))
    picked = kitchen.folder
    expect(await kitchen.api.backups.lookIn({ requestId: newId() })).toMatchObject({ found: 1 })
    expect(await kitchen.api.backups.preview({ name })).toMatchObject({ present: 'other' })
    await other.close()
  })

  test('is tried out without changing anything', async () => {
    expect(await refusal(kitchen.api.backups.test({ requestId: newId() }))).toMatchObject({ code: 'not_found' })
    const { name } = await backUp()
    const before = await readdir(kitchen.dataDir)
    expect(await kitchen.api.backups.test({ requestId: newId() })).toEqual({ name, batches: 1 })
    expect(await readdir(kitchen.dataDir)).toEqual(before)
    expect((await kitchen.api.backups.list({})).lastTest).toMatchObject({ name })
  })

  test('that was interrupted leaves nothing that counts, and is cleared away by the next', async () => {
    const left = path.join(kitchen.backupDir, 'traceberry-2026-03-01T10-00-00.part')
    await mkdir(left, { recursive: true })
    await writeFile(path.join(left, 'record.db'), 'half')
    expect((await kitchen.api.backups.list({})).backups).toEqual([])
    const { name } = await backUp()
    expect(await readdir(kitchen.backupDir)).toEqual([name])
  })
})

describe('a sealed backup', () => {
  const passphrase = 'four plain words here'

  async function sealedBackup(): Promise<string> {
    await kitchen.api.backups.seal({ requestId: newId(), passphrase })
    return (await backUp()).name
  }

  /** Another computer has no key of its own. */
  async function forgetKey(): Promise<void> {
    await kitchen.restart(async () => await rm(path.join(kitchen.dataDir, 'backup-settings.json')))
  }

  async function restore(name: string, given: string | null) {
    return await kitchen.api.backups.restore({ requestId: newId(), name, passphrase: given })
  }

  test('tells nothing of what is in it', async () => {
    const name = await sealedBackup()
    const folder = path.join(kitchen.backupDir, name)
    expect((await readdir(folder)).toSorted()).toEqual(['manifest.json', 'record.traceberry'])
    for (const file of await readdir(folder)) {
      const bytes = await readFile(path.join(folder, file), 'latin1')
      for (const secret of ['SY-20260304', 'Costco', 'SQLite format', passphrase]) expect(bytes).not.toContain(secret)
    }
  })

  test('opens by itself here, and elsewhere with the passphrase only', async () => {
    const name = await sealedBackup()
    await restore(name, null)
    await forgetKey()
    expect(await refusal(restore(name, null))).toMatchObject({ code: 'invalid_input' })
    await restore(name, passphrase)
    expect(await numbers()).toEqual(['SY-20260304-A'])
  })

  test('refuses a wrong passphrase and a changed byte in the same words', async () => {
    const name = await sealedBackup()
    const file = path.join(kitchen.backupDir, name, 'record.traceberry')
    await forgetKey()
    const wrong = await refusal(restore(name, 'another four words'))
    const bytes = await readFile(file)
    const packed = path.join(kitchen.backupDir, 'Moved.traceberry')
    for (const at of [bytes.length - 1, bytes.length - 5000, bytes.length - 17]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      await writeFile(packed, changed)
      expect(await refusal(restore('Moved.traceberry', passphrase))).toEqual(wrong)
    }
    expect(wrong.message).toMatch(/cannot be opened/)
  })

  test('leaves no passphrase in the history, the log or the settings', async () => {
    const name = await sealedBackup()
    await restore(name, passphrase)
    await kitchen.api.backups.pack({ requestId: newId(), passphrase })
    await kitchen.restart()
    const files = (await readdir(kitchen.dataDir, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    )
    const texts = await Promise.all(
      files.map(async (entry) => await readFile(path.join(entry.parentPath, entry.name), 'latin1')),
    )
    expect(texts.length).toBeGreaterThan(2)
    expect(texts.filter((text) => text.includes(passphrase))).toEqual([])
  })

  test('needs a passphrase worth the name', async () => {
    expect(await refusal(kitchen.api.backups.seal({ requestId: newId(), passphrase: 'short' }))).toMatchObject({
      fields: { passphrase: expect.stringMatching(/8 characters/) },
    })
  })
})

describe('one file for another computer', () => {
  test.each([null, 'four plain words here'])('opens there, with passphrase %s', async (passphrase) => {
    picked = path.join(kitchen.folder, 'stick')
    await mkdir(picked)
    const { file } = await kitchen.api.backups.pack({ requestId: newId(), passphrase })
    expect(await readdir(picked)).toEqual([path.basename(file ?? '')])
    const other = await openKitchen()
    await mkdir(other.backupDir, { recursive: true })
    const name = 'From my old laptop.traceberry'
    await rename(file ?? '', path.join(other.backupDir, name))
    expect((await other.api.backups.list({})).backups).toMatchObject([{ name, batches: 1 }])
    await other.api.backups.restore({ requestId: newId(), name, passphrase })
    expect((await other.api.batches.list({})).rows.map(({ lotNumber }) => lotNumber)).toEqual(['SY-20260304-A'])
    const { lotNumber } = await makeBatch(other.api, productId)
    expect(lotNumber).toBe('SY-20260304-B')
    await other.close()
  })
})

describe('by itself', () => {
  async function automatic(): Promise<TestKitchen> {
    const own = await openKitchen({ automaticBackups: true })
    await receiveLot(own.api)
    return own
  }

  async function whys(of: TestKitchen): Promise<string[]> {
    return (await of.api.backups.list({})).backups.map(({ why }) => why)
  }

  test('a kitchen is backed up when it is closed, but only when something is new', async () => {
    const own = await automatic()
    expect((await own.api.backups.list({})).unsaved).toBe(true)
    await own.restart()
    expect(await whys(own)).toEqual(['on closing'])
    expect((await own.api.backups.list({})).unsaved).toBe(false)
    await own.restart()
    expect(await whys(own)).toEqual(['on closing'])
    await own.close()
  })

  test('what was recorded is backed up before a restore', async () => {
    const own = await automatic()
    const { name } = await own.api.backups.make({ requestId: newId() })
    own.setNow('2026-03-28T15:10:00.000Z')
    await receiveLot(own.api, { ingredient: 'Pectin', quantity: '2 oz' })
    await own.api.backups.restore({ requestId: newId(), name })
    expect(await whys(own)).toEqual(['before a restore', 'asked for'])
    await own.close()
  })

  test('only so many are kept, and never one that was asked for goes', async () => {
    await kitchen.api.backups.schedule({
      requestId: newId(),
      afterWork: false,
      onClosing: true,
      quietMinutes: 10,
      hourly: 2,
      daily: 1,
      monthly: 1,
    })
    await backUp()
    for (const hour of ['16', '17', '18', '19']) {
      kitchen.setNow(`2026-03-28T${hour}:00:00.000Z`)
      await receiveLot(kitchen.api)
      await kitchen.restart()
    }
    const { backups } = await kitchen.api.backups.list({})
    expect(backups.map(({ at, why }) => `${at.slice(11, 13)} ${why}`)).toEqual([
      '19 on closing',
      '18 on closing',
      '15 asked for',
    ])
  })

  test('the demo kitchen is not', async () => {
    const demo = await openKitchen({ demo: true, automaticBackups: true })
    await demo.restart()
    expect(await whys(demo)).toEqual([])
    await demo.close()
  })
})
