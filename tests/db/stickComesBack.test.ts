import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { createAutomaticBackups } from '../../main/backup/automatic.ts'
import { backupSettingsFile } from '../../main/backup/settings.ts'

test('a stick that was away gets a backup once it is back, and only then', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-stick-'))
  const away = new Set(['/media/stick'])
  const made: string[] = []
  const automatic = createAutomaticBackups({
    settings: backupSettingsFile(folder),
    hasNewWork: async () => await Promise.resolve(false),
    make: async (why) => void made.push(await Promise.resolve(why)),
    test: async () => await Promise.resolve(),
    now: () => '2026-03-28T15:00:00.000Z',
    missing: () => [...away],
    failed: (error) => made.push(String(error)),
    lookEveryMs: 5,
  })
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(made).toEqual([])
  away.clear()
  await vi.waitFor(() => expect(made).toEqual(['after work']))
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(made).toEqual(['after work'])
  await automatic.beforeClosing()
  await rm(folder, { recursive: true })
})
