import { createHash } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { AppError } from '../../shared/api/errors.ts'
import { newId, openKitchen, refusal } from '../support/kitchen.ts'
import { runImport, sendFile, undoImport, verdicts } from '../support/imports.ts'

/* Two windows, two imports, an answer that got lost: nothing is doubled, nothing is lost, and who was late is told. */

const head = 'Date,Supplier,Ingredient,Quantity\n'
const bought = (rows: number) =>
  `${head}${Array.from({ length: rows }, (_, at) => `2026-03-02,Valley Farm,Strawberries,${at + 1} lb\n`).join('')}`

async function settled(calls: readonly Promise<unknown>[]): Promise<string[]> {
  return (await Promise.allSettled(calls)).map(
    (result) =>
    result.status === 'fulfilled' ? 'done' : result.reason instanceof AppError ? result.reason.body.message : String(result.reason), // prettier-ignore
  )
}

test('of two windows that import at once one is told that it was late, and every row goes in once', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought(500))
  const step = async () => await api.imports.step({ requestId: newId(), importId })
  await step()
  const answers = await settled([step(), step(), step()])
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
  expect(answers.filter((answer) => answer.startsWith('Another window imported, changed or recorded something'))).toHaveLength(2) // prettier-ignore
  await runImport(api, importId)
  expect((await api.imports.get({ importId })).counts).toMatchObject({ total: 500, imported: 500 })
  expect((await api.pantry.ingredients({}))[0]?.lots).toBe(500)
  expect((await api.history.verify({})).problems).toEqual([])
  await close()
})

test('a step sent again with the same request does nothing twice', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought(250))
  const requestId = newId()
  const first = await api.imports.step({ requestId, importId })
  expect(await api.imports.step({ requestId, importId })).toEqual(first)
  expect((await api.pantry.ingredients({}))[0]?.lots).toBe(200)
  await close()
})

test('rows that are mended at once are all looked at, and one that was changed meanwhile is not written over', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(
    api,
    'bought.csv',
    `${head}soon,A,Salt,1 lb\nlater,A,Salt,2 lb\nnever,A,Salt,3 lb\n${'2026-02-01,B,Sugar,1 lb\n'.repeat(4)}`,
  )
  const sheetId = (await api.imports.get({ importId })).sheets[0]?.id ?? 0
  const edit = async (line: number, was: string, day: string) =>
    await api.imports.editRow({ requestId: newId(), sheetId, line, cells: [day, 'A', 'Salt', `${line} lb`], was: [was, 'A', 'Salt', `${line} lb`] }) // prettier-ignore
  expect(await settled([edit(1, 'soon', '2026-03-01'), edit(2, 'later', '2026-03-02'), edit(3, 'never', '2026-03-03')])).toEqual(['done', 'done', 'done']) // prettier-ignore
  expect(await verdicts(api, importId)).toEqual([2, 3, 4, 5, 6, 7, 8].map((row) => `${row} ready`))
  const answers = await settled([edit(1, '2026-03-01', '2026-03-11'), edit(1, '2026-03-01', '2026-03-12')])
  expect(answers.toSorted()).toEqual([
    'This row was changed in another window since you opened it. Look at it as it is now, then change it again.',
    'done',
  ])
  expect(await runImport(api, importId)).toBe(7)
  await close()
})

test('the same file on two desks goes in once: what the record has by now is shown before it counts', async () => {
  const { api, close } = await openKitchen()
  const one = await sendFile(api, 'bought.csv', bought(3))
  const other = await sendFile(api, 'shopping.csv', bought(3))
  await runImport(api, one)
  const late = await refusal(api.imports.step({ requestId: newId(), importId: other }))
  expect(late.message).toContain('The record changed since these rows were looked at')
  expect(await verdicts(api, other)).toEqual([2, 3, 4].map((row) => `${row} there already: It was imported before.`))
  expect(await runImport(api, other)).toBe(0)
  expect((await api.pantry.ingredients({}))[0]?.lots).toBe(3)
  await close()
})

test('what is recorded meanwhile and changes no row does not hold an import up', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought(3))
  await api.directory.saveSupplier({ requestId: newId(), name: 'Costco', contact: '', phone: '', email: '', address: '', note: '' }) // prettier-ignore
  expect(await runImport(api, importId)).toBe(3)
  await close()
})

test('a file whose answer got lost, and the same file chosen twice for one import, are there once', async () => {
  const { api, close } = await openKitchen()
  const piece = { name: 'bought.csv', piece: 0, pieces: 1, as: 'text', content: bought(2) } as const
  const requestId = newId()
  const [one, again] = await Promise.all([
    api.imports.send({ ...piece, requestId, upload: newId() }),
    api.imports.send({ ...piece, requestId, upload: newId() }),
  ])
  expect(again).toEqual(one)
  expect(await api.imports.send({ ...piece, requestId, upload: newId() })).toEqual(one)
  expect((await api.imports.list({})).map((row) => row.counts.total)).toEqual([2])
  const importId = one.importId ?? 0
  await sendFile(api, 'bought.csv', bought(2), importId)
  expect((await api.imports.get({ importId })).sheets).toHaveLength(1)
  await close()
})

test('an import that is over is not ended again, and one that brought something is never forgotten', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought(2))
  await runImport(api, importId)
  await undoImport(api, importId)
  expect((await refusal(api.imports.close({ requestId: newId(), importId }))).message).toContain('This import is over')
  expect((await api.imports.get({ importId })).state).toBe('undone')
  await close()
})

test('what comes to lean on an import while it is taken back is found before its next step', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'bought.csv', bought(150))
  await runImport(api, importId)
  expect(await api.imports.undo({ requestId: newId(), importId })).toEqual({ done: 100, left: 50 })
  const made = await sendFile(api, 'made.csv', 'Batch number,Product,Made on,Made,Strawberries (lb)\nX-1,Jam,2026-03-04,6,1\n') // prettier-ignore
  await runImport(api, made)
  const refused = await refusal(api.imports.undo({ requestId: newId(), importId }))
  expect(refused.blockers).toEqual(['batch X-1 used some of it'])
  await undoImport(api, made)
  await undoImport(api, importId)
  expect((await api.imports.get({ importId })).state).toBe('undone')
  expect((await api.history.verify({})).problems).toEqual([])
  await close()
})

test('undoing the newer state of a file brings back what the older one said, and takes along names that nothing else has', async () => {
  const { api, close } = await openKitchen()
  const sold = (units: number) => `Sold on,Customer,Batch number,Units\n2026-03-07,Saturday market,X-1,${units}\n`
  const base = await sendFile(api, 'made.csv', 'Batch number,Product,Made on,Made\nX-1,Jam,2026-03-04,36\n,Jam,2026-03-05,12\n') // prettier-ignore
  await sendFile(api, 'sold.csv', sold(10), base)
  await runImport(api, base)
  const newer = await sendFile(api, 'sold.csv', sold(4))
  await sendFile(api, 'suppliers.csv', 'Supplier,Phone\nHill Dairy,555\n', newer)
  await sendFile(api, 'places.csv', 'Customer,Phone,E-mail\nCorner store,556,a@b.example\n', newer)
  await runImport(api, newer)
  const onHand = async () => (await api.batches.list({ limit: 10 })).rows.map((row) => [row.lotNumber, row.onHand])
  expect(await onHand()).toEqual([
    ['X-20260305-A', 12],
    ['X-1', 32],
  ])
  expect((await api.directory.suppliers({})).map((supplier) => supplier.name)).toEqual(['Hill Dairy'])
  await undoImport(api, newer)
  expect((await onHand()).map(([, units]) => units)).toEqual([12, 26])
  expect(await api.directory.suppliers({})).toEqual([])
  expect((await api.directory.places({})).map((place) => place.name)).toEqual(['Saturday market'])
  expect((await api.imports.get({ importId: base })).counts.imported).toBe(3)
  expect((await api.history.verify({})).problems).toEqual([])
  await close()
})

test('a backup is made before the first row of an import goes in, once, and none where nothing does', async () => {
  const { api, close } = await openKitchen()
  const made = async () => (await api.backups.list({})).backups.filter((each) => each.why === 'before an import')
  const importId = await sendFile(api, 'bought.csv', bought(250))
  expect(await made()).toEqual([])
  await api.imports.step({ requestId: newId(), importId })
  expect(await made()).toHaveLength(1)
  await runImport(api, importId)
  expect(await made()).toHaveLength(1)
  const again = await sendFile(api, 'bought.csv', bought(250))
  await runImport(api, again)
  expect(await made()).toHaveLength(1)
  await close()
})

test('the log of an import and the history keep which file it was, by its hash', async () => {
  const { api, close, dataDir } = await openKitchen()
  const sha256 = createHash('sha256').update(bought(3)).digest('hex')
  const importId = await sendFile(api, 'bought.csv', bought(3))
  await runImport(api, importId)
  expect((await api.imports.list({}))[0]?.files).toEqual([{ name: 'bought.csv', sha256 }])
  const { base64 } = await api.imports.report({ importId, format: 'html' })
  expect(Buffer.from(base64, 'base64').toString()).toContain(`bought.csv, SHA-256 ${sha256}.`)
  await undoImport(api, importId)
  await close(false)
  const record = new Database(path.join(dataDir, 'traceberry.db'), { readonly: true })
  const told = record.prepare(`SELECT op, input FROM audit WHERE op LIKE 'imports.%'`).all() as { op: string; input: string }[] // prettier-ignore
  record.close()
  expect(told.map(({ op }) => op)).toEqual(['imports.step', 'imports.undo'])
  for (const { input } of told) expect((JSON.parse(input) as { files: unknown }).files).toEqual([{ name: 'bought.csv', sha256 }]) // prettier-ignore
  await close()
})
