import { newId } from '../support/kitchen.ts'
import { startFakePrinter } from '../support/fakePrinter.ts'
import { startLabelPrinter } from '../support/labelPrinter.ts'
import { expect as expectAtOnce, test } from './fixtures.ts'

/* Labels of things that are no jars, from where the thing is shown; and what was printed. */

const expect = expectAtOnce.configure({ timeout: 20_000 })

test('every thing that has a label has a button for it, and what is shown is printed', async ({ page, kitchen }) => {
  const { api } = kitchen
  const printer = await startFakePrinter()
  await api.crew.savePerson({ requestId: newId(), name: 'Anna Müller', active: true })
  await api.crew.saveEquipment({ requestId: newId(), name: 'Copper kettle', kind: 'equipment', active: true })
  await kitchen.open('/cards/commands')
  await expect(page.getByText('There is no label printer yet.', { exact: false })).toBeVisible()
  await api.labels.savePrinter({
    requestId: newId(),
    name: 'Counter',
    address: printer.host,
    port: printer.port,
  })
  await api.labels.savePrinter({
    requestId: newId(),
    name: 'Parcels',
    address: printer.host,
    port: printer.port,
    labelWidthMm: 101.6,
    labelHeightMm: 152.4,
  })
  const ways = [
    ['/people', 'Card: Anna Müller', 'Card of Anna Müller'],
    ['/equipment', 'Card: Copper kettle', 'Card of Copper kettle'],
    ['/lot/8', 'Bag label', /^Bag label of /],
    ['/ingredient/2', 'Shelf label', /^Shelf label of /],
    ['/place/2', 'Shelf label', /^Label of /],
    ['/products/1', 'Recipe card', /^Recipe card of /],
    ['/send', /^Label: Good Earth Co-op/, 'Delivery label for Good Earth Co-op'],
    ['/send', /^Case labels: Good Earth Co-op/, 'Case labels for Good Earth Co-op'],
    ['/printers', 'Command cards', 'Cards of commands'],
  ] as const
  let printed = 0
  for (const [screen, button, title] of ways)
    await test.step(String(title), async () => {
      await kitchen.open(screen)
      await page.getByRole('link', { name: button }).first().click()
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      const pictures = page.getByRole('img', { name: /^Label of / })
      const print = page.getByRole('button', { name: /^Print \d+ labels?$/ })
      // Every label that will be printed is shown before it is.
      await expect(async () => {
        expectAtOnce(await pictures.count()).toBe(Number(/\d+/.exec((await print.textContent()) ?? '')?.[0]))
      }).toPass({ timeout: 20_000 })
      printed += await pictures.count()
      await print.click()
      await expect(page.getByText(/on the way to the printer/).first()).toBeVisible()
      await expect.poll(() => printer.formats.length).toBe(printed)
    })

  // A design of one's own for them is chosen here.
  const { design } = await api.designs.starter({ starter: 'person' })
  await api.designs.save({ requestId: newId(), design: { ...design, name: 'Our cards' } })
  await kitchen.open('/cards/person/1')
  await page.getByLabel('Label', { exact: true }).selectOption({ label: 'Our cards (57.15 × 31.75 mm)' })
  await page.getByLabel('How often').fill('3')
  await page.getByRole('button', { name: 'Print 3 labels' }).click()
  await expect.poll(() => printer.formats.length).toBe(printed + 3)
  expect((await api.designs.list({}))[0]?.name).toBe('Our cards')
  await printer.close()
})

test('the label of a jar is shown as it was printed, whatever its design is now', async ({ page, kitchen }) => {
  const { api } = kitchen
  const printer = await startFakePrinter()
  const { id: printerId } = await api.labels.savePrinter({
    requestId: newId(),
    name: 'Counter',
    address: printer.host,
    port: printer.port,
  })
  const { design } = await api.designs.starter({ starter: 'jar-qr' })
  const mine = { ...design, name: 'Mine' }
  const { designId } = await api.designs.save({ requestId: newId(), design: mine })
  const { lots } = await api.batches.get({ batchId: 2 })
  const lotId = lots[0]?.lotId ?? 0
  await api.labels.print({
    requestId: newId(),
    lotId,
    printerId,
    serials: '2',
    layout: `own-${designId}` as const,
    reason: 'smudged',
  })
  await expect.poll(async () => (await api.labels.asPrinted({ lotId, serial: 2 }))?.state).toBe('sent')
  await api.designs.save({ requestId: newId(), designId, design: { ...mine, elements: mine.elements.slice(1) } })
  await kitchen.open('/batch/2/labels')
  await page.getByText('As printed', { exact: true }).click()
  await page.getByLabel('As printed: unit shown', { exact: false }).fill('2')
  await expect(page.getByText(/002: sent to Counter, .*; Mine, version 1; printed again: smudged/)).toBeVisible()
  await expect(page.getByRole('img', { name: /002, as printed/ })).toBeVisible()
  await page.getByRole('button', { name: 'As printed: unit before' }).click()
  await expect(page.getByText(/No label of .*-001 was printed yet|001: /)).toBeVisible()
  await printer.close()
})

test('Digital Links lead to an address of one’s own', async ({ page, kitchen }) => {
  await kitchen.open('/printers')
  await page.getByRole('button', { name: 'Change where GS1 Digital Links lead' }).click()
  await page.getByLabel('Your own address').fill('https://Example.com/?a')
  await page.getByRole('button', { name: 'Save the address' }).click()
  await expect(page.getByText(/Type an address such as https:\/\/example\.com/)).toBeVisible()
  await page.getByLabel('Your own address').fill('https://jam.example/')
  await page.getByRole('button', { name: 'Save the address' }).click()
  await expect(page.getByText('https://jam.example', { exact: true })).toBeVisible()
  expect(await kitchen.api.labels.links({})).toEqual({ base: 'https://jam.example', isOwn: true })
})

test('a printer that is out of paper is said on Today, and one that is ready is not', async ({ page, kitchen }) => {
  const printer = await startLabelPrinter()
  printer.fail({ kind: 'paper out', after: 0, reprints: true })
  const { id: printerId } = await kitchen.api.labels.savePrinter({
    requestId: newId(),
    name: 'Counter',
    address: '127.0.0.1',
    port: printer.port,
    confirmation: 'status',
  })
  const needs = page.getByRole('region', { name: 'Needs you' })
  await kitchen.open('/')
  await expect(needs).not.toContainText('Counter')
  await kitchen.api.labels.testPrinter({ requestId: newId(), printerId }).catch(() => undefined)
  await expect.poll(() => printer.inTrouble).toBe(true)
  await kitchen.open('/more')
  await kitchen.open('/')
  await page.reload()
  await expect(needs.getByRole('link', { name: /Counter is out of paper/ })).toBeVisible()
  printer.putRight()
  await page.reload()
  await expect(needs).toBeVisible()
  await expect(needs).not.toContainText('Counter is out of paper')
  await printer[Symbol.asyncDispose]()
})

test('a printer that only makes PDFs is asked nothing about rolls and proof, and saves', async ({ page, kitchen }) => {
  await kitchen.open('/printers')
  await page.getByRole('button', { name: 'Add a printer' }).click()
  await page.getByLabel('Name', { exact: true }).fill('For the office')
  await expect(page.getByLabel('Proof of printing')).toBeVisible()
  await page.getByLabel('How to reach it').selectOption({ label: 'None: make a PDF' })
  for (const gone of ['Address', 'Language', 'Gap', 'Roll', 'Proof of printing', 'Darkness', 'Cut after every label'])
    await expect(page.getByLabel(gone, { exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Save printer' }).click()
  await expect(page.getByText('Makes PDF files')).toBeVisible()
  expect(await kitchen.api.labels.printers({})).toMatchObject([
    { name: 'For the office', transport: 'file', language: 'pdf', confirmation: 'none' },
  ])

  // Nothing comes out of it by itself: where the file waits is said, and its lot leads on from there.
  const [batch] = (await kitchen.api.batches.list({ limit: 1 })).rows
  await kitchen.open(`/batch/${batch?.id}/labels`)
  await page.getByLabel('Units', { exact: true }).fill('1')
  await page.getByRole('button', { name: /^Print / }).click()
  await expect(page.getByText(/^1 label of .* made as a PDF: 001\. Nothing is printed yet/)).toBeVisible()
  await page.getByRole('link', { name: 'save it under Labels on their way' }).click()
  await expect(page.getByRole('button', { name: `Save the labels of ${batch?.lotNumber} as PDF` })).toBeVisible()
  await page.getByRole('link', { name: batch?.lotNumber ?? '', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`#/batch/${batch?.id}$`))
})
