import { readdir, rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { newId, openKitchen } from '../support/kitchen.ts'

const NOTICE = { itemId: 2, receivedFrom: '2026-02-28', receivedTo: '2026-03-05' }

/* README, “Your data”, step by step: back up, delete everything, restore, and every answer is the same. */
test('back up, delete everything, restore: the same trace, the same recall, and no number twice', async () => {
  const kitchen = await openKitchen({ demo: true })
  let { api } = kitchen
  const answers = async () => ({
    jar: await api.trace.find({ text: 'SJ-20260304-A-017' }),
    trace: await api.trace.list({ node: { kind: 'batch', id: 1 }, direction: 'backward' }),
    forward: await api.trace.list({ node: { kind: 'lot', id: 8 }, direction: 'forward' }),
    // The history goes on, so its last hash is another one.
    recall: { ...(await api.recall.scope(NOTICE)), auditHash: '' },
    batches: (await api.batches.list({ limit: 200 })).rows.map(({ lotNumber }) => lotNumber),
  })
  const before = await answers()
  const { name } = await api.backups.make({ requestId: newId() })
  await kitchen.close(false)
  await rm(kitchen.dataDir, { recursive: true })
  // The computer is new: nothing but the backup folder is there.
  const again = await openKitchen({ folder: kitchen.folder })
  expect((await again.api.batches.list({})).rows).toEqual([])
  expect((await again.api.backups.list({})).backups.map((backup) => backup.name)).toEqual([name])
  await again.api.backups.restore({ requestId: newId(), name })
  expect(await readdir(kitchen.dataDir)).toContain('traceberry.db')
  api = again.api
  expect(await answers()).toEqual(before)
  expect((await again.api.history.verify({})).problems).toEqual([])
  await again.close()
})
