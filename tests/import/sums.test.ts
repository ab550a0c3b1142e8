import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runImport, sendFile, undoImport } from '../support/imports.ts'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'

/* Rows in = imported + waiting + refused, whatever is in the table and whatever is done with it; and it is printed. */

const heads = {
  purchases: ['Date', 'Supplier', 'Ingredient', 'Quantity', 'Cost'],
  batches: ['Batch number', 'Product', 'Made on', 'Made', 'Ingredient', 'Quantity used'],
  sales: ['Sold on', 'Customer', 'Product', 'Batch number', 'Units'],
}
const cells = ['', ' ', '2026-03-02', '3/4/2026', 'soon', 'Salt', 'Farm', 'Jam', 'X-1', 'X-2', '4 lb', '12', '-3', '0', 'Total', '1,5', '$4', '=1+1', 'n/a'] // prettier-ignore
const likely: Readonly<Record<string, readonly string[]>> = {
  Date: ['2026-03-02', '3/4/2026'],
  Supplier: ['Farm'],
  Ingredient: ['Salt', 'Sugar'],
  Quantity: ['4 lb', '2 lb'],
  Cost: ['$4'],
  'Batch number': ['X-1', 'X-2', ''],
  Product: ['Jam'],
  'Made on': ['2026-03-05'],
  Made: ['12'],
  'Quantity used': ['1 lb'],
  'Sold on': ['2026-03-07'],
  Customer: ['Market'],
  Units: ['2'],
}

const table = fc.constantFrom<keyof typeof heads>('purchases', 'batches', 'sales').chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    rows: fc.array(
      fc.tuple(
        ...heads[kind].map(
          (head) =>
          fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...(likely[head] ?? [''])) }, { weight: 1, arbitrary: fc.constantFrom(...cells) }), // prettier-ignore
        ),
      ),
      { maxLength: 12 },
    ),
  }),
)

async function sums({ api }: TestKitchen, importId: number): Promise<number> {
  const { counts, state } = await api.imports.get({ importId })
  const { ready, check, stopped, leftOut, thereAlready, imported, total } = counts
  expect(imported + (ready + check + stopped) + (leftOut + thereAlready)).toBe(total)
  const { rows } = await api.imports.rows({ importId, limit: 200 })
  expect(rows.length).toBe(total)
  // Nothing is left out or refused without a word.
  for (const { verdict, why } of rows) if (verdict === 'left out' || verdict === 'stopped' || verdict === 'there already') expect(why).not.toBe('') // prettier-ignore
  const report = await api.imports.report({ importId, format: 'html' })
  const said = `${total} rows in: ${imported} imported, ${ready + check + stopped} ${state === 'open' ? 'waiting' : 'given up'}, ${leftOut + thereAlready} refused`
  expect(Buffer.from(report.base64, 'base64').toString()).toContain(said)
  return total
}

test(
  'rows in are imported, waiting or refused, before, after and when it is taken back',
  { timeout: 120_000 },
  async () => {
    const kitchen = await openKitchen()
    const { api } = kitchen
    await fc.assert(
      fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 3 }), async (tables) => {
        let importId: number | null = null
        let sent = 0
        for (const { kind, rows } of tables) {
          const text = [heads[kind], ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')
          // The upload's id in a cell of no column tells files apart that say the same.
          importId = await sendFile(api, `${kind}.csv`, `${text}\n"${newId()}"`, importId)
          sent += rows.filter((row) => row.some((cell) => cell.trim() !== '')).length + 1
        }
        if (importId === null) return
        expect(await sums(kitchen, importId)).toBe(sent)
        await runImport(api, importId)
        expect(await sums(kitchen, importId)).toBe(sent)
        await undoImport(api, importId)
        expect(await sums(kitchen, importId)).toBe(sent)
      }),
      { numRuns: 20 },
    )
    expect((await api.history.verify({})).problems).toEqual([])
    await kitchen.close()
  },
)
