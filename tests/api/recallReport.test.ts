import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot, sendUnits } from '../support/make.ts'

let kitchen: TestKitchen
let printed: string[]
beforeEach(async () => {
  printed = []
  kitchen = await openKitchen({
    demo: true,
    host: {
      capabilities: {
        printToPdf: true,
        pickFolder: false,
        showFolder: false,
        openAtLogin: false,
        install: false,
        changeKitchen: false,
      },
      printToPdf: async (html) => {
        printed.push(html)
        return await Promise.resolve(new TextEncoder().encode('%PDF-1.7'))
      },
    },
  })
})
afterEach(async () => await kitchen.close())

async function notice(api: Api) {
  const itemId = (await api.pantry.ingredients({})).find(({ name }) => name === 'Strawberries')?.id ?? 0
  const supplierId = (await api.directory.suppliers({})).find(({ name }) => name === 'Valley Farm')?.id ?? 0
  return { itemId, supplierId, receivedFrom: '2026-02-28', receivedTo: '2026-03-05', reason: 'Listeria' }
}

function text(file: { base64: string }): string {
  return Buffer.from(file.base64, 'base64').toString('utf8')
}

describe('the report', () => {
  test('as HTML is one file that fetches nothing and runs nothing, with every figure and the last hash', async () => {
    const { api } = kitchen
    const file = await api.recall.report({ ...(await notice(api)), format: 'html' })
    expect(file).toMatchObject({ name: 'recall-report-2026-03-28.html', mediaType: 'text/html' })
    const page = text(file)
    const { lastHash } = await api.history.verify({})
    for (const part of [
      'SJ-20260304-A',
      'SJ-20260305-A',
      'Sunny Acres',
      '001–024',
      'Dana Ruiz',
      'Listeria',
      lastHash,
      'Mar 28, 2026, 11:00 AM EDT',
    ])
      expect(page).toContain(part)
    expect(page).not.toMatch(/<script|<img|<link|url\(|https?:|@import|onerror/)
  })

  test('as PDF is the same page', async () => {
    const { api } = kitchen
    const file = await api.recall.report({ ...(await notice(api)), format: 'pdf' })
    expect(file).toMatchObject({ name: 'recall-report-2026-03-28.pdf', mediaType: 'application/pdf' })
    expect(printed).toEqual([text(await api.recall.report({ ...(await notice(api)), format: 'html' }))])
  })

  test('as CSV is one table in which every unit made is in one row', async () => {
    const { api } = kitchen
    const csv = text(await api.recall.report({ ...(await notice(api)), format: 'csv' }))
    expect(csv.startsWith('\ufeffcolumn,lot_number,')).toBe(true)
    const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true })
    const units = (column: string) =>
      rows.filter((row) => row['column'] === column).reduce((sum, row) => sum + Number(row['units']), 0)
    expect([units('affected'), units('cannot tell'), units('not affected')]).toEqual([60, 36, 104])
    expect(rows.find((row) => row['serials'] === '001–024')).toMatchObject({
      where: 'sent',
      place: 'Saturday farmers market',
      sent_on: '2026-03-07',
      made_on: '2026-03-04',
      units: '24',
    })
  })

  test('treats what people typed as text in every form', async () => {
    const { api } = kitchen
    const hostile = `<img src=x onerror="alert(1)">&'`
    const formula = "=cmd|'/C calc'!A0"
    await api.kitchen.save({
      requestId: newId(),
      name: hostile,
      address: hostile,
      zone: 'America/New_York',
      lotFormat: 'date',
    })
    const { itemId } = await receiveLot(api, { ingredient: 'Sugar', supplier: hostile, supplierLot: hostile })
    const { lotId } = await makeBatch(api, await addProduct(api, { name: formula, code: 'XX' }))
    await sendUnits(api, lotId, 1, { place: '@SUM(1+1)*cmd' })
    const page = text(await api.recall.report({ itemId, format: 'html', reason: hostile }))
    expect(page).not.toContain('<img')
    expect(page).toContain('&#60;img src=x onerror=&#34;alert(1)&#34;&#62;&#38;&#39;')
    const csv = text(await api.recall.report({ itemId, format: 'csv', reason: '' }))
    const cells = parse(csv, { bom: true }).flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells).toContain(`'${formula}`)
  })

  test('of a notice that matches nothing is still a whole report', async () => {
    const { api } = kitchen
    const { itemId } = await notice(api)
    const page = text(
      await api.recall.report({ itemId, receivedFrom: '2020-01-01', receivedTo: '2020-01-02', format: 'html' }),
    )
    expect(page).toContain('No batch matches the notice.')
  })
})

test('without a browser for PDF the refusal says what to do instead', async () => {
  const bare = await openKitchen({ demo: true })
  const refused = await refusal(bare.api.recall.report({ ...(await notice(bare.api)), format: 'pdf' }))
  expect(refused).toMatchObject({ code: 'conflict' })
  expect(refused.message).toBe(
    'No browser that can make a PDF was found. Save the report as HTML, open it, and print it from there.',
  )
  await bare.close()
})

test('a printing that fails says why and offers HTML', async () => {
  const failing = await openKitchen({
    demo: true,
    host: {
      capabilities: {
        printToPdf: true,
        pickFolder: false,
        showFolder: false,
        openAtLogin: false,
        install: false,
        changeKitchen: false,
      },
      printToPdf: async () => await Promise.reject(new Error('The browser stopped.')),
    },
  })
  const refused = await refusal(failing.api.recall.report({ ...(await notice(failing.api)), format: 'pdf' }))
  expect(refused.message).toBe('The browser stopped. The same report can be saved as HTML.')
  await failing.close()
})
