import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startCore } from '../../main/core.ts'
import type { App } from '../../main/hostServices.ts'
import { createClient } from '../../shared/api/client.ts'
import type { Api } from '../../shared/api/contract.ts'
import { starters } from '../../shared/api/designs.ts'
import { bareHost, newId, runJob } from '../support/kitchen.ts'

/* A file opened from the file manager: a record packed for another computer, or something else. */
let folder: string
let core: App
let api: Api
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'traceberry-opened-'))
  const [dataDir, backupDir] = [path.join(folder, 'data'), path.join(folder, 'backups')]
  core = await startCore({ dataDir, backupDir, demo: 'story', host: bareHost, runJob })
  api = createClient(core.dispatch)
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

test('a label is offered with what is in it, and taken from there', async () => {
  const [starter] = starters
  const { design } = await api.designs.starter({ starter })
  const { designId } = await api.designs.save({ requestId: newId(), design: { ...design, name: 'Ours' } })
  const { name, base64 } = await api.designs.file({ designId })
  const file = path.join(folder, name)
  await writeFile(file, Buffer.from(base64, 'base64'))
  core.open(file)
  const { file: opened } = await api.system.opened({})
  const taken = await api.designs.take({ requestId: newId(), text: opened?.kind === 'label' ? opened.text : '' })
  expect((await api.designs.get({ designId: taken.designId })).design.elements).toEqual(design.elements)
})

test.each(['notes.traceberry', 'gone.traceberry', 'photo.jpg', 'notes.traceberry-label', 'gone.traceberry-label'])(
  '%s is said to be nothing to open',
  async (name) => {
    const file = path.join(folder, name)
    if (!name.startsWith('gone')) await writeFile(file, 'TBRY and then nothing')
    core.open(file)
    const { file: opened } = await api.system.opened({})
    expect(opened).toMatchObject({ kind: 'unreadable', name })
    expect(opened).toHaveProperty('message', expect.stringMatching(/Try another|Choose another/))
  },
)
