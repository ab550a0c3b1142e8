import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

/*
 * What a spreadsheet makes of the exports: LibreOffice opens each and writes down what it shows. Accents, codes such as
 * `00392/174` and days stay what they are, numbers can be added up, and nothing runs as a formula.
 */
const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync)
const year = { from: '2026-01-01', to: '2026-12-31' }

describe.skipIf(office === undefined)(
  `LibreOffice${office === undefined ? ' (skipped: it is not installed; Debian: libreoffice-calc-nogui)' : ''}`,
  () => {
    test.each(['csv', 'xlsx'] as const)('shows the ingredient log as it was typed: %s', async (format) => {
      const kitchen = await openKitchen()
      const { api } = kitchen
      await receiveLot(api, { ingredient: 'Crème fraîche', supplier: '=cmd|calc', supplierLot: '00392/174' })
      await receiveLot(api, { ingredient: '+Zucker', supplier: 'Œuf & Söhne', supplierLot: '0012' })
      const file = await api.records.save({ log: 'received', format, ...year })
      const { shown, formulas } = await openedInOffice(file)
      const [head = [], ...rows] = shown
      const cells = (name: RegExp) => rows.map((row) => row[head.findIndex((each) => name.test(each))])
      // Digits alone lose their zeros in a CSV, whoever wrote it: the screen says to take XLSX for Excel.
      expect(cells(/lot$/)).toEqual(['00392/174', format === 'csv' ? '12' : '0012'])
      expect(cells(/^ingredient$/i)).toEqual(['Crème fraîche', format === 'csv' ? "'+Zucker" : '+Zucker'])
      expect(cells(/^supplier$/i)).toEqual([format === 'csv' ? "'=cmd|calc" : '=cmd|calc', 'Œuf & Söhne'])
      expect(formulas).toBe(0)
      await kitchen.close()
    })

    test.each(['csv', 'xlsx'] as const)('can add up the production log: %s', async (format) => {
      const kitchen = await openKitchen()
      const { api } = kitchen
      const productId = await addProduct(api)
      for (const made of [12, 30]) await makeBatch(api, productId, { uses: [], made, requestId: newId() })
      const { shown } = await openedInOffice(await api.records.save({ log: 'production', format, ...year }))
      const at = shown[0]?.findIndex((name) => /^made$/i.test(name)) ?? -1
      expect(shown.slice(1).map((row) => Number(row[at]))).toEqual([12, 30])
      await kitchen.close()
    })
  },
)

interface Opened {
  readonly shown: readonly (readonly string[])[]
  readonly formulas: number
}

/** Opens a file as a person does, UTF-8 for CSV, and reads back what is shown and how many cells are formulas. */
async function openedInOffice({ name, base64 }: { readonly name: string; readonly base64: string }): Promise<Opened> {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-office-'))
  try {
    await writeFile(path.join(folder, name), Buffer.from(base64, 'base64'))
    const reading = name.endsWith('.csv') ? ['--infilter=CSV:44,34,76'] : []
    const convert = async (to: string) =>
      await promisify(execFile)(office ?? '', [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        ...reading,
        '--convert-to',
        to,
        '--outdir',
        path.join(folder, 'out'),
        path.join(folder, name),
      ])
    const out = path.join(folder, 'out', path.parse(name).name)
    await convert('fods')
    const formulas = (await readFile(`${out}.fods`, 'utf8')).match(/table:formula=/g)?.length ?? 0
    await convert('csv:Text - txt - csv (StarCalc):44,34,76')
    return { shown: parse(await readFile(`${out}.csv`), { bom: true }), formulas }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
