import { once } from 'node:events'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { startHost } from './host.ts'

test.use({ demo: false })

/* README, “Your data”, as a person follows it: back up, delete everything, restore, and every answer is the same. */
test('back up, delete everything, restore on the screen: the same traces and batches', async ({ page, kitchen }) => {
  test.setTimeout(300_000)
  const dataDir = path.join(kitchen.folder, 'own')
  const backups = path.join(kitchen.folder, 'stick')
  const start = async (...more: readonly string[]) => {
    const started = await startHost(['--data', dataDir, '--backups', backups, '--no-open', '--port', '0', ...more])
    await page.goto(started.url)
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
    return { ...started, origin: new URL(started.url).origin }
  }
  const stop = async ({ host }: Awaited<ReturnType<typeof start>>) => {
    await page.goto('about:blank')
    host.kill('SIGTERM')
    await once(host, 'exit')
  }

  const first = await start('--demo=story')
  const before = await answers(page, first.origin)
  expect(before.jar).toContain('Saturday farmers market')
  await page.goto(`${first.origin}/#/data`)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/^The backup is made and checked/)).toBeVisible()
  await stop(first)

  const [name = ''] = await readdir(backups)
  expect(await readdir(path.join(backups, name, 'Readable copy'))).toContain('Read me.html')
  await rm(dataDir, { recursive: true })

  const second = await start()
  await page.goto(`${second.origin}/#/data`)
  await page.getByRole('button', { name: /^Restore the backup of/ }).click()
  await page.getByRole('button', { name: 'Restore this backup' }).click()
  await expect(page.getByText(/^The backup is restored: 9 batches/)).toBeVisible()
  await page.getByRole('button', { name: 'Check the record' }).click()
  await expect(page.getByText('The record is whole')).toBeVisible()
  expect(await answers(page, second.origin)).toEqual(before)
  await stop(second)
})

/** What the screens say of a jar, of a lot and of all batches. */
async function answers(page: Page, origin: string): Promise<Record<'jar' | 'lot' | 'batches', string>> {
  const said = async (screen: string) => {
    await page.goto(`${origin}/#${screen}`)
    await expect(page.locator('main h1')).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(page.getByRole('treeitem').first()).toBeVisible()
    return await page.locator('main').innerText()
  }
  const jar = await said('/trace/batch/1/17')
  const lot = await said('/trace/lot/8')
  await page.goto(`${origin}/#/make`)
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  return { jar, lot, batches: await page.getByRole('table', { name: 'Batches made' }).innerText() }
}
