import { readFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Api } from '../../shared/api/contract.ts'
import { wholeFile } from '../support/largeFile.ts'
import { act, addProducts, type AnyStep, anyStep, attempt } from '../support/anyKitchen.ts'
import { openKitchen } from '../support/kitchen.ts'
import { makeBatch, receiveLot } from '../support/make.ts'

/*
 * Exports of kitchens in which anything happens. Every EPCIS document fits the schema of what Traceberry writes; with
 * TRACEBERRY_EPCIS_SCHEMA naming GS1's own EPCIS-JSON-Schema.json it is held against that as well. Every lot, batch and
 * shipment is in the traceability spreadsheet, and the production log leaves no unit without a place.
 */
const KITCHENS = Number(process.env['TRACEBERRY_KITCHENS'] ?? 12)
const schemaFile = process.env['TRACEBERRY_EPCIS_SCHEMA']
const period = { from: '2026-01-01', to: '2026-12-31' }

/** One kitchen of every run has all of it, whatever chance brings to the others. */
const planted: AnyStep[] = [
  { do: 'send', lot: 0, units: 4, place: 0, purpose: 'sale', price: 900 },
  { do: 'bring back', shipment: 0, units: 1, cash: null },
  { do: 'return', place: 0, units: 1, destroyed: false },
  { do: 'recall', id: 0 },
]

test(
  `the exports of ${KITCHENS} kitchens are valid and complete`,
  { timeout: 60_000 + KITCHENS * 10_000 },
  async () => {
    const validate = schemaFile === undefined ? undefined : await officialSchema(schemaFile)
    const seen = { events: 0, withGtin: 0, withRecall: 0, withReturn: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 25 }), fc.nat(2), async (steps, gtins) => {
        const kitchen = await openKitchen()
        try {
          const { api } = kitchen
          const products = await addProducts(api, gtins)
          await receiveLot(api, { receivedOn: '2026-02-01' })
          await makeBatch(api, products[0] ?? 0)
          for (const each of steps) await attempt(async () => await act(api, products, each))
          seen.events += await expectEvents(api, validate)
          await expectSheets(api)
          await expectBalance(api)
          seen.withGtin += gtins > 0 ? 1 : 0
          seen.withRecall += (await api.recalls.list({})).length > 0 ? 1 : 0
          const shipments = (await api.shipping.list({ limit: 200 })).rows
          seen.withReturn += shipments.some(({ returns }) => returns.length > 0) ? 1 : 0
        } finally {
          await kitchen.close()
        }
      }),
      { numRuns: KITCHENS, endOnFailure: true, examples: [[planted, 2]] },
    )
    expect(seen.events).toBeGreaterThan(KITCHENS * 3)
    expect(Object.entries(seen).filter(([, kitchens]) => kitchens === 0)).toEqual([])
  },
)

type Validate = (document: unknown) => void

/** GS1's schema, which may not be bundled: its file is named from outside. */
async function officialSchema(file: string): Promise<Validate> {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  const check = ajv.compile(JSON.parse(await readFile(file, 'utf8')) as object)
  return (document) => {
    expect(check(document) ? [] : check.errors).toEqual([])
  }
}

async function expectEvents(api: Api, validate: Validate | undefined): Promise<number> {
  const { base64 } = await wholeFile(api, api.records.epcis(period))
  const document = JSON.parse(Buffer.from(base64, 'base64').toString()) as {
    epcisBody: { eventList: { eventID: string }[] }
  }
  validate?.(document)
  const ids = document.epcisBody.eventList.map((event) => event.eventID)
  expect(new Set(ids).size).toBe(ids.length)
  return ids.length
}

async function expectSheets(api: Api): Promise<void> {
  const file = Buffer.from((await wholeFile(api, api.records.fsma(period))).base64, 'base64')
  const column = async (sheet: string, key: string) => {
    const [head = [], ...rows] = await readSheet(file, sheet)
    return rows.map((row) => row[head.indexOf(key)])
  }
  const batches = (await api.batches.list({ limit: 200 })).rows.filter(({ state }) => state !== 'void')
  const received = (await api.pantry.lots({ includeEmpty: true, limit: 200 })).rows
  const shipped = (await api.shipping.list({ limit: 200 })).rows
    .filter(({ voidReason, placeId }) => voidReason === null && placeId !== null)
    .flatMap(({ lines }) => lines.map(({ units }) => units))
  expect(await column('Receiving', 'quantity')).toHaveLength(received.length)
  expect(new Set(await column('Transformation', 'new_traceability_lot_code'))).toEqual(
    new Set(batches.map(({ lotNumber }) => lotNumber)),
  )
  expect((await column('Shipping', 'quantity')).map(Number).toSorted(ascending)).toEqual(shipped.toSorted(ascending))
  for (const [sheet, keys] of [
    [
      'Receiving',
      ['traceability_lot_code', 'quantity', 'unit_of_measure', 'product_name', 'reference_document_number'],
    ],
    ['Transformation', ['new_traceability_lot_code', 'quantity', 'unit_of_measure', 'date_transformation_completed']],
    ['Shipping', ['traceability_lot_code', 'quantity', 'ship_to_name', 'ship_date', 'reference_document_number']],
  ] as const)
    for (const key of keys)
      expect(await column(sheet, key), `${sheet} ${key}`).not.toContainEqual(expect.toSatisfy((cell) => cell === null))
}

function ascending(a: number, b: number): number {
  return a - b
}

async function expectBalance(api: Api): Promise<void> {
  const { columns, rows } = await api.records.log({ log: 'production', ...period })
  const places = ['on_hand', 'sent', 'discarded', 'set_aside', 'used_in_batches', 'other']
  const figure = (row: readonly unknown[], key: string) =>
    Number(row[columns.findIndex((column) => column.key === key)])
  for (const row of rows) expect(places.reduce((sum, key) => sum + figure(row, key), 0)).toBe(figure(row, 'made'))
  for (const batch of (await api.batches.list({ limit: 200 })).rows.filter(({ state }) => state !== 'void'))
    expect(rows.filter((row) => row.includes(batch.lotNumber)).reduce((sum, row) => sum + figure(row, 'made'), 0)).toBe(
      batch.made,
    )
}
