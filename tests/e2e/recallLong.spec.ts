import { once } from 'node:events'
import path from 'node:path'
import { writeOneLot } from '../bench/kitchens/adversarial.ts'
import { expect, test } from './fixtures.ts'
import { startHost } from './host.ts'

test.use({ demo: false })

/* A bag in 230 batches: 200 are listed, all are counted, and the others shown when asked for. */
test('a recall of hundreds of batches counts them all, and shows them all when asked', async ({ page, kitchen }) => {
  const dataDir = path.join(kitchen.folder, 'long')
  writeOneLot(path.join(dataDir, 'traceberry.db'), 230)
  await page.goto('about:blank')
  const { host, url } = await startHost(['--data', dataDir, '--no-open', '--port', '0'])
  await page.goto(url)
  await page.goto(`${new URL(url).origin}/#/recall`)
  await page.getByLabel('Supplier', { exact: true }).selectOption({ index: 1 })

  const affected = page.getByRole('region', { name: 'Affected', exact: true })
  await expect(affected.getByRole('heading', { name: 'Affected 230 batches' })).toBeVisible()
  await affected.getByRole('button', { name: 'Show 50 more of 220' }).click()
  for (const left of [170, 120, 70]) await affected.getByRole('button', { name: `more of ${left}` }).click()
  await expect(affected.getByRole('listitem').filter({ hasText: 'made ' })).toHaveCount(200)
  await affected.getByRole('button', { name: 'Show all 230' }).click()
  await affected.getByRole('button', { name: 'Show 20 more of 20' }).click()
  await expect(affected.getByRole('listitem').filter({ hasText: 'made ' })).toHaveCount(230)

  await page.getByRole('button', { name: 'Show all 230' }).click()
  const went = page.getByRole('table', { name: 'Where they went' })
  await expect(went.getByRole('cell', { name: 'affected' })).toHaveCount(200)
  await page.getByRole('button', { name: 'Show 30 more' }).click()
  await expect(went.getByRole('cell', { name: 'affected' })).toHaveCount(230)

  await page.goto('about:blank')
  host.kill('SIGTERM')
  await once(host, 'exit')
})
