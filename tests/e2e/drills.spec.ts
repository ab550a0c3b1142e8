import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { newId } from '../support/kitchen.ts'
import { countingTypist } from './keyboard.ts'

test('a drill from the seed to the signature', async ({ page, kitchen }) => {
  const { api } = kitchen
  // A seed that draws a batch that went to a place with a contact.
  let seed = 1000
  for (let drill; !drill?.counts.length || !drill.contacts.some(({ contact }) => contact !== '');) {
    seed += 1
    const { drillId } = await api.drills.start({ requestId: crypto.randomUUID(), seed })
    await api.drills.findScope({ requestId: crypto.randomUUID(), drillId })
    drill = (await api.recalls.get({ recallId: drillId })).drill
  }
  await kitchen.open('/recall')
  await page.getByRole('link', { name: 'Drills' }).click()
  await page.getByRole('button', { name: 'Change what is asked' }).press('Enter')
  await page.getByLabel('Hours allowed').fill('2')
  await page.getByLabel('% of an ingredient, from').fill('98.5')
  await page.getByRole('button', { name: 'Save what is asked' }).press('Enter')
  await expect(page.getByText(/^2 hours; 100 % of finished goods; 98.5 to 105 % of an ingredient/)).toBeVisible()
  const person = await countingTypist(page)
  await page.getByLabel('Seed').focus()
  await person.type(`${seed}\n`)
  await expect(page.getByRole('timer', { name: 'Time of the drill' })).toBeVisible()
  // As it is typed again to draw the same lot.
  await expect(page.getByText(`seed ${seed}`)).toBeVisible()
  await page.getByRole('button', { name: 'Find the scope' }).press('Enter')
  const counting = page.getByRole('form', { name: 'Count what is on the shelf' })
  await expect(counting).toBeVisible()
  for (const field of await counting.getByRole('textbox').all()) await field.fill('0')
  await counting.getByRole('button', { name: 'Note the count' }).press('Enter')
  const contacts = page.getByRole('form', { name: 'Check the contacts' })
  await expect(contacts).toBeVisible()
  for (const tick of await contacts.getByRole('checkbox').all()) if (await tick.isEnabled()) await tick.press('Space')
  await contacts.getByRole('button', { name: 'Note the contacts' }).press('Enter')
  await expect(page.getByRole('heading', { name: /^Score: \d/ })).toBeVisible()
  await page.getByLabel('Your name').fill('Ana')
  await page.getByRole('button', { name: 'Sign it off' }).press('Enter')
  await expect(page.getByText('signed by Ana')).toBeVisible()
  for (const [format, begins] of [
    ['PDF', '%PDF-'],
    ['CSV', '\u{feff}about,what,at,minutes'],
  ] as const) {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: `Save the report of the drill as ${format}` }).press('Enter')
    const download = await waiting
    expect(download.suggestedFilename()).toMatch(/^drill-\d+-status-.*\.(pdf|csv)$/)
    expect((await readFile(await download.path(), 'utf8')).startsWith(begins)).toBe(true)
  }
  await page.getByRole('link', { name: 'All drills' }).click()
  const signed = page.getByRole('row', { name: /signed by Ana/ })
  await expect(signed.getByRole('cell', { name: String(seed), exact: true })).toBeVisible()
})

test('a contact that is ticked stays that one while units go to other places', async ({ page, kitchen }) => {
  const { api } = kitchen
  let seed = 1000
  let drillId = 0
  for (let drill; drill?.contacts.filter(({ contact }) => contact !== '').length !== 1;) {
    seed += 1
    ;({ drillId } = await api.drills.start({ requestId: newId(), seed }))
    await api.drills.findScope({ requestId: newId(), drillId })
    drill = (await api.recalls.get({ recallId: drillId })).drill
  }
  const { drill } = await api.recalls.get({ recallId: drillId })
  const counted = (drill?.counts ?? []).map(({ lotId, expected }) => ({ lotId, counted: expected }))
  await api.drills.count({ requestId: newId(), drillId, lots: counted })
  await kitchen.open(`/drills/${drillId}`)
  const known = page.getByRole('checkbox', { name: drill?.contacts.find(({ contact }) => contact !== '')?.place ?? '' })
  await known.check()
  // Written down late: by its day it comes before the others.
  const lot = counted.find((each) => each.counted > 0)
  await api.shipping.send({
    requestId: newId(),
    place: 'Corner Deli',
    placeKind: 'store',
    sentOn: '2026-03-05',
    lines: [{ lotId: lot?.lotId ?? 0, units: 1 }],
  })
  await expect(page.getByRole('checkbox', { name: /^Corner Deli/ })).not.toBeChecked()
  await expect(known).toBeChecked()
  await page.getByRole('button', { name: 'Note the contacts' }).click()
  await expect(page.getByRole('heading', { name: /^Score: \d/ })).toBeVisible()
  const { contacts = [] } = (await api.recalls.get({ recallId: drillId })).drill ?? {}
  expect(contacts.map(({ place, isRight }) => [place, isRight])).toEqual([
    ['Corner Deli', false],
    ['Good Earth Co-op', true],
  ])
})

test('the number of a recall in the address of a drill leads to the recall', async ({ page, kitchen }) => {
  const { api } = kitchen
  const strawberries = (await api.pantry.ingredients({})).find(({ name }) => name === 'Strawberries')
  const { recallId } = await api.recalls.open({
    requestId: crypto.randomUUID(),
    itemId: strawberries?.id ?? 0,
    receivedFrom: '2026-02-28',
    receivedTo: '2026-03-05',
    reason: 'Salmonella',
  })
  await kitchen.open(`/drills/${recallId}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Recall', exact: true })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`#/recalls/${recallId}$`))
})

test('the number of a drill in the address of a recall leads to the drill', async ({ page, kitchen }) => {
  const { drillId } = await kitchen.api.drills.start({ requestId: newId(), seed: 1000 })
  await kitchen.open(`/recalls/${drillId}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Drill', exact: true })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`#/drills/${drillId}$`))
})
