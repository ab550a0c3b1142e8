import { expectReadable, settle } from './axe.ts'
import { expect, test } from './fixtures.ts'

test('a complaint of a jar without a code is found, graded, answered, replaced and closed', async ({
  page,
  kitchen,
}) => {
  await kitchen.open('/complaints')
  await expect(page.getByText('Nobody has complained')).toBeVisible()
  await page.getByRole('button', { name: 'Log a complaint' }).click()
  await page.getByLabel('What is wrong').fill('Strawberry jam tastes off, Saturday farmers market, March 7')
  await page.getByLabel('Who said it').fill('Maria')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'It is this one' }).first().click()
  await expect(page.getByText('SJ-20260304-A', { exact: true })).toBeVisible()
  await page.keyboard.press('g')
  await page.getByLabel('Symptom').fill('Taste or smell')
  await page.getByLabel('How bad', { exact: true }).selectOption('serious')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Taste or smell, serious').first()).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByLabel('Who gets it')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Sent a replacement to Maria')).toBeVisible()
  await expectReadable(page)
  await page.keyboard.press('s')
  await page.getByLabel('What came of it').fill('Replaced')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('closed: Replaced', { exact: true })).toBeVisible()
  await kitchen.open('/complaints')
  await expect(page.getByRole('table', { name: 'Complaints' })).toContainText('Replaced')
  await expectReadable(page)
})

test('of many complaints the first are drawn, the others when asked for, and on paper all', async ({
  page,
  kitchen,
}) => {
  for (let at = 1; at <= 60; at += 1)
    await kitchen.api.complaints.log({
      requestId: crypto.randomUUID(),
      batchId: null,
      serial: null,
      what: `Runny, number ${at}`,
      heardOn: '2026-03-21',
    })
  await kitchen.open('/complaints')
  const rows = page.getByRole('table', { name: 'Complaints' }).getByRole('row')
  await expect(rows).toHaveCount(51)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(rows).toHaveCount(61)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect(rows).toHaveCount(51)
  await page.getByRole('button', { name: 'Show 10 more' }).click()
  await expect(rows).toHaveCount(61)
})

test('an open complaint waits on Today, and a batch is compared from its page', async ({ page, kitchen }) => {
  const [found] = await kitchen.api.trace.find({ text: 'SJ-20260310-A' })
  const batchId = found?.id ?? 0
  await kitchen.api.complaints.log({
    requestId: crypto.randomUUID(),
    batchId,
    serial: 17,
    what: 'Runny',
    heardOn: '2026-03-21',
  })
  await kitchen.open('/')
  await expect(page.getByRole('link', { name: /1 open complaint/ })).toBeVisible()
  await kitchen.open(`/trace/batch/${batchId}/17`)
  await expect(page.getByText('this one was complained about')).toBeVisible()
  await kitchen.open(`/batch/${batchId}`)
  await page.getByRole('link', { name: 'Compare' }).click()
  await page.getByRole('checkbox', { name: /SJ-20260304-A/ }).check()
  await expect(page.getByRole('table', { name: 'Differences' })).toContainText('Sunny Acres')
  await expect(page.getByText(/held against the last/)).toBeVisible()
  await expectReadable(page)
})

test('yields and costs of a product stand in charts and tables', async ({ page, kitchen }) => {
  await kitchen.open('/more')
  await page.getByRole('link', { name: /Yields and costs/ }).click()
  await page.getByLabel('Product').selectOption({ label: 'Strawberry jam' })
  await page.getByLabel('From', { exact: true }).fill('2026-03-01')
  await page.getByLabel('To', { exact: true }).fill('2026-03-31')
  await expect(page.getByRole('figure', { name: /Yield of Strawberry jam over time/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Yield and cost of each batch' })).toContainText('SJ-20260304-A')
  await expectReadable(page)
})

test('the words of a chart are as large as those beside it, however wide it is drawn', async ({ page, kitchen }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.evaluate(() => localStorage.setItem('traceberry room', JSON.stringify('office')))
  await kitchen.open('/quality')
  await page.reload()
  await page.getByLabel('Product').selectOption({ label: 'Strawberry jam' })
  await page.getByLabel('From', { exact: true }).fill('2026-03-01')
  await page.getByLabel('To', { exact: true }).fill('2026-03-31')
  const chart = page.getByRole('figure', { name: /Yield of Strawberry jam over time/ })
  // The same words in the head of a table, beside those of the chart.
  const drawn = (await chart.getByText('50 %', { exact: true }).boundingBox())?.width ?? 0
  const written = await page.getByRole('columnheader', { name: 'Yield', exact: true }).evaluate((head) => {
    const word = document.createElement('span')
    word.textContent = '50 %'
    word.style.whiteSpace = 'nowrap'
    head.append(word)
    return word.getBoundingClientRect().width
  })
  expect(Math.abs(drawn / written - 1)).toBeLessThan(0.15)
})

test('the best batch ever is remembered with one key, weighed, and begins the next one', async ({ page, kitchen }) => {
  const [found] = await kitchen.api.trace.find({ text: 'SJ-20260304-A' })
  await kitchen.open(`/batch/${found?.id}`)
  await expect(page.getByRole('button', { name: /Best ever/ })).toBeVisible()
  await page.keyboard.press('b')
  await expect(page.getByText('★ The best ever')).toBeVisible()
  await page.getByLabel('What you found').fill('Still set after three weeks')
  await page.getByLabel('Stars').selectOption('5 of 5')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByText('5 of 5 stars Still set after three weeks')).toBeVisible()
  await expectReadable(page)
  const batch = await kitchen.api.batches.get({ batchId: found?.id ?? 0 })
  await kitchen.open(`/make/${batch.productId}`)
  await expect(page.getByText(/SJ-20260304-A/).first()).toBeVisible()
})

test('on paper every table is whole, and the two charts stand beside each other', async ({ page, kitchen }) => {
  // Letter with margins of half an inch.
  await page.setViewportSize({ width: 720, height: 960 })
  await page.emulateMedia({ media: 'print' })
  await kitchen.open('/quality')
  await settle(page)
  await expect(page.getByRole('table', { name: 'Yield and cost of each batch' })).toBeVisible()
  await expect.poll(async () => await page.getByRole('table').count()).toBeGreaterThan(1)
  await expect.poll(async () => await page.getByRole('figure').count()).toBeGreaterThan(1)
  const edges = await page
    .getByRole('table')
    .evaluateAll((tables) => tables.map((table) => Math.round(table.getBoundingClientRect().right)))
  for (const right of edges) expect(right).toBeLessThanOrEqual(720)
  const tops = await page
    .getByRole('figure')
    .evaluateAll((charts) => charts.map((chart) => Math.round(chart.getBoundingClientRect().top)))
  expect(tops[1]).toBe(tops[0])
})

test.describe('before the first batch', () => {
  test.use({ demo: false })

  test('what compares and reckons batches leads to making one', async ({ page, kitchen }) => {
    for (const screen of ['/compare', '/quality']) {
      await kitchen.open(screen)
      await page.getByRole('link', { name: 'Make a batch', exact: true }).click()
      await expect(page).toHaveURL(/#\/make\??$/)
    }
    await kitchen.open('/compare')
    await expect(page.getByText('No batch yet', { exact: true })).toBeVisible()
    await expect(page.getByText('Which batches', { exact: true })).toBeHidden()
  })
})
