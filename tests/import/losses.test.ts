import { expect, test } from 'vitest'
import { openKitchen } from '../support/kitchen.ts'
import { runImport, sendFile, verdicts } from '../support/imports.ts'

/* What a table says twice, unclearly or against itself is never passed over in silence. */

const made = 'Batch number,Product,Made on,Made\n'

async function said(...files: readonly (readonly [name: string, text: string])[]): Promise<string[]> {
  const { api, close } = await openKitchen()
  let importId: number | null = null
  for (const [name, text] of files) importId = await sendFile(api, name, text, importId)
  const rows = await verdicts(api, importId ?? 0)
  await close()
  return rows
}

test.each([
  ['another day', 'X-1,Jam,2026-03-05,36', 'Made on: row 2 says “2026-03-04” of the same, this one “2026-03-05”.'],
  ['another amount', 'X-1,Jam,2026-03-04,30', 'Made: row 2 says “36” of the same, this one “30”.'],
])('a batch number that comes again with %s waits', async (_, row, why) => {
  const rows = await said(['made.csv', `${made}X-1,Jam,2026-03-04,36\n${row}\n`])
  expect(rows).toEqual(['2 stopped: It belongs to row 3, which waits.', expect.stringContaining(`3 stopped: ${why}`)])
})

test('a batch number whose rows say the same in other words is one batch', async () => {
  const rows = await said(['made.csv', `${made}X-1,Jam,2026-03-04,36\nX-1,Jam,"Mar 4, 2026",36.0\n`])
  expect(rows.filter((row) => row.includes('stopped'))).toEqual([])
})

test('an order number that comes again on another day or for another place is another shipment', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'made.csv', `${made}X-1,Jam,2026-03-04,36\n`)
  const sold = 'Sold on,Customer,Batch number,Units,Order no\n2026-03-07,Co-op,X-1,1,paid\n2026-03-08,Co-op,X-1,2,paid\n2026-03-08,Market,X-1,3,paid\n2026-03-08,Market,X-1,4,paid\n' // prettier-ignore
  await sendFile(api, 'sold.csv', sold, importId)
  await runImport(api, importId)
  const sent = (await api.shipping.list({})).rows.map((row) => [row.sentOn, row.place, row.lines.map((line) => line.units)]) // prettier-ignore
  expect(sent.toReversed()).toEqual([
    ['2026-03-07', 'Co-op', [1]],
    ['2026-03-08', 'Co-op', [2]],
    ['2026-03-08', 'Market', [3, 4]],
  ])
  await close()
})

test.each([
  ['units that are no number', 'X-1,,four,,', '“four” is no whole number of units.'],
  ['units without a batch', ',,4,,', 'The batch number is missing.'],
  ['a pack that is none', 'X-1,Gallon,4,,', 'Gallon is no pack of batch X-1.'],
  ['cash that is no money', 'X-1,,4,lots,yes', 'Cash taken: “lots” is no amount of money.'],
])('what came back with %s waits', async (_, row, why) => {
  const head = 'Came back on,Place,Batch number,Further pack,Came back,Cash taken,Market day\n'
  const rows = await said(
    ['made.csv', `${made}X-1,Jam,2026-03-04,36\n`],
    ['sold.csv', 'Sold on,Customer,Batch number,Units\n2026-03-07,Market,X-1,24\n'],
    ['returns.csv', `${head}2026-03-07,Market,${row}\n2026-03-08,Market,X-1,,2,,\n`],
  )
  expect(rows.at(-2)).toContain(`2 stopped: ${why}`)
  expect(rows.at(-1)).toBe('3 ready')
})

test('a batch told anew takes the place of one of which nothing left, also where all of it was set aside', async () => {
  const { api, close } = await openKitchen()
  const heads = 'Batch number,Product,Made on,Made,Set aside\n'
  const first = await sendFile(api, 'made.csv', `${heads}X-1,Jam,2026-03-04,6,6\nX-2,Jam,2026-03-05,12,\n`)
  await sendFile(api, 'sold.csv', 'Sold on,Customer,Batch number,Units\n2026-03-07,Market,X-2,1\n', first)
  await runImport(api, first)
  const newer = await sendFile(api, 'made.csv', `${heads}X-1,Jam,2026-03-04,7,7\nX-2,Jam,2026-03-05,13,\n`)
  expect(await verdicts(api, newer)).toEqual([
    '2 check: It was imported before and says something else now: this takes its place.',
    expect.stringContaining('3 stopped: This batch was imported before and says something else now, but some of it was sent or used since.'), // prettier-ignore
  ])
  await close()
})
