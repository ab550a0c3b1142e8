import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FileOut } from '../../shared/api/files.ts'
import type { Log } from '../../shared/api/records.ts'
import { wholeFile } from '../support/largeFile.ts'
import { newId, openKitchen, refusal, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

const march = { from: '2026-03-01', to: '2026-03-31' }
let kitchen: TestKitchen
beforeAll(async () => {
  const printed: string[] = []
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
      printToPdf: async (page) => {
        printed.push(page)
        return await Promise.resolve(Buffer.from(`%PDF-${printed.length}`))
      },
    },
  })
  const { api } = kitchen
  const [market] = (await api.shipping.list({})).rows.filter(({ sentOn }) => sentOn === '2026-03-14')
  const jam = market?.lines.find(({ lotNumber }) => lotNumber === 'SJ-20260310-A')
  await api.shipping.bringBack({
    requestId: newId(),
    shipmentId: market?.id ?? 0,
    day: '2026-03-14',
    cashCents: 30_000,
    lines: [{ lotId: jam?.lotId ?? 0, units: 4 }],
  })
})
afterAll(async () => await kitchen.close())

function bytesOf({ base64 }: FileOut): Buffer {
  return Buffer.from(base64, 'base64')
}

async function csvOf(log: Log, period = march): Promise<string[][]> {
  return parse(bytesOf(await kitchen.api.records.save({ log, format: 'csv', ...period })), { bom: true })
}

describe('the logs of the golden month', () => {
  test('production: every batch with where its units are, which add up to what was made', async () => {
    const [head = [], ...rows] = await csvOf('production')
    expect(rows).toHaveLength(9)
    const jam = rows.filter((row) => row[head.indexOf('product')] === 'Strawberry jam')
    const sum = (key: string, of = rows) => of.reduce((total, row) => total + Number(row[head.indexOf(key)]), 0)
    expect(sum('made', jam)).toBe(200)
    const places = ['on_hand', 'sent', 'discarded', 'set_aside', 'used_in_batches', 'other']
    expect(places.reduce((total, key) => total + sum(key), 0)).toBe(sum('made'))
  })

  test('ingredients received, those without a day under the day they were written down', async () => {
    const [head = [], ...rows] = await csvOf('received', { from: '2026-02-01', to: '2026-03-31' })
    expect(rows).toHaveLength(12)
    const pectin = rows.find((row) => row[head.indexOf('ingredient')] === 'Pectin')
    expect(pectin?.[head.indexOf('supplier_lot')]).toBe('PKT-99281')
    expect(rows.filter((row) => row[head.indexOf('received_on')] === '')).toHaveLength(1)
  })

  test('ingredients used, a row each with its lot', async () => {
    const [head = [], ...rows] = await csvOf('used')
    const first = rows.filter((row) => row[head.indexOf('lot_number')] === 'SJ-20260304-A')
    expect(first.map((row) => row[head.indexOf('ingredient')])).toEqual([
      'Strawberries',
      'Sugar',
      'Pectin',
      'Lemon juice',
    ])
    expect(first[0]?.[head.indexOf('from_lot')]).toBe('Valley Farm, Mar 2, 2026')
  })

  test('sales: out, back, sold and the money taken', async () => {
    const { api } = kitchen
    const { columns, rows, total } = await api.records.log({ log: 'days', ...march })
    expect(total).toBe(rows.length)
    const at = (key: string) => columns.findIndex((column) => column.key === key)
    const counted = rows.find((row) => row[at('day')] === '2026-03-14')
    expect([counted?.[at('out')], counted?.[at('back')], counted?.[at('sold')], counted?.[at('sales')]]).toEqual([
      44, 4, 40, 30_000,
    ])
    const [head = [], ...lines] = await csvOf('sales')
    const amounts = lines
      .filter((row) => row[0] === '2026-03-14')
      .map((row) => [row[head.indexOf('sold')], row[head.indexOf('amount')]])
    expect(amounts).toEqual([
      ['20', '150.00'],
      ['20', '150.00'],
    ])
  })

  test('of one place is its list of lots', async () => {
    const coop = (await kitchen.api.directory.places({})).find(({ name }) => name === 'Good Earth Co-op')
    const { columns, rows } = await kitchen.api.records.log({ log: 'sales', placeId: coop?.id ?? 0, ...march })
    const lot = columns.findIndex((column) => column.key === 'lot_number')
    expect(rows.map((row) => row[lot])).toEqual(['SJ-20260304-A', 'SJ-20260305-A', 'SJ-20260320-A', 'HS-20260304-A'])
  })

  test('cleaning, calibration and readings, with who did it', async () => {
    const { api } = kitchen
    const { id: personId } = await api.crew.savePerson({ requestId: newId(), name: 'Ana', active: true })
    const addEquipment = async (name: string, kind: 'equipment' | 'instrument') =>
      (await api.crew.saveEquipment({ requestId: newId(), name, kind, active: true })).id
    const [kettle, meter] = [
      await addEquipment('Copper kettle', 'equipment'),
      await addEquipment('pH meter', 'instrument'),
    ]
    const clean = { requestId: newId(), equipmentId: kettle, personId, day: '2026-03-05', method: '=hot water' }
    await api.crew.clean(clean)
    await api.crew.clean({ ...clean, requestId: newId(), day: '2026-02-27' })
    const standard = { day: '2026-03-04', standard: 'pH 4.01 buffer', reading: '4.03' }
    await api.crew.calibrate({ requestId: newId(), equipmentId: meter, ...standard })
    const [, ...cleaning] = await csvOf('cleaning')
    expect(cleaning).toEqual([
      ['2026-03-04', 'pH meter', 'calibrated', 'pH 4.01 buffer: 4.03', ''],
      ['2026-03-05', 'Copper kettle', 'cleaned', "'=hot water", 'Ana'],
    ])
    const batch = (await api.batches.list({})).rows.find(({ lotNumber }) => lotNumber === 'SJ-20260304-A')
    const of = { kind: 'batch', id: batch?.id ?? 0 } as const
    await api.journal.addReading({ requestId: newId(), of, name: 'pH', thousandths: 3250, unit: '' })
    const { entryId } = await api.journal.addReading({
      requestId: newId(),
      of,
      name: 'temperature',
      thousandths: 105_000,
      unit: '°C',
    })
    await api.journal.takeBack({ requestId: newId(), entryId, reason: 'mistyped' })
    const [, ...readings] = await csvOf('readings')
    expect(readings).toEqual([['2026-03-04', 'SJ-20260304-A', 'Strawberry jam', 'pH', '3.25', '']])
  })

  test('production says who made a batch and with what', async () => {
    const own = await openKitchen()
    const productId = await addProduct(own.api)
    const { id } = await own.api.crew.savePerson({ requestId: newId(), name: 'Ben', active: true })
    await makeBatch(own.api, productId, { uses: [], personIds: [id] })
    const { columns, rows } = await own.api.records.log({ log: 'production', from: '2026-01-01', to: '2026-12-31' })
    const at = (key: string) => columns.findIndex((column) => column.key === key)
    expect(rows.map((row) => [row[at('made_by')], row[at('equipment')]])).toEqual([['Ben', '']])
    await own.close()
  })

  test('are the same in Excel, with numbers and dates as such', async () => {
    const file = await kitchen.api.records.save({ log: 'production', format: 'xlsx', ...march })
    expect(file.name).toBe('production-log-2026-03-01-to-2026-03-31.xlsx')
    const [head = [], first = []] = await readSheet(bytesOf(file))
    expect(head.slice(0, 4)).toEqual(['Made on', 'Lot number', 'Product', 'Made'])
    expect(first.slice(0, 4)).toEqual([new Date('2026-03-01T00:00:00Z'), 'HS-20260301-A', 'Hot sauce', 36])
  })

  test('as PDF and HTML are one page that runs nothing', async () => {
    const pdf = await kitchen.api.records.save({ log: 'used', format: 'pdf', ...march })
    expect(bytesOf(pdf).toString()).toMatch(/^%PDF-/)
    const page = bytesOf(await kitchen.api.records.save({ log: 'used', format: 'html', ...march })).toString()
    expect(page).toContain('<h1>Ingredients used</h1>')
    expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3)/)
  })

  test('of a period that ends before it begins are refused', async () => {
    const wrong = kitchen.api.records.log({ log: 'sales', from: '2026-03-31', to: '2026-03-01' })
    expect(Object.keys((await refusal(wrong)).fields ?? {})).toEqual(['to'])
  })
})

describe('the Food Traceability Rule', () => {
  test('hears what its spreadsheet would leave empty', async () => {
    const { api } = kitchen
    const gaps = await api.records.fsmaGaps({ from: '2026-02-01', to: '2026-03-31' })
    const before = gaps.find(({ text }) => text.startsWith('Good Earth Co-op'))
    expect(before?.of).toBe('place')
    const place = (await api.directory.places({})).find(({ name }) => name === 'Good Earth Co-op')
    const complete = { phone: '802 555 0100', address: '5 Main St, Brattleboro, VT 05301' }
    await api.directory.savePlace({
      requestId: newId(),
      placeId: place?.id ?? 0,
      name: 'Good Earth Co-op',
      kind: 'store',
      ...complete,
    })
    const after = await api.records.fsmaGaps({ from: '2026-02-01', to: '2026-03-31' })
    expect(after.filter(({ text }) => text.startsWith('Good Earth Co-op'))).toEqual([])
    const own = await openKitchen()
    await receiveLot(own.api, { supplier: '', receivedOn: '2026-02-01' })
    const year = await own.api.records.fsmaGaps({ from: '2026-01-01', to: '2026-12-31' })
    expect(year).toContainEqual({ of: 'lots', id: null, text: 'One ingredient was received from nobody known.' })
    expect(year).toContainEqual({ of: 'kitchen', id: null, text: expect.stringMatching(/^Your kitchen lacks /) })
    await own.api.kitchen.speak({ requestId: newId(), language: 'es' })
    const said = await own.api.records.fsmaGaps({ from: '2026-01-01', to: '2026-12-31' })
    expect(said.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Su cocina: falta /),
      'Un ingrediente se recibió sin saber de quién.',
    ])
    await own.close()
  })

  test('gets its three sheets with the columns of the rule', async () => {
    const file = bytesOf(
      await wholeFile(kitchen.api, kitchen.api.records.fsma({ from: '2026-02-01', to: '2026-03-31' })),
    )
    const heads = await Promise.all(
      ['Receiving', 'Transformation', 'Shipping'].map(async (sheet) => (await readSheet(file, sheet))[0]),
    )
    const product = ['product_name', 'brand', 'commodity', 'variety', 'pack_size', 'pack_style']
    const location = (of: string) =>
      ['name', 'phone', 'address', 'city', 'state', 'zip', 'country'].map((part) => `${of}_${part}`)
    expect(heads).toEqual([
      [
        'traceability_lot_code',
        'quantity',
        'unit_of_measure',
        ...product,
        ...location('immediate_previous_source'),
        ...location('received_at'),
        'date_received',
        ...location('tlc_source'),
        'tlc_source_reference',
        'reference_document_type',
        'reference_document_number',
      ],
      [
        'input_traceability_lot_code',
        ...product.map((part) => `input_${part}`),
        'quantity_used',
        'quantity_used_unit_of_measure',
        'new_traceability_lot_code',
        ...location('transformed_at'),
        'tlc_source_reference',
        'date_transformation_completed',
        ...product,
        'quantity',
        'unit_of_measure',
        'reference_document_type',
        'reference_document_number',
      ],
      [
        'traceability_lot_code',
        'quantity',
        'unit_of_measure',
        ...product,
        ...location('ship_to'),
        ...location('ship_from'),
        'ship_date',
        ...location('tlc_source'),
        'tlc_source_reference',
        'reference_document_type',
        'reference_document_number',
      ],
    ])
  })

  test('finds the supplier’s code, its own where none came, and the kitchen’s address in its parts', async () => {
    const file = bytesOf(
      await wholeFile(kitchen.api, kitchen.api.records.fsma({ from: '2026-02-01', to: '2026-03-31' })),
    )
    const [head = [], ...rows] = await readSheet(file, 'Receiving')
    const of = (row: readonly unknown[] | undefined, key: string) => row?.[head.indexOf(key)]
    const pectin = rows.find((row) => of(row, 'product_name') === 'Pectin')
    expect(of(pectin, 'traceability_lot_code')).toBe('PKT-99281')
    expect(of(pectin, 'tlc_source_name')).toBe('Amazon')
    expect(of(pectin, 'quantity')).toBe(1)
    expect(of(pectin, 'unit_of_measure')).toBe('lb')
    expect(of(pectin, 'date_received')).toEqual(new Date('2026-02-20T00:00:00Z'))
    const sugar = rows.find((row) => of(row, 'product_name') === 'Sugar')
    expect(of(sugar, 'traceability_lot_code')).toMatch(/^RECEIVED-\d+$/)
    expect(of(sugar, 'tlc_source_name')).toBe('Maple Hill Kitchen')
    expect([of(sugar, 'received_at_city'), of(sugar, 'received_at_state'), of(sugar, 'received_at_zip')]).toEqual([
      'Brattleboro',
      'VT',
      '05301',
    ])
  })
})

test('EPCIS tells the month in order, the same things under the same names each time', async () => {
  const read = async () =>
    JSON.parse(bytesOf(await wholeFile(kitchen.api, kitchen.api.records.epcis(march))).toString()) as {
      epcisBody: { eventList: { type: string; bizStep: string; eventTime: string }[] }
    }
  const document = await read()
  const events = document.epcisBody.eventList
  const count = (bizStep: string) => events.filter((event) => event.bizStep === bizStep).length
  expect(count('commissioning')).toBe(9)
  expect(count('shipping')).toBe(6)
  // Both markets, the orders and nothing of the store.
  expect(count('retail_selling')).toBe(4)
  expect(count('destroying')).toBe(1)
  const times = events.map((event) => Date.parse(event.eventTime))
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  // Daylight saving began on March 8.
  expect(events.find(({ eventTime }) => eventTime.startsWith('2026-03-04'))?.eventTime).toMatch(/-05:00$/)
  expect(events.find(({ eventTime }) => eventTime.startsWith('2026-03-14'))?.eventTime).toMatch(/-04:00$/)
  expect((await read()).epcisBody).toEqual(document.epcisBody)
})

test('EPCIS names a lot with a GTIN by its Digital Link, and tells a recall but no drill', async () => {
  const own = await openKitchen()
  const { api } = own
  const productId = await addProduct(api, { pack: { gtin: '614141999996' } })
  await makeBatch(api, productId, { uses: [], lotNumber: 'SY-2', made: 6 })
  await api.recalls.open({ requestId: newId(), ownLot: 'SY-2', reason: 'Off <taste>' })
  const { base64 } = await wholeFile(api, api.records.epcis({ from: '2026-01-01', to: '2026-12-31' }))
  const { epcisBody } = JSON.parse(Buffer.from(base64, 'base64').toString()) as {
    epcisBody: {
      eventList: {
        outputQuantityList?: { epcClass: string }[]
        'tb:recall'?: string
        quantityList?: { epcClass: string }[]
      }[]
    }
  }
  const made = epcisBody.eventList.flatMap(({ outputQuantityList }) => outputQuantityList ?? [])
  expect(made.map(({ epcClass }) => epcClass).toSorted()).toEqual(['https://id.gs1.org/01/00614141999996/10/SY-2'])
  const recalled = epcisBody.eventList.find((event) => event['tb:recall'] !== undefined)
  expect(recalled?.quantityList).toEqual([{ epcClass: 'https://id.gs1.org/01/00614141999996/10/SY-2' }])
  expect(recalled?.['tb:recall']).toBe('Every batch, lot number SY-2')
  await own.close()
})

test('the inspector’s binder is one archive of a page and tables, and writes nothing into the record', async () => {
  const { api } = kitchen
  const before = (await api.history.verify({})).entries
  const file = await api.records.binder({ ...march, format: 'zip' })
  const files = unzipSync(bytesOf(file))
  expect(Object.keys(files).map((name) => name.replace(/^.*\//, ''))).toEqual([
    'index.html',
    'production-log.csv',
    'ingredients-received.csv',
    'ingredients-used.csv',
    'sales-log.csv',
    'sales-by-day.csv',
    'cleaning-log.csv',
    'readings.csv',
    'fsma-204-receiving.csv',
    'fsma-204-transformation.csv',
    'fsma-204-shipping.csv',
  ])
  const page = Buffer.from(files['inspection-2026-03-01-to-2026-03-31/index.html'] ?? []).toString()
  expect(page).toContain('Records for inspection')
  expect(page).toContain('SJ-20260304-A')
  expect(page).not.toMatch(/<script|complian/i)
  expect(bytesOf(await api.records.binder({ ...march, format: 'pdf' })).toString()).toMatch(/^%PDF-/)
  expect((await api.history.verify({})).entries).toBe(before)
})

test('the gauge sums a year, in all and product by product, and says what it lacks', async () => {
  const { api } = kitchen
  await api.rules.choose({ requestId: newId(), state: 'CO' })
  const gauge = await api.rules.gauge({ year: 2026 })
  expect(gauge).toMatchObject({
    year: 2026,
    totalCents: 30_000,
    profile: { capCents: 1_000_000, capBasis: 'each product' },
  })
  expect(gauge.products).toMatchObject([
    { product: 'Strawberry jam', cents: 30_000 },
    { product: 'Hot sauce', cents: 0 },
  ])
  expect(gauge.unpriced).toBeGreaterThan(0)
  expect((await api.rules.gauge({ year: 2025 })).totalCents).toBe(0)
})

test('EPCIS tells a hold on its own day, also in the evening, when the next one has begun in UTC', async () => {
  const own = await openKitchen({ demo: true })
  const { api } = own
  const { lotId } = await receiveLot(api)
  own.setNow('2026-03-29T02:00:00.000Z')
  await api.pantry.hold({ requestId: newId(), lotId, reason: 'weevils' })
  const holdsOn = async (day: string) => {
    const { base64 } = await wholeFile(api, api.records.epcis({ from: day, to: day }))
    return (
      Buffer.from(base64, 'base64')
        .toString()
        .match(/"non_sellable_other"/g)?.length ?? 0
    )
  }
  expect(await Promise.all(['2026-03-28', '2026-03-29'].map(holdsOn))).toEqual([1, 0])
  await own.close()
})

test('EPCIS of a kitchen in which nothing happened yet is a document without events', async () => {
  const own = await openKitchen()
  const { base64 } = await wholeFile(own.api, own.api.records.epcis(march))
  const document = JSON.parse(Buffer.from(base64, 'base64').toString()) as { epcisBody: { eventList: unknown[] } }
  expect(document.epcisBody.eventList).toEqual([])
  await own.close()
})
