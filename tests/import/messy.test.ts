import { afterAll, beforeAll, expect, test } from 'vitest'
import { runImport, sendFile, verdicts } from '../support/imports.ts'
import { openKitchen, type TestKitchen } from '../support/kitchen.ts'

/* Tables that are none, or not quite: each with what is said of every row before anything counts. */

let kitchen: TestKitchen
beforeAll(async () => {
  kitchen = await openKitchen()
})
afterAll(async () => await kitchen.close())

const good = '2026-03-01,Farm,Salt,1 lb\n'
const head = 'Date,Supplier,Ingredient,Quantity\n'

const tables: readonly (readonly [what: string, text: string, said: readonly string[]])[] = [
  ['totals, headings and heads between', `${head}March,,,\n${good}${head}Total,,,12 lb\n`, ['2 left out: Only one cell is filled: it is taken for a heading.', '3 ready', '4 left out: It is the row of heads once more.', '5 left out: It is a row of totals.']], // prettier-ignore
  ['titles above the heads', `Shopping 2026,,,\n,,,\n${head}${good}`, ['4 ready']],
  ['the same head twice', `Date,Supplier,Ingredient,Quantity,Quantity\n2026-03-01,Farm,Salt,1 lb,7\n`, ['2 ready']],
  ['empty columns between', `Date,,Supplier,,Ingredient,Quantity\n2026-03-01,,Farm,,Salt,1 lb\n`, ['2 ready']],
  [
    'a quantity below zero',
    `${head}${good}2026-03-01,Farm,Salt,-3 lb\n`,
    ['2 ready', '3 stopped: Type a quantity above zero, '],
  ],
  ['a quantity of nothing', `${head}${good}2026-03-01,Farm,Salt,0 lb\n`, ['2 ready', '3 stopped: ']],
  ['a day nobody can tell', `${head}3/4/2026,Farm,Salt,1 lb\n`, ['2 check: 3/4/2026 is read as 2026-03-04.']],
  ['a day that another one explains', `${head}3/4/2026,Farm,Salt,1 lb\n13/3/2026,Farm,Salt,1 lb\n`, ['2 stopped: 2026-04-03 is still to come.', '3 ready']], // prettier-ignore
  ['Excel’s number of a day', `${head}46083,Farm,Salt,1 lb\n${good.repeat(2)}`, ['2 check: 46083 is Excel’s number for 2026-03-02.', '3 ready', '4 ready']], // prettier-ignore
  ['a day without a year', `${head}3/5,Farm,Salt,1 lb\n${good}`, ['2 check: 3/5 has no year: 2026-03-05 is assumed.', '3 ready']], // prettier-ignore
  ['a day that is none', `${head}2026-02-30,Farm,Salt,1 lb\n${good.repeat(2)}`, ['2 stopped: Date: “2026-02-30” is no day.', '3 ready', '4 ready']], // prettier-ignore
  ['a day to come', `${head}2027-01-01,Farm,Salt,1 lb\n`, ['2 stopped: 2027-01-01 is still to come.']],
  ['several bags in one cell', `${head}2026-03-01,Farm,Salt,2 x 25 lb\n`, ['2 check: 2 x 25 lb is 50 lb in all.']],
  ['a decimal comma', 'Date;Supplier;Ingredient;Quantity\n2026-03-01;Farm;Salt;1,5 kg\n', ['2 ready']],
  ['no ingredient', `${head}${good}2026-03-01,Farm,,1 lb\n`, ['2 ready', '3 stopped: The ingredient is missing.']],
  ['words for nothing', `${head}n/a,?,Salt,1 lb\n${good}`, ['2 check: No day: batches made of it cannot be told by date. No supplier: a recall of theirs cannot find it.', '3 ready']], // prettier-ignore
  ['money that is none', `Date,Supplier,Ingredient,Quantity,Cost\n2026-03-01,Farm,Salt,1 lb,$4\n2026-03-01,Farm,Salt,2 lb,gift\n`, ['2 ready', '3 check: The cost “gift” cannot be read and is left out.']], // prettier-ignore
  ['a name without end', `${head}2026-03-01,Farm,${'x'.repeat(90)},1 lb\n`, ['2 stopped: Ingredient has 90 characters; 80 are kept at most.']], // prettier-ignore
  ['what asks to be run', `${head}2026-03-01,=cmd|'/c calc'!A0,Salt,1 lb\n`, ['2 ready']],
  ['sales of a batch nobody knows', 'Sold on,Customer,Batch number,Units\n2026-03-07,Market,Z-9,3\n', ['2 stopped: No batch Z-9 is known here.']], // prettier-ignore
  ['units below zero', 'Sold on,Customer,Product,Units\n2026-03-07,Market,Jam,-3\n', ['2 stopped: -3 units: what came back is imported as “What came back”.']], // prettier-ignore
  ['half a jar', 'Batch number,Product,Made on,Made\nX-7,Jam,2026-03-04,3.5\n', ['2 stopped: Made: “3.5” is no whole number of units']], // prettier-ignore
]

test.each(tables)('%s', async (_, text, said) => {
  const rows = await verdicts(kitchen.api, await sendFile(kitchen.api, 'table.csv', text))
  expect(rows.map((row, at) => row.slice(0, said[at]?.length ?? row.length))).toEqual(said)
})

test('a supplier spelt three ways is asked about, and is one when a person says so', async () => {
  const { api } = kitchen
  const text = `${head}2026-03-01,Valley Farm,Salt,1 lb\n2026-03-02,Valley Farm,Salt,1 lb\n2026-03-03,valley farms,Salt,1 lb\n2026-03-04,Valey Farm,Salt,1 lb\n` // prettier-ignore
  const importId = await sendFile(api, 'three.csv', text)
  const { alike } = await api.imports.get({ importId })
  expect(alike.map(({ what, name, others }) => [what, name, others.toSorted()])).toEqual([
    ['supplier', 'Valley Farm', ['Valey Farm', 'valley farms']],
  ])
  await api.imports.nameAs({ requestId: crypto.randomUUID(), importId, what: 'supplier', names: alike[0]?.others.slice() ?? [], as: 'Valley Farm' }) // prettier-ignore
  const after = await api.imports.get({ importId })
  expect([after.alike, after.fresh.suppliers]).toEqual([[], ['Valley Farm']])
})

test('forty columns of somebody’s own do not hide what the others say', async () => {
  const { api } = kitchen
  const own = Array.from({ length: 36 }, (_, at) => `My own ${at + 1}`).join(',')
  const text = `Date,Vendor,Item,Quantity,${own}\n${`2026-03-01,Farm,Salt,1 lb,${own}\n`.repeat(2)}`
  const importId = await sendFile(api, 'wide.csv', text)
  const [sheet] = (await api.imports.get({ importId })).sheets
  expect([sheet?.kind, sheet?.columns.filter(({ use }) => use.kind === 'field').length]).toEqual(['purchases', 4])
})

test('a table that is left out is counted and told, and what of it is imported stays so', async () => {
  const { api, close } = await openKitchen()
  const importId = await sendFile(api, 'letter.csv', 'Dear all,see you\non,Monday\nor,Tuesday\n')
  const said = async () => {
    const { counts, sheets } = await api.imports.get({ importId })
    const { base64 } = await api.imports.report({ importId, format: 'html' })
    const told = /<section class="method">(.*?)<\/section>/s.exec(Buffer.from(base64, 'base64').toString())?.[1] ?? ''
    return { counts, rows: sheets.map(({ rows }) => rows), told }
  }
  expect(await said()).toMatchObject({ counts: { total: 0 }, rows: [3], told: expect.stringContaining('Left out as a whole, with 3 rows: letter.csv.') }) // prettier-ignore

  await sendFile(api, 'bought.csv', `${head}${good.repeat(2)}soon,Farm,Salt,1 lb\n`, importId)
  await runImport(api, importId)
  const sheetId = (await api.imports.get({ importId })).sheets[1]?.id ?? 0
  await api.imports.change({ requestId: crypto.randomUUID(), sheetId, kind: null, headerRow: 2 })
  expect(await said()).toMatchObject({ counts: { total: 2, imported: 2 }, rows: [3, 3] })
  expect((await api.imports.rows({ importId })).rows.map(({ line, verdict }) => [line, verdict])).toEqual([[1, 'imported'], [2, 'imported']]) // prettier-ignore
  await close()
})

test('a row that a person leaves out, or adds all the same, is as they said, and again when they say nothing', async () => {
  const { api } = kitchen
  const importId = await sendFile(api, 'said.csv', `${head}${good}Total,,,12 lb\n2026-03-01,Farm,Pepper,2 lb\n`)
  const [sheet] = (await api.imports.get({ importId })).sheets
  const say = async (line: number, decision: '' | 'add' | 'leave out') =>
    await api.imports.editRow({ requestId: crypto.randomUUID(), sheetId: sheet?.id ?? 0, line, decision })
  expect(await say(1, 'leave out')).toMatchObject({ verdict: 'left out', why: 'You left it out.' })
  expect((await say(2, 'add')).why).toContain('The ingredient is missing.')
  expect(await verdicts(api, importId)).toEqual(['2 left out: You left it out.', expect.stringContaining('3 stopped: '), '4 ready']) // prettier-ignore
  await say(1, '')
  await say(2, '')
  expect(await verdicts(api, importId)).toEqual(['2 ready', '3 left out: It is a row of totals.', '4 ready'])
})
