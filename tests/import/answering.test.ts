import { expect, test } from 'vitest'
import { newId, openKitchen } from '../support/kitchen.ts'
import { runImport, sendFile, undoImport } from '../support/imports.ts'

/* A long import never keeps anybody else waiting for its end: counted, not timed. */

const bought = (rows: number) =>
  `Date,Supplier,Ingredient,Quantity\n${Array.from({ length: rows }, (_, at) => `2026-03-02,Farm ${at % 9},Salt ${at % 40},${at + 1} lb\n`).join('')}`

test('others are answered while rows are looked at, while they are imported, and while they are taken back', async () => {
  const { api, close } = await openKitchen()
  /** How many questions are answered one after the other until the work is done. */
  async function answersDuring(work: Promise<unknown>): Promise<number> {
    let isOver = false
    let answers = 0
    void work.finally(() => (isOver = true))
    while (!isOver) {
      await new Promise((resolve) => setImmediate(resolve))
      await api.kitchen.get({})
      answers += 1
    }
    await work
    return answers
  }

  let importId = 0
  const looked = await answersDuring(sendFile(api, 'bought.csv', bought(6000)).then((id) => (importId = id)))
  expect(looked).toBeGreaterThan(8)
  // Of 200 rows each.
  expect(await answersDuring(runImport(api, importId))).toBeGreaterThanOrEqual(30)
  expect((await api.imports.get({ importId })).counts.imported).toBe(6000)
  expect(await answersDuring(undoImport(api, importId))).toBeGreaterThanOrEqual(60)
  await close()
})

test('what is recorded while rows are looked at counts: they are looked at once more', async () => {
  const { api, close } = await openKitchen()
  const sending = sendFile(api, 'bought.csv', bought(3000))
  await new Promise((resolve) => setTimeout(resolve, 60))
  await api.directory.saveSupplier({ requestId: newId(), name: 'Farm 1', contact: '', phone: '', email: '', address: '', note: '' }) // prettier-ignore
  const importId = await sending
  expect((await api.imports.get({ importId })).fresh.suppliers).not.toContain('Farm 1')
  expect(await runImport(api, importId)).toBe(3000)
  await close()
})

test('files that belong together are looked at once, with the last of them, or when somebody looks', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought(3), null, true)
  expect((await api.imports.list({}))[0]?.counts).toMatchObject({ ready: 0, total: 3 })
  await sendFile(api, 'made.csv', 'Batch number,Product,Made on,Made,Salt 1 (lb)\nX-1,Jam,2026-03-04,6,1\n', importId)
  expect((await api.imports.get({ importId })).counts).toMatchObject({ ready: 3, check: 1, total: 4 })
  const lost = await sendFile(api, 'more.csv', bought(4).replaceAll('2026-03-02', '2026-03-05'), null, true)
  expect((await api.imports.get({ importId: lost })).counts).toMatchObject({ ready: 4, total: 4 })
  await close()
})
