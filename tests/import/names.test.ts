import { expect, test } from 'vitest'
import { newId, openKitchen } from '../support/kitchen.ts'
import { runImport, sendFile, undoImport, verdicts } from '../support/imports.ts'

/* Suppliers and places that an import brought go with it, unless something that stands names them. */

const bought = 'Date,Supplier,Ingredient,Quantity\n2026-03-02,Valley Farm,Salt,1 lb\n2026-03-02,Costco,Salt,2 lb\n'
const made = 'Batch number,Product,Made on,Made\nX-1,Jam,2026-03-04,36\n'
const sold = 'Sold on,Customer,Batch number,Units\n2026-03-07,Market,X-1,3\n2026-03-08,Co-op,X-1,2\n'
const nobody = { contact: '', phone: '', email: '', address: '', note: '' }

async function kitchenWithImport() {
  const kitchen = await openKitchen()
  const { api } = kitchen
  const importId = await sendFile(api, 'bought.csv', bought)
  await sendFile(api, 'made.csv', made, importId)
  await sendFile(api, 'sold.csv', sold, importId)
  await runImport(api, importId)
  const suppliers = async () => (await api.directory.suppliers({})).map((row) => row.name)
  const places = async () => (await api.directory.places({})).map((row) => row.name)
  return { ...kitchen, importId, suppliers, places }
}

test('an import that is undone takes its suppliers and places along, and brings them again', async () => {
  const { api, close, importId, suppliers, places } = await kitchenWithImport()
  expect([await suppliers(), await places()]).toEqual([
    ['Costco', 'Valley Farm'],
    ['Co-op', 'Market'],
  ])
  await undoImport(api, importId)
  expect([await suppliers(), await places()]).toEqual([[], []])
  const again = await sendFile(api, 'bought.csv', bought)
  expect((await api.imports.get({ importId: again })).fresh.suppliers).toEqual(['Costco', 'Valley Farm'])
  await runImport(api, again)
  expect(await suppliers()).toEqual(['Costco', 'Valley Farm'])
  await undoImport(api, again)
  expect(await suppliers()).toEqual([])
  expect((await api.history.verify({})).problems).toEqual([])
  await close()
})

test('one that something else names by then stays, and one that was there before always does', async () => {
  const { api, close, importId, suppliers } = await kitchenWithImport()
  await api.pantry.receive({ requestId: newId(), supplier: 'Costco', receivedOn: '2026-03-09', lines: [{ ingredient: 'Sugar', quantity: '1 lb' }] }) // prettier-ignore
  await undoImport(api, importId)
  expect(await suppliers()).toEqual(['Costco'])
  await close()
})

test('a name that is typed anew after that is there again, with what was typed', async () => {
  const { api, close, importId, suppliers, places } = await kitchenWithImport()
  await undoImport(api, importId)
  await api.directory.saveSupplier({ requestId: newId(), name: 'Valley farm', ...nobody, phone: '555' })
  await api.directory.savePlace({ requestId: newId(), name: 'Market', kind: 'market', ...nobody })
  expect([await suppliers(), await places()]).toEqual([['Valley farm'], ['Market']])
  expect((await api.directory.suppliers({}))[0]?.phone).toBe('555')
  await close()
})

test('what two tables of one import tell alike is said, and what one table tells twice is two', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', `${bought}2026-03-02,Costco,Salt,2 lb\n`)
  await sendFile(api, 'shopping.csv', 'Bought on,From,Item,Qty,Note\n3/2/2026,costco,salt,2 lb,cash\n3/15/2026,costco,salt,2 lb,\n', importId) // prettier-ignore
  expect(await verdicts(api, importId)).toEqual([
    '2 ready',
    '3 ready',
    '4 ready',
    '2 check: Row 3 of bought.csv says the same: with both it counts twice. Leave one of them out if it is one.',
    '3 ready',
  ])
  await close()
})

test('sales that two tables of one import tell alike are said', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'made.csv', made)
  await sendFile(api, 'sold.csv', sold, importId)
  await sendFile(api, 'orders.csv', 'Day,Sold to,Batch no,How many\nMar 7 2026,market,X-1,3\n', importId)
  const said = await verdicts(api, importId)
  expect(said.at(-1)).toBe('2 check: Row 2 of sold.csv says the same: with both it counts twice. Leave one of them out if it is one.') // prettier-ignore
  await close()
})

test('a text that is longer than the record keeps is said to be cut off', async () => {
  const { api, close } = await openKitchen()
  const long = 'x'.repeat(600)
  const importId = await sendFile(api, 'made.csv', `Batch number,Product,Made on,Made,Discarded,Why,Made by\nX-1,Jam,2026-03-04,36,2,${long},${'a'.repeat(70)}\n`) // prettier-ignore
  await sendFile(api, 'sold.csv', `Sold on,Customer,Batch number,Units,Note\n2026-03-07,Market,X-1,3,${long}\n`, importId) // prettier-ignore
  const [batch = '', sale = ''] = await verdicts(api, importId)
  expect(batch).toContain('Why they were discarded has 600 characters: the first 100 are kept.')
  expect(batch).toContain('The name of a person has 70 characters: the first 60 are kept.')
  expect(sale).toBe('2 check: The note has 600 characters: the first 500 are kept.')
  await close()
})

test('names that only an undone import brought are not found, however many, and again once they are typed', async () => {
  const { api, close } = await openKitchen()
  const receive = async (supplier: string, receivedOn: string) =>
    await api.pantry.receive({ requestId: newId(), supplier, receivedOn, lines: [{ ingredient: 'Sugar', quantity: '1 lb' }] }) // prettier-ignore
  const found = async (text: string) =>
    (await api.trace.find({ text })).filter((each) => each.kind === 'supplier' || each.kind === 'place').map((each) => each.label) // prettier-ignore
  await receive('Valley Orchard', '2026-03-01')
  const importId = await sendFile(api, 'bought.csv', `${bought}${Array.from({ length: 12 }, (_, at) => `2026-03-02,Valley ${at},Salt,1 lb\n`).join('')}`) // prettier-ignore
  await sendFile(api, 'made.csv', made, importId)
  await sendFile(api, 'sold.csv', sold, importId)
  await runImport(api, importId)
  expect([(await found('valley')).length, await found('co-op')]).toEqual([8, ['Co-op']])
  await undoImport(api, importId)
  expect([await found('valley'), await found('valley farm'), await found('co-op')]).toEqual([
    ['Valley Orchard'],
    [],
    [],
  ])
  await receive('Valley Farm', '2026-03-09')
  expect(await found('valley farm')).toEqual(['Valley Farm'])
  await close()
})
