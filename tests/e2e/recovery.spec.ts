import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expectReadable } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { startHost } from './host.ts'
import { typist } from './keyboard.ts'

test.use({ demo: false })

/* README, “Your data”: the record is damaged beyond opening, and a person gets it back with the keyboard. */
test('a record that does not open says why, can be read by everyone, and is restored', async ({ page, kitchen }) => {
  const dataDir = path.join(kitchen.folder, 'other')
  const start = async () =>
    await startHost([
      '--data',
      dataDir,
      '--backups',
      path.join(kitchen.folder, 'kept'),
      '--no-open',
      '--port',
      '0',
      '--demo=story',
    ])
  const first = await start()
  await page.goto(first.url)
  await page.goto(`${new URL(first.url).origin}/#/data`)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText(/^The backup is made and checked/)).toBeVisible()
  await page.goto('about:blank')
  first.host.kill('SIGTERM')
  await once(first.host, 'exit')
  await writeFile(path.join(dataDir, 'traceberry.db'), 'x'.repeat(5000))

  const second = await start()
  await page.goto(second.url)
  await expect(page.getByText(/could not be opened/).first()).toBeVisible()
  await expectReadable(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  const hands = typist(page)
  await hands.activate(/^Restore the backup of/)
  await hands.activate('Restore this backup')
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^SJ-20260327-A/ })).toBeVisible()
  await page.goto(`${new URL(second.url).origin}/#/trace/batch/1/17`)
  await expect(page.getByText('Saturday farmers market, Mar 7, 2026').first()).toBeVisible()
  await page.goto('about:blank')
  second.host.kill('SIGTERM')
  await once(second.host, 'exit')
})
