import { once } from 'node:events'
import { newId } from '../support/kitchen.ts'
import { expect, test } from './fixtures.ts'
import { startHost } from './host.ts'
import { countingTypist } from './keyboard.ts'

/*
 * A power cut in the middle of typing: the host is killed, not stopped, and the page is gone on with where it was, with
 * at most the last field lost.
 */
test('what was typed survives the host being killed at once, and goes on', async ({ page, kitchen, complaints }) => {
  const dataDir = `${kitchen.folder}/other`
  const first = await startHost(['--data', dataDir, '--no-open', '--port', '0', '--demo=story'])
  await page.goto(first.url)
  await page
    .getByRole('link', { name: /Strawberry jam/ })
    .first()
    .click()
  const made = page.getByLabel('Made', { exact: true })
  await expect(made).toBeFocused()
  const hands = await countingTypist(page)
  await hands.type('31')
  await hands.press('Enter')
  await expect(page.getByLabel('Discarded', { exact: true })).toBeFocused()
  await hands.type('2')
  await expect(page.getByLabel('Why discarded')).toBeVisible()
  await hands.press('Enter')
  await expect(page.getByLabel('Set aside', { exact: true })).toBeFocused()
  await hands.press('Enter')
  await expect(page.getByLabel('Why discarded')).toBeFocused()
  await hands.type('s')
  // The note is the field being typed in.
  await page.getByLabel('Note').focus()
  await hands.type('set slow')
  first.host.kill('SIGKILL')
  await page.waitForTimeout(200)
  await page.goto('about:blank')

  const second = await startHost(['--data', dataDir, '--no-open', '--port', '0', '--demo=story'])
  await page.goto(second.url)
  const draft = page.getByRole('link', { name: /Strawberry jam, not saved/ })
  await expect(draft).toBeVisible()
  await draft.click()
  await expect(page.getByLabel('Made', { exact: true })).toHaveValue('31')
  await expect(page.getByLabel('Discarded', { exact: true })).toHaveValue('2')
  await expect(page.getByLabel('Why discarded')).toHaveValue('spilled')
  const note = await page.getByLabel('Note').inputValue()
  expect('set slow'.startsWith(note)).toBe(true)

  // Thrown away and had back, then saved: it is gone from the list.
  await page.getByRole('navigation').getByRole('link', { name: 'Make' }).click()
  await page.getByRole('button', { name: 'Throw away' }).click()
  await expect(draft).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(draft).toHaveCount(1)
  await page.goto('about:blank')
  second.host.kill('SIGTERM')
  await once(second.host, 'exit')
  // The browser’s own words for a server that is gone.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/net::ERR_/.test(text)))
})

test('a form stays while the core does not answer what the page asks again', async ({ page, kitchen, complaints }) => {
  await kitchen.open('/pantry/receive')
  const from = page.getByRole('combobox', { name: 'Bought from' })
  await from.fill('Valley Farm')
  await page.route('**/api/*', async (route) => await route.abort())
  const asked = page.waitForRequest('**/api/system.state')
  await kitchen.api.crew.savePerson({ requestId: newId(), name: 'Ana', active: true })
  await (await asked).response()
  await page.waitForTimeout(500)
  await expect(from).toHaveValue('Valley Farm')
  // The browser’s own words for a call that failed.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/net::ERR_/.test(text)))
})

test('a form whose save fails keeps what was typed, also through a reload, and is saved when the core is back', async ({
  page,
  kitchen,
  complaints,
}) => {
  const dataDir = `${kitchen.folder}/other`
  const start = async (port: string) =>
    await startHost(['--data', dataDir, '--no-open', '--port', port, '--demo=story'])
  const first = await start('0')
  const { origin, port } = new URL(first.url)
  await page.goto(first.url)
  await page.goto(`${origin}/#/pantry/receive`)
  await page.getByLabel('Bought from').fill('Valley Farm')
  await page.getByLabel('Ingredient, line 1').fill('Strawberries')
  await page.getByLabel('Quantity, line 1').fill('8 lb')
  first.host.kill('SIGKILL')
  await once(first.host, 'exit')
  await page.getByRole('button', { name: 'Save the trip' }).click()
  await expect(page.getByText(/is not answering.+What you typed is still here/).first()).toBeVisible()
  await expect(page.getByLabel('Quantity, line 1')).toHaveValue('8 lb')

  const second = await start(port)
  await page.goto(second.url)
  await page.goto(`${origin}/#/pantry/receive`)
  await expect(page.getByText('What was typed here and not saved is here again.')).toBeVisible()
  await expect(page.getByLabel('Bought from')).toHaveValue('Valley Farm')
  await expect(page.getByLabel('Quantity, line 1')).toHaveValue('8 lb')
  await page.getByRole('button', { name: 'Save the trip' }).click()
  await expect(page.getByText('Received 1 lot from Valley Farm.')).toBeVisible()
  await page.goto(`${origin}/#/pantry/receive`)
  await expect(page.getByLabel('Bought from')).toHaveValue('')

  // What nobody wants any more goes with one button.
  await page.goto(`${origin}/#/products/new`)
  await page.getByLabel('Name', { exact: true }).fill('Plum butter')
  await page.reload()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Plum butter')
  // The offer stays, whatever time goes by, and what is typed and taken out again is not kept.
  await page.waitForTimeout(9000)
  await page.getByRole('button', { name: 'Start afresh' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('')
  await page.goto(`${origin}/#/pantry/receive`)
  const note = page.getByLabel('Note')
  await note.fill('V')
  await note.fill('')
  await page.reload()
  await expect(note).toHaveValue('')
  await expect(page.getByText('is here again')).toHaveCount(0)
  await page.goto('about:blank')
  second.host.kill('SIGTERM')
  await once(second.host, 'exit')
  // The browser’s own words for a server that is gone, and for one that does not know it yet.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/net::ERR_|status of 401/.test(text)))
})

test('what goes out, what came back and a changed recipe are there again after a reload', async ({ page, kitchen }) => {
  const again = page.getByText('What was typed here and not saved is here again.')
  await kitchen.open('/send')
  await page.getByLabel('Where to').fill('Harvest fair')
  await page.getByLabel('Units of Strawberry jam that go').fill('5')
  await page.reload()
  await expect(again).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start afresh' })).toBeInViewport({ ratio: 1 })
  await expect(page.getByLabel('Where to')).toHaveValue('Harvest fair')
  await expect(page.getByLabel('Units of Strawberry jam that go')).toHaveValue('5')
  await page.getByRole('button', { name: 'Send out' }).click()
  await expect(page.getByText('Sent 5 units to Harvest fair.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Where to')).toHaveValue('')

  const countKey = page
    .getByRole('region', { name: /market/i })
    .getByText('F8')
    .first()
  await expect(countKey).toBeVisible()
  await page.keyboard.press('F8')
  await page.getByLabel('Strawberry jam that came back').fill('2')
  await page.reload()
  await expect(countKey).toBeVisible()
  await page.keyboard.press('F8')
  await expect(page.getByLabel('Strawberry jam that came back')).toHaveValue('2')

  await kitchen.open('/products/1')
  await page.getByLabel('Name', { exact: true }).fill('Strawberry jam, low sugar')
  await page.reload()
  await expect(again).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Strawberry jam, low sugar')
  // Another product is not what was typed over this one, nor is a new one.
  await kitchen.open('/products/new')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('')
})

test('several pages can be begun, and one that nobody touched leaves nothing', async ({ page, kitchen }) => {
  for (const name of [/Strawberry jam/, /Hot sauce/]) {
    await kitchen.open('/')
    await page.getByRole('link', { name }).first().click()
    await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
    await page.getByLabel('Note').fill('begun')
  }
  await kitchen.open('/')
  await page
    .getByRole('link', { name: /Strawberry jam/ })
    .first()
    .click()
  await expect(page.getByLabel('Made', { exact: true })).toBeFocused()
  await kitchen.open('/')
  await expect(page.getByRole('link', { name: /not saved/ })).toHaveCount(2)
})
