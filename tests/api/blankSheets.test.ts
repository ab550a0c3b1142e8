import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { chromiumPrinter } from '../../main/hosts/loopback/pdf.ts'
import { readSheetCode, sheetCode } from '../../shared/domain/thingCode.ts'
import { chromiumPath } from '../support/chromium.ts'
import { bareHost, newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { bitmapOfPng } from '../support/png.ts'
import { readWithZxing } from '../support/symbolReaders.ts'

let kitchen: TestKitchen
let api: TestKitchen['api']
beforeEach(async () => {
  kitchen = await openKitchen()
  ;({ api } = kitchen)
})
afterEach(async () => {
  expect((await api.history.verify({})).problems).toEqual([])
  await kitchen.close()
})

type Sheet = Parameters<TestKitchen['api']['blankSheets']['make']>[0]['sheets'][number]

async function print(...sheets: Sheet[]): Promise<number[]> {
  return (await api.blankSheets.make({ requestId: newId(), sheets })).sheetIds
}

async function printOne(sheet: Sheet): Promise<number> {
  return (await print(sheet))[0] ?? 0
}

test('a sheet keeps the size, the version of the recipe and the plan that it was printed for', async () => {
  await receiveLot(api)
  const productId = await addProduct(api)
  const { planId } = await api.plans.save({ requestId: newId(), productId, day: '2026-03-30', planned: 20 })
  const [own, planned, ...copies] = await print({ productId, planned: 30 }, { productId, planId, copies: 2 })
  expect(copies).toHaveLength(1)
  expect(await api.blankSheets.get({ sheetId: own ?? 0 })).toMatchObject({ planned: 30, planId: null, batches: [] })
  expect(await api.blankSheets.get({ sheetId: planned ?? 0 })).toMatchObject({ planned: 20, planId, recipeVersion: 1 })

  // The recipe changes after it was printed: what is typed in is still what stands on the paper.
  const { code } = await api.products.get({ productId })
  const lines = [{ ingredient: 'Sugar', quantity: '3 lb' }]
  await api.products.save({ requestId: newId(), productId, name: 'Syrup', code, unit: 'jar', expectedYield: 10, lines })
  const proposal = await api.batches.propose({ productId, madeOn: '2026-03-28', planned: 30, recipeVersion: 1 })
  expect(proposal).toMatchObject({ recipeVersion: 1, lines: [{ quantity: '3 lb' }] })
  const again = await api.blankSheets.page({ sheetIds: [own ?? 0], format: 'html' })
  const paper = Buffer.from(again.base64, 'base64').toString('utf8')
  expect(paper).toContain('Recipe, version 1')
  expect(paper).toContain('>3 lb<')
  expect(paper).not.toContain('>9 lb<')
  const { batchId } = await makeBatch(api, productId, { sheetId: own ?? 0 })
  expect((await api.batches.get({ batchId })).recipeVersion).toBe(1)
  const newest = await makeBatch(api, productId)
  expect((await api.batches.get({ batchId: newest.batchId })).recipeVersion).toBe(2)
})

test('a sheet that was typed in says as which batch, and is open again when that is voided', async () => {
  await receiveLot(api)
  const productId = await addProduct(api)
  const sheetId = await printOne({ productId })
  const open = async () => (await api.blankSheets.open({})).map(({ id }) => id)
  expect(await open()).toEqual([sheetId])
  const { batchId, lotNumber } = await makeBatch(api, productId, { sheetId })
  expect(await open()).toEqual([])
  const second = await makeBatch(api, productId, { sheetId })
  expect((await api.blankSheets.get({ sheetId })).batches).toEqual([
    { batchId, lotNumber, madeOn: '2026-03-04' },
    { batchId: second.batchId, lotNumber: second.lotNumber, madeOn: '2026-03-04' },
  ])
  await api.batches.void({ requestId: newId(), batchId: second.batchId, reason: 'undone' })
  expect((await api.blankSheets.get({ sheetId })).batches).toMatchObject([{ batchId }])
  await api.batches.void({ requestId: newId(), batchId, reason: 'undone' })
  expect(await open()).toEqual([sheetId])
})

test('a batch from the sheet of a plan makes the plan, which the sheet then names no more', async () => {
  await receiveLot(api)
  const productId = await addProduct(api)
  const { planId } = await api.plans.save({ requestId: newId(), productId, day: '2026-03-30', planned: 20 })
  const sheetId = await printOne({ productId, planId })
  await makeBatch(api, productId, { sheetId, planId })
  expect(await api.plans.list({})).toEqual([])
  expect(await api.blankSheets.get({ sheetId })).toMatchObject({ planId: null })
})

test('sheets of something else, of an unknown plan, or from another record are refused with a sentence', async () => {
  const productId = await addProduct(api)
  const other = await addProduct(api, { name: 'Candy', code: 'CA' })
  const sheetId = await printOne({ productId })
  const wrong = await refusal(makeBatch(api, other, { sheetId, uses: [] }))
  expect(wrong.fields?.['sheetId']).toBe('This sheet is of Syrup. Scan it again, and the right page opens.')
  expect((await refusal(makeBatch(api, productId, { sheetId: 99, uses: [] }))).code).toBe('not_found')
  const { planId } = await api.plans.save({ requestId: newId(), productId: other, day: '2026-03-30', planned: 2 })
  expect((await refusal(print({ productId, planId }))).fields).toHaveProperty(['sheets.0.planId'])
  const { code } = await api.blankSheets.get({ sheetId })
  const tag = readSheetCode(code)?.tag ?? ''
  expect(await api.blankSheets.get({ sheetId, tag: tag.toLowerCase() })).toMatchObject({ id: sheetId })
  expect((await refusal(api.blankSheets.get({ sheetId, tag: tag === '0000' ? '0001' : '0000' }))).code).toBe(
    'not_found',
  )
  expect((await refusal(api.blankSheets.page({ sheetIds: [sheetId, 99], format: 'html' }))).code).toBe('not_found')
})

test('no sheet at all is refused beside the first field', async () => {
  const productId = await addProduct(api)
  const nothing = await refusal(print({ productId, copies: 0 }))
  expect(nothing.fields).toEqual({ 'sheets.0.copies': 'Type how many sheets of what: 1 or more.' })
})

test('printing a sheet changes nothing that Ctrl+Z would take back', async () => {
  await receiveLot(api)
  const productId = await addProduct(api)
  const before = await api.history.last({})
  await print({ productId }, { productId })
  expect(await api.history.last({})).toEqual(before)
  expect((await api.history.list({})).rows[0]?.what).toBe('Made blank sheets to print')
})

test('the page says everything that is needed to make it, and every name as text', async () => {
  const name = 'Jam & <b>jelly</b>'
  const productId = await addProduct(api, { name, lines: [{ ingredient: 'Su<i>gar', quantity: '1 1/2 lb' }] })
  const sheetIds = await print({ productId, planned: 20, copies: 2 })
  const { mediaType, base64 } = await api.blankSheets.page({ sheetIds, format: 'html' })
  const page = Buffer.from(base64, 'base64').toString('utf8')
  expect(mediaType).toBe('text/html')
  expect(page).toContain('Jam &#38; &#60;b&#62;jelly')
  expect(page).toContain('Su&#60;i&#62;gar')
  expect(page).not.toMatch(/<b>jelly|<script|src=|href=/)
  for (const text of ['Recipe, version 1', '20 jars', '3 lb', 'Discarded', 'Lot number', 'Equipment', 'Notes'])
    expect(page).toContain(text)
  expect(page.match(/<article>/g)).toHaveLength(2)
})

test('a code is read in either case and by nobody else', () => {
  expect(readSheetCode(sheetCode(12, '9F3C'))).toEqual({ id: 12, tag: '9F3C' })
  expect(readSheetCode(' tb-sheet-12-9f3c ')).toEqual({ id: 12, tag: '9F3C' })
  for (const other of ['TB-SHEET-12', 'TB-SHEET-0-9F3C', 'TB-PLACE-12', 'TB-SHEET-12-9F3CA', 'x TB-SHEET-12-9F3C'])
    expect(readSheetCode(other)).toBeUndefined()
})

test('ten ingredients and four readings fit one page, and its code is read from the paper', async ({ skip }) => {
  const executable = chromiumPath()
  if (!executable || spawnSync('pdftoppm', ['-v']).status !== 0)
    return skip('no Chromium, or no pdftoppm (Debian: poppler-utils)')
  await kitchen.close()
  const capabilities = { ...bareHost.capabilities, printToPdf: true }
  const { printToPdf, close } = chromiumPrinter(executable)
  onTestFinished(close)
  kitchen = await openKitchen({ host: { capabilities, printToPdf } })
  ;({ api } = kitchen)
  const lines = Array.from({ length: 10 }, (_, at) => ({ ingredient: `Ingredient ${at}`, quantity: '1 1/2 lb' }))
  const { productId } = await api.products.save({
    requestId: newId(),
    name: 'Strawberry and rhubarb jam with vanilla',
    code: 'SR',
    unit: 'jar',
    expectedYield: 36,
    lines,
    readings: ['pH', 'Temperature', 'Brix', 'Weight'].map((reading) => ({
      name: reading,
      unit: '',
      least: '',
      most: '',
    })),
    equipment: [{ name: 'Copper kettle' }, { name: 'Scale' }],
  })
  const sheetIds = await print({ productId, copies: 2 })
  const { base64 } = await api.blankSheets.page({ sheetIds, format: 'pdf' })
  const codes = await codesOnPages(base64)
  expect(codes).toEqual(
    await Promise.all(sheetIds.map(async (sheetId) => [(await api.blankSheets.get({ sheetId })).code])),
  )
}, 60_000)

/** What a scanner reads on each page of a PDF. */
async function codesOnPages(base64: string): Promise<string[][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'traceberry-sheets-'))
  try {
    const file = path.join(folder, 'sheets.pdf')
    writeFileSync(file, Buffer.from(base64, 'base64'))
    spawnSync('pdftoppm', ['-r', '150', '-mono', '-png', file, path.join(folder, 'page')])
    const codes: string[][] = []
    for (const name of readdirSync(folder)
      .filter((each) => each.endsWith('.png'))
      .toSorted()) {
      const found = await readWithZxing(bitmapOfPng(readFileSync(path.join(folder, name))))
      codes.push(found.map(({ text }) => text))
    }
    return codes
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
