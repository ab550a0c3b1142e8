import { expect, test } from 'vitest'
import { wholeFile } from '../support/largeFile.ts'
import { runImport, sendFile, undoImport, verdicts } from '../support/imports.ts'
import { openKitchen } from '../support/kitchen.ts'

/* What came back, with and without unit numbers: the same units as the record takes, or said before it counts. */

const made = 'Batch number,Product,Made on,Made\nX-1,Jam,2026-03-04,36\nX-2,Jam,2026-03-05,12\n'
const sales = 'Sold on,Customer,Batch number,Units,Note\n'
const returns = 'Came back on,Place,Batch number,Came back,Unit numbers,Then,Market day,Sent on\n'

async function kitchenWith(sold: string, back: string) {
  const kitchen = await openKitchen()
  const { api } = kitchen
  const importId = await sendFile(api, 'made.csv', made, null, true)
  await sendFile(api, 'sold.csv', sales + sold, importId, true)
  await sendFile(api, 'returns.csv', returns + back, importId)
  const said = (await verdicts(api, importId)).slice(2)
  await runImport(api, importId)
  const { counts } = await api.imports.get({ importId })
  const where = async (number: string) => {
    const batch = (await api.batches.list({ limit: 10 })).rows.find((row) => row.lotNumber === number)
    return (await api.batches.get({ batchId: batch?.id ?? 0 })).units.map((unit) => `${unit.serials} ${unit.where}`)
  }
  return { ...kitchen, importId, said, waits: counts.stopped, where }
}

test('what came back without numbers is the highest of what was out, and can go out again', async () => {
  const { api, close, importId, said, waits, where } = await kitchenWith(
    '2026-03-06,Market,X-1,10,\n2026-03-09,Co-op,X-1,30,\n',
    '2026-03-07,Market,X-1,4,,,,\n2026-03-08,Market,X-1,1,,thrown in the bin,,\n',
  )
  expect([said, waits]).toEqual([['2 ready', '3 ready', '2 ready', '3 ready'], 0])
  expect(await where('X-1')).toEqual([
    '001–005 Market',
    '006 discarded (back from Market: not said in the spreadsheet)',
    '007–036 Co-op',
  ])
  // Out again in tables, and into an empty kitchen: the same units are there.
  const other = await openKitchen()
  const file = await wholeFile(api, api.imports.exportAll({ format: 'xlsx' }))
  const again = await sendFile(other.api, file.name, Buffer.from(file.base64, 'base64'))
  await runImport(other.api, again)
  const { units } = await other.api.batches.get({ batchId: (await other.api.batches.list({})).rows.find((row) => row.lotNumber === 'X-1')?.id ?? 0 }) // prettier-ignore
  expect(units.map((unit) => `${unit.serials} ${unit.where}`)).toEqual(await where('X-1'))
  await other.close()
  await undoImport(api, importId)
  expect((await api.history.verify({})).problems).toEqual([])
  await close()
})

test.each([
  ['more than was out there', '2026-03-07,Market,X-1,11,,,,', '2 stopped: Only 10 of X-1 were out at Market, so 11 cannot have come back.'], // prettier-ignore
  ['a batch that never went there', '2026-03-07,Market,X-2,1,,,,', '2 stopped: Only 0 of X-2 were out at Market, so 1 cannot have come back.'], // prettier-ignore
  ['numbers that went elsewhere', '2026-03-07,Market,X-1,2,009-011 is wrong,,,', '2 stopped: “009-011 is wrong” are not 2 unit numbers.'], // prettier-ignore
  ['other numbers', '2026-03-07,Market,X-1,2,010-011,,,', '2 stopped: Of X-1, only 001–010 was out at Market. Correct the unit numbers, or leave them empty.'], // prettier-ignore
  ['a market day that was none', '2026-03-07,Market,X-1,2,,,yes,2026-03-05', '2 stopped: Nothing was sent to Market on 2026-03-05.'], // prettier-ignore
] as const)('%s wait before anything counts', async (_, row, why) => {
  const { close, said, waits } = await kitchenWith('2026-03-06,Market,X-1,10,\n', `${row}\n`)
  expect([said.at(-1)?.slice(0, why.length), waits]).toEqual([why, 1])
  await close()
})

test('a market day takes back only what went with it, and a row that waits takes nothing', async () => {
  const { close, said, where } = await kitchenWith(
    '2026-03-06,Market,X-1,10,\n2026-03-13,Market,X-1,6,\n',
    '2026-03-06,Market,X-1,3,,,yes,\n2026-03-13,Market,X-1,7,,,yes,\n2026-03-14,Market,X-1,13,,,,\n2026-03-15,Market,X-1,1,,,,\n',
  )
  expect(said.slice(2).map((row) => row.slice(0, 60))).toEqual([
    '2 ready',
    '3 stopped: Only 6 of X-1 were out at Market, so 7 cannot have come b'.slice(0, 60),
    '4 ready',
    '5 stopped: Only 0 of X-1 were out at Market, so 1 cannot have come b'.slice(0, 60),
  ])
  expect(await where('X-1')).toEqual(['001–013 on hand, back from Market', '014–036 on hand'])
  await close()
})

test('what became of it is read, and said where it is not understood', async () => {
  const { close, said } = await kitchenWith('2026-03-06,Market,X-1,10,\n', '2026-03-07,Market,X-1,4,,on hand,,\n2026-03-08,Market,X-1,1,,given to Ana,,\n') // prettier-ignore
  expect(said.slice(1)).toEqual(['2 ready', '3 check: “given to Ana” is taken for: on hand again.'])
  await close()
})

test('a return that says something else than before waits: it is not taken back twice', async () => {
  const { api, close } = await kitchenWith('2026-03-06,Market,X-1,10,\n', '2026-03-07,Market,X-1,4,,,,\n')
  const edited = await sendFile(api, 'returns.csv', `${returns}2026-03-07,Market,X-1,5,,,,\n`)
  expect((await verdicts(api, edited))[0]).toContain('2 stopped: It was imported before and says something else now.')
  const same = await sendFile(api, 'returns (2).csv', `${returns}2026-03-07,Market,X-1,4,,,,\n`)
  expect(await verdicts(api, same)).toEqual(['2 there already: It was imported before.'])
  await close()
})
