import { expect, test } from 'vitest'
import { recordGoldenStory } from '../../shared/testing/goldenStory.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { runImport, sendFile, verdicts, wholeTrace } from '../support/imports.ts'

/** What was bought, as an old spreadsheet tells it: a title, money with signs, two spellings, totals. */
const purchases = `Ingredients bought 2026;;;;;;;
;;;;;;;
Date;Where bought;Item;Qty;Units;Lot #;Best before;Total paid
2/15/2026;Costco Main St;Sugar;25;lbs;;;$18.99
2/15/2026;Costco Main St.;Lemon juice;32 oz;;;9/30/2026;$7.49
15 Feb 2026;COSTCO MAIN ST;Salt;3;Pounds;;;$2.99
2/15/2026;Costco Main St;Vinegar;3;gal;;;$11.97
2/20/26;Amazon;Pectin;1 lb;;PKT-99281;;14.50
2/27/2026;Hilltop Growers;Red peppers;20 lb;;;3/13/2026;$42.00
2/27/2026;Hilltop Growers;Garlic;3 lb;;;;$15
3/2/2026;Valley Farm;Strawberries;14;lb;;3/8/2026;$56.00
3/9/2026;Sunny Acres;Strawberries;8;lb;n/a;3/15/2026;"$33.60"
?;Valley Farm;Strawberries;8;lb;;;$32.00
3/18/2026;Sunny Acres;Strawberries;8;lb;;3/24/2026;$33.60
3/25/2026;Green Gate Berries;Strawberries;9;lb;;3/31/2026;$39.00

TOTAL;;;;;;;$279.83
`

/** The notebook, typed up: an ingredient a row, the batch only in its first. */
const batches = `Batch #,What,Made on,Jars,Tossed,Why,Kept back,Best by,Ingredient,Amount used,From,Bought
${batchRows()}`

function batchRows(): string {
  const jam = (share: 1 | 2 = 1) => [['Sugar', share === 1 ? '4 lb' : '2 2/3 lb'], ['Pectin', share === 1 ? '2 oz' : '1 1/3 oz'], ['Lemon juice', share === 1 ? '1 oz' : '2/3 oz']] // prettier-ignore
  const sauce = [
    ['Red peppers', '6 lb'],
    ['Vinegar', '2 qt'],
    ['Garlic', '8 oz'],
    ['Salt', '3 oz'],
  ]
  const rows: string[] = []
  const add = (head: string, uses: readonly (readonly string[])[]) =>
    uses.forEach((use, at) => rows.push(`${at === 0 ? head : ',,,,,,,'},${use.join(',')}`))
  const berries = (quantity: string, from: string, day: string) => ['Strawberries', quantity, from, day]
  add('HS-20260301-A,Hot sauce,3/1/2026,36 bottles,,,,11/26/2026', sauce)
  add('SJ-20260304-A,Strawberry jam,3/4/2026,36,,,,3/4/2027', [berries('8 lb', 'Valley Farm', '3/2/2026'), ...jam()])
  add('HS-20260304-A,Hot sauce,3/4/2026,36 bottles,,,,11/29/2026', sauce)
  add('HS-20260304-B,Hot sauce,3/4/2026,30 bottles,,,,11/29/2026', sauce)
  add('SJ-20260305-A,Strawberry jam,3/5/2026,24,,,,3/5/2027', [
    berries('5 1/3 lb', 'Valley Farm', '3/2/2026'),
    ...jam(2),
  ])
  add('SJ-20260310-A,Strawberry jam,3/10/2026,36,,,,3/10/2027', [berries('8 lb', 'Sunny Acres', '3/9/2026'), ...jam()])
  add('SJ-20260313-A,Strawberry jam,3/13/2026,36,,,1,3/13/2027', [berries('8 lb', 'Valley Farm', ''), ...jam()])
  add('SJ-20260320-A,Strawberry jam,3/20/2026,36,2,did not seal,,3/20/2027', [berries('8 lb', 'Sunny Acres', '3/18/2026'), ...jam()]) // prettier-ignore
  add('SJ-20260327-A,Strawberry jam,3/27/2026,32,,,,3/27/2027', [berries('8 lb', 'Green Gate Berries', '3/25/2026'), ...jam()]) // prettier-ignore
  return rows.join('\n')
}

const sales = `\tSOLD 2026\t\t\t\t
Day\tSold to\tWhat\tBatch\tHow many\tOrder no
Tue 3/3/2026\tOnline orders\tHot sauce\tHS-20260301-A\t6\torder #1847
3/7/2026\tSaturday farmers market\tStrawberry jam\tSJ-20260304-A\t24 jars\t
3/8/2026\tWeekend market\tHot sauce\tHS-20260301-A\t30\t
3/9/2026\tGood Earth Co-op\tStrawberry jam\tSJ-20260304-A\t12\t
3/9/2026\tGood Earth Co-op\tStrawberry jam\tSJ-20260305-A\t12\t
3/14/2026\tSaturday farmers market\tStrawberry jam\tSJ-20260310-A\t24\t
3/14/2026\tSaturday farmers market\tStrawberry jam\tSJ-20260313-A\t20\t
3/23/2026\tGood Earth Co-op\tStrawberry jam\tSJ-20260320-A\t18\t
3/23/2026\tGood Earth Co-op\tHot sauce\tHS-20260304-A\t12\t
`

test('the golden story told as three ugly spreadsheets traces exactly as the typed one', async () => {
  const typed = await openKitchen()
  const told = await openKitchen()
  await recordGoldenStory(typed.api, newId)
  await told.api.kitchen.save({ requestId: newId(), name: 'Maple Hill Kitchen', zone: 'America/New_York', lotFormat: 'date' }) // prettier-ignore

  const importId = await sendFile(told.api, 'bought.csv', Buffer.from(purchases, 'latin1'))
  await sendFile(told.api, 'batches.csv', `\ufeff${batches}`, importId)
  await sendFile(told.api, 'sales.tsv', Buffer.from(`\ufeff${sales}`, 'utf16le'), importId)
  const desk = await told.api.imports.get({ importId })
  expect(desk.sheets.map((sheet) => [sheet.kind, sheet.counts.stopped])).toEqual([['purchases', 0], ['batches', 0], ['sales', 0]]) // prettier-ignore
  await runImport(told.api, importId)
  expect((await verdicts(told.api, importId)).filter((row) => !row.includes('imported'))).toEqual(['17 left out: It is a row of totals.']) // prettier-ignore

  // What nobody can tell from a table: the contact of a place, and what the supplier’s telephone is.
  const contactless = (trace: unknown) => JSON.parse(JSON.stringify(trace).replaceAll(/"detail":"[^"]*\(802\)[^"]*"/g, '"detail":""')) as unknown // prettier-ignore
  expect(contactless(await wholeTrace(told.api))).toEqual(contactless(await wholeTrace(typed.api)))
  expect((await told.api.history.verify({})).problems).toEqual([])
  await typed.close()
  await told.close()
})
