import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { wholeFile } from '../support/largeFile.ts'
import { newId, openKitchen, refusal } from '../support/kitchen.ts'
import { runImport, sendFile, undoImport, verdicts, wholeTrace } from '../support/imports.ts'

const bought =
  'Date,Supplier,Ingredient,Quantity,Lot\n2026-03-02,Valley Farm,Strawberries,20 lb,\n2026-02-15,Costco,Sugar,25 lb,A-1\n'
const made =
  'Batch number,Product,Made on,Made,Strawberries (lb),Sugar (lb)\nOld #12/b,Strawberry jam,2026-03-04,36,8,4\n,Strawberry jam,2026-03-05,24,6,3\n'
const sold = 'Sold on,Customer,Product,Units,Price each\n2026-03-07,Saturday market,Strawberry jam,40,9.00\n'

test('every record exports to tables that give the same kitchen again', async () => {
  const one = await openKitchen({ demo: true })
  const other = await openKitchen()
  const file = await wholeFile(one.api, one.api.imports.exportAll({ format: 'xlsx' }))
  const importId = await sendFile(other.api, file.name, Buffer.from(file.base64, 'base64'))
  expect((await verdicts(other.api, importId)).filter((row) => !row.includes('ready'))).toEqual([
    '11 check: No day: batches made of it cannot be told by date.',
  ])
  await runImport(other.api, importId)
  expect(await wholeTrace(other.api)).toEqual(await wholeTrace(one.api))
  expect((await other.api.history.verify({})).problems).toEqual([])

  // Into the kitchen that it comes from it brings nothing.
  const again = await sendFile(one.api, file.name, Buffer.from(file.base64, 'base64'))
  expect((await one.api.imports.get({ importId: again })).counts).toMatchObject({ ready: 0, check: 0, stopped: 0 })
  await one.close()
  await other.close()
})

test('what tables cannot carry stands in the file, and is not imported', async () => {
  const { api, close } = await openKitchen({ demo: true })
  const { base64 } = await wholeFile(api, api.imports.exportAll({ format: 'xlsx' }))
  const rows = await readSheet(Buffer.from(base64, 'base64'), 'Not in these tables')
  const said = rows.flat().join(' ')
  for (const each of ['holds', 'Recalls', 'complaints', 'bin', 'backup']) expect(said).toContain(each)
  const archive = await wholeFile(api, api.imports.exportAll({ format: 'zip' }))
  const note = unzipSync(Buffer.from(archive.base64, 'base64'))['Not in these tables.txt']
  expect(strFromU8(note ?? new Uint8Array())).toContain('Recalls, drills and complaints')
  await close()
})

test('the same file adds nothing, an edited one only what changed, and an import is undone as a whole', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought)
  await sendFile(api, 'made.csv', made, importId)
  await sendFile(api, 'sold.csv', sold, importId)
  await runImport(api, importId)
  const { counts, sheets } = await api.imports.get({ importId })
  expect([counts.total, counts.imported, sheets.map((sheet) => sheet.kind)]).toEqual([5, 5, ['purchases', 'batches', 'sales']]) // prettier-ignore
  const numbers = (await api.batches.list({ limit: 10 })).rows.map((row) => [row.lotNumber, row.onHand])
  expect(numbers).toEqual([
    ['SJ-20260305-A', 20],
    ['Old #12/b', 0],
  ])

  const again = await sendFile(api, 'made.csv', made)
  expect(await verdicts(api, again)).toEqual(['2 there already: It was imported before.', '3 there already: It was imported before.']) // prettier-ignore

  const edited = await sendFile(api, 'bought (2).csv', `${bought.replace('A-1', 'A-2')}2026-03-06,Costco,Sugar,5 lb,\n`)
  expect(await verdicts(api, edited)).toEqual(['2 there already: It was imported before.', '3 ready', '4 ready'])
  const changed = await sendFile(api, 'sold.csv', sold.replace('40', '38'))
  expect(await verdicts(api, changed)).toEqual([
    '2 check: It was imported before and says something else now: this takes its place. Its batches are assumed, the oldest first: 2 of them.', // prettier-ignore
  ])
  await runImport(api, changed)
  expect((await api.shipping.list({})).rows.map((row) => [row.voidReason === null, row.lines.reduce((sum, line) => sum + line.units, 0)])).toEqual([[true, 38], [false, 40]]) // prettier-ignore

  const refused = await refusal(undoImport(api, importId))
  expect(refused.blockers?.[0]).toContain('went out on 2026-03-07')
  await undoImport(api, changed)
  await undoImport(api, importId)
  expect((await api.batches.list({ limit: 10 })).rows.every((row) => row.state === 'void')).toBe(true)
  expect((await api.pantry.lots({})).rows).toEqual([])
  expect((await api.history.verify({})).problems).toEqual([])

  // The same jars can be told again, under their own number.
  const anew = await sendFile(api, 'bought.csv', bought)
  await sendFile(api, 'made.csv', made, anew)
  await runImport(api, anew)
  expect((await api.batches.list({ limit: 10 })).rows.filter((row) => row.state === 'finished').map((row) => row.lotNumber).toSorted()).toEqual(['Old #12/b', 'SJ-20260305-B']) // prettier-ignore
  await close()
})

test('what history took beyond the record is counted up on its day, and a row is mended in place', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought)
  const [sheet] = (await api.imports.get({ importId })).sheets
  await sendFile(
    api,
    'made.csv',
    `${made}X-1,Strawberry jam,2026-03-06,12,9,2\nX-2,Strawberry jam,soon,12,1,1\n`,
    importId,
  )
  const rows = await verdicts(api, importId)
  expect(rows.at(-2)).toContain('Strawberries: 3 lb more than was recorded: a count of 2026-03-06 settles it.')
  expect(rows.at(-1)).toContain('stopped: Made on: “soon” is no day.')
  await runImport(api, importId)
  const { counts } = await api.imports.get({ importId })
  expect([counts.imported, counts.stopped, counts.total]).toEqual([5, 1, 6])
  const { rows: waiting } = await api.imports.rows({ importId, verdicts: ['stopped'] })
  const [row] = waiting
  if (!row || !sheet) throw new Error('no row waits')
  const mended = await api.imports.editRow({ requestId: newId(), sheetId: row.sheetId, line: row.line, cells: row.cells.with(2, '3/7/2026') }) // prettier-ignore
  expect(mended.verdict).toBe('check')
  await runImport(api, importId)
  expect((await api.imports.get({ importId })).counts.imported).toBe(6)
  const report = await api.imports.report({ importId, format: 'html' })
  expect(Buffer.from(report.base64, 'base64').toString()).toContain('6 rows in: 6 imported, 0 waiting, 0 refused')
  expect((await api.history.verify({})).problems).toEqual([])
  await close()
})

test('orders of shops become shipments, the oldest jars first, and the same order twice adds nothing', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought)
  await sendFile(api, 'made.csv', made, importId)
  await runImport(api, importId)
  const shopify = 'Name,Email,Financial Status,Paid at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Created at\n#1001,a@b.example,paid,2026-03-10 10:00:00 -0500,2,Jam - strawberry 8oz,9.00,,2026-03-10 10:00:00 -0500\n#1002,c@d.example,refunded,2026-03-11 10:00:00 -0500,1,Jam - strawberry 8oz,9.00,,2026-03-11 10:00:00 -0500\n' // prettier-ignore
  const orders = await sendFile(api, 'orders_export.csv', shopify)
  expect((await api.imports.get({ importId: orders })).unknownProducts).toEqual(['Jam - strawberry 8oz'])
  await api.imports.nameAs({ requestId: newId(), importId: orders, what: 'product', names: ['Jam - strawberry 8oz'], as: 'Strawberry jam' }) // prettier-ignore
  await runImport(api, orders)
  const [shipment] = (await api.shipping.list({})).rows
  expect([shipment?.place, shipment?.placeKind, shipment?.reference, shipment?.lines.map((line) => [line.lotNumber, line.units, line.priceCents])]).toEqual(['Shopify', 'online', '#1001', [['Old #12/b', 2, 900]]]) // prettier-ignore
  const again = await sendFile(api, 'orders_export (1).csv', `${shopify}#1003,e@f.example,paid,2026-03-12 10:00:00 -0500,3,Jam - strawberry 8oz,9.00,,2026-03-12 10:00:00 -0500\n`) // prettier-ignore
  expect((await verdicts(api, again)).map((row) => row.slice(0, 15))).toEqual([
    '2 there already',
    '3 left out: The',
    '4 check: Its ba',
  ])
  await close()
})

test.each([
  [
    'Etsy',
    'EtsySoldOrderItems2026-3.csv',
    'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Order ID,Variations,Order Type,Listings Type,Payment Type,SKU\n03/10/26,Strawberry jam,ana,2,9.00,,0,0,4.50,0,18.00,USD,4001,77,03/10/2026,03/11/2026,Ana Ruiz,3200000001,,online,listing,online_cc,\n',
    '3200000001',
  ],
  [
    'Square',
    'items-2026-03-01-2026-04-01.csv',
    'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location\n2026-03-10,10:05:00,Eastern Time,Jam,Strawberry jam,2.0,Regular,,,$18.00,$0.00,$18.00,$0.00,TX81,PAY1,iPad,,https://example.com,Payment,Saturday market\n2026-03-10,11:00:00,Eastern Time,Jam,Strawberry jam,-1.0,Regular,,,-$9.00,$0.00,-$9.00,$0.00,TX82,PAY2,iPad,,https://example.com,Refund,Saturday market\n',
    'TX81',
  ],
] as const)('orders as %s exports them are known by their columns', async (shop, name, text, reference) => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought)
  await sendFile(api, 'made.csv', made, importId)
  await runImport(api, importId)
  const orders = await sendFile(api, name, text)
  await runImport(api, orders)
  const rows = (await api.shipping.list({})).rows.map((shipment) => [
    shipment.place,
    shipment.reference,
    shipment.lines.map((line) => [line.lotNumber, line.units, line.priceCents]),
  ])
  expect(rows).toEqual([[shop, reference, [['Old #12/b', 2, 900]]]])
  await close()
})

test('counts and discards are told in a table of their own, once, and are undone with their import', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought.replace('Lot\n', 'Lot,Bag code\n').replace('20 lb,\n', '20 lb,,L-1\n')) // prettier-ignore
  await sendFile(api, 'made.csv', made, importId)
  const changes = 'Day,What happened,Batch number,Bag code,Units,Quantity,Unit numbers,Why\n2026-03-06,discarded,Old #12/b,,2,,,lid\n2026-03-07,missing,Old #12/b,,1,,005,counted\n2026-03-08,found,Old #12/b,,1,,005,turned up\n2026-03-09,missing,,L-1,,2 lb,,spilt\n2026-03-09,missing,,L-1,,20 lb,,more than there was\n2026-03-09,eaten,Old #12/b,,1,,,\n' // prettier-ignore
  const kind = (await api.imports.get({ importId: await sendFile(api, 'counts.csv', changes, importId) })).sheets.at(-1)?.kind // prettier-ignore
  expect(kind).toBe('changes')
  expect((await verdicts(api, importId)).slice(-6)).toEqual([
    '2 ready',
    '3 ready',
    '4 ready',
    '5 ready',
    '6 stopped: There was less than that left. Correct the quantity.',
    '7 stopped: What happened: “eaten” is none of discarded, set aside, found and missing.',
  ])
  await runImport(api, importId)
  const { rows } = await api.batches.list({ limit: 10 })
  const { units } = await api.batches.get({ batchId: rows.find((row) => row.lotNumber === 'Old #12/b')?.id ?? 0 })
  expect(units.map(({ serials, where }) => [serials, where])).toEqual([
    ['001–034', 'on hand'],
    ['035–036', 'discarded (lid)'],
  ])
  const again = await sendFile(api, 'counts.csv', changes)
  expect((await verdicts(api, again)).slice(0, 3).every((row) => row.includes('there already'))).toBe(true)
  await undoImport(api, importId)
  expect((await api.pantry.lots({})).rows).toEqual([])
  expect((await api.history.verify({})).problems).toEqual([])
  await close()
})

test('of many rows alike the edited ones take the place of what they were', async () => {
  const { api, close } = await openKitchen()
  const shopping = (...quantities: readonly number[]) =>
    `Date,Supplier,Ingredient,Quantity\n${quantities.map((lb) => `2026-03-02,Farm,Salt,${lb} lb\n`).join('')}`
  const first = await sendFile(api, 'shopping.csv', shopping(1, 2, 3, 4))
  await runImport(api, first)
  const edited = await sendFile(api, 'shopping.csv', shopping(1, 2, 3.5, 4, 6))
  const takesPlace = 'It was imported before and says something else now: this takes its place.'
  expect(await verdicts(api, edited)).toEqual([
    '2 there already: It was imported before.',
    '3 there already: It was imported before.',
    `4 check: ${takesPlace}`,
    '5 there already: It was imported before.',
    '6 ready',
  ])
  await runImport(api, edited)
  const quantities = async () => (await api.pantry.lots({})).rows.map((lot) => lot.received).toSorted()
  expect(await quantities()).toEqual(['1 lb', '2 lb', '3.5 lb', '4 lb', '6 lb'])
  await undoImport(api, edited)
  expect(await quantities()).toEqual(['1 lb', '2 lb', '3 lb', '4 lb'])
  await close()
})

test('a copy of a file by another number is that file, also where most of it says something else now', async () => {
  const { api, close } = await openKitchen()
  const batches = 'Batch number,Product,Made on,Made\nX-1,Jam,2026-03-04,36\n'
  const sales = (units: number) => `Sold on,Customer,Batch number,Units\n2026-03-07,Market,X-1,${units}\n`
  const first = await sendFile(api, 'made.csv', batches)
  await sendFile(api, 'sold.csv', sales(4), first)
  await runImport(api, first)
  for (const name of ['sold (1).csv', 'Sold - Copy.csv'])
    expect(await verdicts(api, await sendFile(api, name, sales(5)))).toEqual([
      '2 check: It was imported before and says something else now: this takes its place.',
    ])
  expect(await verdicts(api, await sendFile(api, 'others.csv', sales(5)))).toEqual(['2 ready'])
  await close()
})

test('what was sold without a batch comes from the oldest that was good and not on hold that day', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'products.csv', 'Product,Code,Makes,Shelf life days\nJam,JM,12,30\n')
  await sendFile(api, 'made.csv', 'Batch number,Product,Made on,Made\nX-1,Jam,2026-02-01,12\nX-2,Jam,2026-03-04,12\nX-3,Jam,2026-03-05,12\n', importId) // prettier-ignore
  await runImport(api, importId)
  const odd = (await api.batches.list({})).rows.find((batch) => batch.lotNumber === 'X-2')
  const [jars] = (await api.batches.get({ batchId: odd?.id ?? 0 })).units
  await api.pantry.hold({ requestId: newId(), lotId: jars?.lotId ?? 0, reason: 'smells odd' })
  const orders = await sendFile(api, 'sold.csv', 'Sold on,Customer,Product,Units\n2026-03-07,Market,Jam,4\n')
  expect(await verdicts(api, orders)).toEqual(['2 check: Its batch is assumed: the oldest first.'])
  await runImport(api, orders)
  expect((await api.shipping.list({})).rows.flatMap((row) => row.lines.map((line) => line.lotNumber))).toEqual(['X-3'])
  const more = await sendFile(api, 'more.csv', 'Sold on,Customer,Product,Batch number,Units\n2026-03-08,Market,Jam,,9\n2026-03-08,Co-op,Jam,X-3,9\n') // prettier-ignore
  expect(await verdicts(api, more)).toEqual([
    '2 stopped: On 2026-03-08 only 8 of Jam were there, 1 fewer. Import the batches before that day first, or correct the units.', // prettier-ignore
    '3 stopped: Only 8 of that batch are left, 1 fewer. Correct the batch or the units.',
  ])
  await close()
})

test('a batch took what expires first, and never what was bought after it', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(
    api,
    'bought.csv',
    'Date,Supplier,Ingredient,Quantity\n2026-03-05,Costco,Sugar,9 lb\n',
  )
  await sendFile(api, 'made.csv', 'Batch number,Product,Made on,Made,Sugar (lb)\nX-1,Jam,2026-03-04,36,4\nX-2,Jam,2026-03-06,36,4\n', importId) // prettier-ignore
  await runImport(api, importId)
  const used = async (lotNumber: string) => {
    const batch = (await api.batches.list({})).rows.find((row) => row.lotNumber === lotNumber)
    return (await api.batches.get({ batchId: batch?.id ?? 0 })).uses.map((use) => [use.ingredient, use.lotId !== null])
  }
  expect([await used('X-1'), await used('X-2')]).toEqual([[['Sugar', false]], [['Sugar', true]]])
  await sendFile(api, 'more.csv', 'Date,Supplier,Ingredient,Quantity,Lot,Best by\n2026-03-01,Costco,Pectin,9 lb,LATE,2026-12-01\n2026-03-02,Costco,Pectin,9 lb,SOON,2026-06-01\n', importId) // prettier-ignore
  await sendFile(
    api,
    'cooked.csv',
    'Batch number,Product,Made on,Made,Pectin (lb)\nX-3,Jam,2026-03-07,36,4\n',
    importId,
  )
  await runImport(api, importId)
  const third = (await api.batches.list({})).rows.find((row) => row.lotNumber === 'X-3')
  expect((await api.batches.get({ batchId: third?.id ?? 0 })).uses[0]?.lot).toContain('SOON')
  await close()
})
