import { expect, test } from './fixtures.ts'

/* The notices of a recall on paper: one letter to an account, one for all, the poster for the stall. */
test('notices are printed alone on the page, one a sheet', async ({ page, kitchen }) => {
  const { api } = kitchen
  const batch = (await api.batches.list({ limit: 50 })).rows.find(({ lotNumber }) => lotNumber === 'SJ-20260305-A')
  const { lots } = await api.batches.get({ batchId: batch?.id ?? 0 })
  await api.shipping.send({
    requestId: crypto.randomUUID(),
    place: 'Corner Deli',
    placeKind: 'store',
    sentOn: '2026-03-09',
    lines: [{ lotId: lots[0]?.lotId ?? 0, units: 2 }],
  })
  const strawberries = (await api.pantry.ingredients({})).find(({ name }) => name === 'Strawberries')
  const { recallId } = await api.recalls.open({
    requestId: crypto.randomUUID(),
    itemId: strawberries?.id ?? 0,
    receivedFrom: '2026-02-28',
    receivedTo: '2026-03-05',
    reason: 'Salmonella',
  })
  await kitchen.open(`/recalls/${recallId}`)
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await page.emulateMedia({ media: 'print' })
  const letters = page.getByRole('article', { name: 'The letter', includeHidden: true })
  await expect(letters).toHaveCount(1)
  await expect(letters.getByRole('heading', { level: 1 })).toHaveText('URGENT: FOOD RECALL')
  await expect(letters).toContainText('Lot                    Received')
  await expect(page.getByRole('heading', { name: 'Notices' })).toBeHidden()
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(letters).toHaveCount(0)

  await page.getByRole('button', { name: 'Print for all 2 places' }).click()
  await expect(letters).toHaveCount(2)
  await page.emulateMedia({ media: 'print' })
  await expect(letters.filter({ hasText: 'To: Good Earth Co-op' })).toBeVisible()
  await expect(letters.filter({ hasText: 'To: Corner Deli' })).toBeVisible()
  await expect(letters.first()).toHaveCSS('break-after', 'page')
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })

  await page.getByLabel('Which notice').selectOption('poster')
  await page.getByRole('button', { name: 'Print', exact: true }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('article', { name: 'The poster' })).toContainText('Why: Salmonella')
})
