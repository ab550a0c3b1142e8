import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startCore } from '../../main/core.ts'
import type { App } from '../../main/hostServices.ts'
import { createClient } from '../../shared/api/client.ts'
import { type Api, contract } from '../../shared/api/contract.ts'
import { bareHost, newId, runJob } from '../support/kitchen.ts'

/* A file opened from the file manager: a record packed for another computer, or something else. */
let folder: string
let core: App
let api: Api
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traceberry-opened-'))
  const [dataDir, backupDir] = [path.join(folder, 'data'), path.join(folder, 'backups')]
  core = await startCore({ dataDir, backupDir, demo: true, host: bareHost, runJob })
  api = createClient(contract, core.dispatch)
})
afterEach(async () => {
  await core.close()
  await rm(folder, { recursive: true, force: true })
})

test('a packed record is offered by its name until it was looked at, and can be previewed from where it lies', async () => {
  const { file } = await api.backups.pack({ requestId: newId(), passphrase: '' })
  const told: string[] = []
  core.onNotice(({ changed }) => told.push(...changed))
  core.open(file ?? '')
  expect(told).toEqual(['system.opened'])
  const name = path.basename(file ?? '')
  expect(await api.system.opened({})).toEqual({ file: { kind: 'backup', name } })
  expect((await api.backups.preview({ name })).backup.name).toBe(name)
  await api.system.openedSeen({ requestId: newId() })
  expect(await api.system.opened({})).toEqual({ file: null })
})

test.each(['notes.traceberry', 'gone.traceberry', 'photo.jpg'])('%s is said to be no backup', async (name) => {
  const file = path.join(folder, name)
  if (!name.startsWith('gone')) await writeFile(file, 'TBRY and then nothing')
  core.open(file)
  expect(await api.system.opened({})).toEqual({ file: { kind: 'unreadable', name } })
})
