import { once } from 'node:events'
import { expect, test } from './fixtures.ts'
import { startHost } from './host.ts'
import { countingTypist } from './keyboard.ts'

/*
 * A power cut in the middle of typing: the host is killed, not stopped, and the page is gone on with where it was, with
 * at most the last field lost.
 */
test('what was typed survives the host being killed at once, and goes on', async ({ page, kitchen, complaints }) => {
  test.setTimeout(120_000)
  const dataDir = `${kitchen.folder}/other`
  const first = await startHost(['--data', dataDir, '--no-open', '--port', '0', '--demo'])
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

  const second = await startHost(['--data', dataDir, '--no-open', '--port', '0', '--demo'])
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
