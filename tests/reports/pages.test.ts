import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { chromiumPrinter } from '../../main/hosts/loopback/pdf.ts'
import { chromiumPath } from '../support/chromium.ts'
import { bareHost, newId, openKitchen } from '../support/kitchen.ts'
import { bitmapOfPng } from '../support/png.ts'
import { isBlack } from '../../shared/labels/bitmap.ts'

const executable = chromiumPath()
const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0

test('reports of recalls, drills and graphs are pages with something on each, and say what they must', async ({
  skip,
}) => {
  if (!executable || !hasPoppler) return skip('no Chromium, or no pdftoppm (Debian: poppler-utils)')
  const printer = chromiumPrinter(executable)
  const kitchen = await openKitchen({
    demo: true,
    host: { capabilities: { ...bareHost.capabilities, printToPdf: true }, printToPdf: printer.printToPdf },
  })
  try {
    const { api } = kitchen
    const { drillId } = await api.drills.start({ requestId: newId(), seed: 1 })
    await api.drills.findScope({ requestId: newId(), drillId })
    const drill = read((await api.recalls.report({ recallId: drillId, format: 'pdf' })).base64)
    expect(drill.text).toMatch(/Drill: not a recall/)
    expect(drill.text).toMatch(/Tolerances: 4 hours; 100 % of finished goods; 99.5 to 105 % of an ingredient/)
    const recall = read((await api.recall.report({ ownLot: 'SJ-20260304-A', format: 'pdf' })).base64)
    expect(recall.text).toMatch(/accounted % = 100 ×/)
    expect(recall.text).toMatch(/Expected 99.5 to 105 %/)
    const graph = read((await api.trace.picture({ node: { kind: 'batch', id: 1 }, format: 'pdf' })).base64)
    expect(graph.text).toMatch(/Trace of SJ-20260304-A/)
    expect(graph.pages).toHaveLength(1)
    for (const { pages } of [drill, recall, graph]) for (const ink of pages) expect(ink).toBeGreaterThan(300)
  } finally {
    await Promise.all([kitchen.close(), printer.close()])
  }
}, 120_000)

/** The words of a PDF, each space one, and how many dots of each page are black. */
function read(base64: string): { text: string; pages: number[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'traceberry-pages-'))
  try {
    const file = path.join(folder, 'report.pdf')
    writeFileSync(file, Buffer.from(base64, 'base64'))
    const text = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' ')
    spawnSync('pdftoppm', ['-r', '60', '-png', file, path.join(folder, 'page')])
    const pages = readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .map((name) => inkOf(readFileSync(path.join(folder, name))))
    return { text, pages }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function inkOf(png: Uint8Array): number {
  const page = bitmapOfPng(png)
  let ink = 0
  for (let y = 0; y < page.heightDots; y += 1)
    for (let x = 0; x < page.widthDots; x += 1) if (isBlack(page, x, y)) ink += 1
  return ink
}
