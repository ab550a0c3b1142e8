import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { knownSheets } from '../../shared/api/sheets.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { newId, openKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch } from '../support/make.ts'
import { hasZbar } from '../support/symbolReaders.ts'

test('labels go on as many sheets as they need, from the first label that is left, each once', async ({ skip }) => {
  skip(!hasZbar() || spawnSync('pdftoppm', ['-v']).status !== 0, 'zbarimg or pdftoppm is not installed')
  const kitchen = await openKitchen()
  const { api } = kitchen
  const productId = await addProduct(api)
  const { lotId, lotNumber } = await makeBatch(api, productId, { uses: [], made: 36 })
  const avery = knownSheets.find(({ name }) => name.includes('L7160'))
  if (!avery) throw new Error('the sheet is gone')
  const { labelWidthMm, labelHeightMm, ...sheet } = avery
  const { id: printerId } = await api.labels.savePrinter({
    requestId: newId(),
    name: 'Office',
    transport: 'file',
    language: 'pdf',
    dpi: 300,
    address: '',
    labelWidthMm,
    labelHeightMm,
    sheet,
  })
  const { jobId } = await api.labels.print({ requestId: newId(), lotId, printerId, layout: 'jar-qr', startAt: 3 })
  const pdf = await vi.waitFor(async () => await api.labels.pdf({ jobId }), { timeout: 15_000, interval: 200 })
  const serials = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, at) => unitNumber(lotNumber, first + at))
  // 21 labels a sheet, of which two were used before.
  expect(await codesOnPages(pdf.base64)).toEqual([serials(1, 19), serials(20, 36)])
  await kitchen.close()
})

/** What zbar reads on each page, sorted. */
async function codesOnPages(base64: string): Promise<string[][]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-sheet-'))
  try {
    await writeFile(path.join(folder, 'labels.pdf'), Buffer.from(base64, 'base64'))
    spawnSync('pdftoppm', ['-r', '200', '-png', path.join(folder, 'labels.pdf'), path.join(folder, 'page')])
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted()
    return pages.map((page) => {
      const { stdout } = spawnSync('zbarimg', ['--quiet', '--raw', path.join(folder, page)])
      return stdout.toString().trim().split('\n').toSorted()
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
