import { once } from 'node:events'
import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'
import { apiOf, startHost } from './host.ts'

test('a page that is open while Traceberry is started again says so, and follows the record once it is let in', async ({
  page,
  context,
  kitchen,
  complaints,
}) => {
  const start = async (port: string) =>
    await startHost(['--data', `${kitchen.folder}/other`, '--no-open', '--port', port, '--demo=story'])
  const first = await start('0')
  const { origin, port } = new URL(first.url)
  await page.goto(first.url)
  await page.goto(`${origin}/#/pantry`)
  const line = page.getByLabel('A bag that came in, in one line')
  await expect(line).toBeVisible()
  const refused = page.waitForResponse((response) => response.url().endsWith('/events') && response.status() === 401)
  first.host.kill('SIGKILL')
  await once(first.host, 'exit')
  const second = await start(port)
  await refused
  await line.fill('straw 8 lb valley')
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await expect(page.getByText(/^Traceberry was started again\. Open its new window/)).toBeVisible()
  await expect(line).toHaveValue('straw 8 lb valley')

  const other = await context.newPage()
  await other.goto(second.url)
  await other.close()
  await page.getByRole('button', { name: 'Receive', exact: true }).click()
  await expect(page.getByText('Received 8 lb of Strawberries from Valley Farm.')).toBeVisible()
  await apiOf(origin, second.token).pantry.receive({
    requestId: newId(),
    receivedOn: '2026-03-04',
    lines: [{ ingredient: 'Quinces', quantity: '3 lb' }],
  })
  await expect(page.getByText('Quinces').first()).toBeVisible()
  await page.goto('about:blank')
  second.host.kill('SIGTERM')
  await once(second.host, 'exit')
  // The browser’s own words for a server that is gone, and for one that does not know it yet.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/net::ERR_|status of 401/.test(text)))
})
