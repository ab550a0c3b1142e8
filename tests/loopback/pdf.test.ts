import { spawnSync } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { chromiumPrinter } from '../../main/hosts/loopback/pdf.ts'
import { loopbackServices } from '../../main/hosts/loopback/services.ts'
import { chromiumPath } from '../support/chromium.ts'
import { isRunning, loggedChromium, shellScript, temporaryFolder } from './support.ts'

describe('printing a report to PDF with an installed browser', () => {
  it('makes a tagged PDF in the paper size of the page, with its title and language', async () => {
    const pdf = await print(
      '<!doctype html><html lang="en"><head><title>Recall report</title><style>@page{size:5in 7in}</style></head><body><h1>Lots</h1><table><tr><th>Lot</th></tr><tr><td>SJ-1</td></tr></table></body></html>',
    )
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toContain('/Title (Recall report)')
    expect(pdf).toMatch(/\/MediaBox \[0 0 360 504\]/)
    expect(pdf).toContain('/Lang (en)')
    expect(pdf).toMatch(/\/MarkInfo <<[^>]*\/Marked true/)
    expect([...new Set(pdf.match(/\/S \/(H1|Table|TH|TD)\b/g))].toSorted()).toEqual([
      '/S /H1',
      '/S /TD',
      '/S /TH',
      '/S /Table',
    ])
  })

  it('runs no script and fetches nothing, from the network or the disk, whatever a name in the report holds', async () => {
    const asked: string[] = []
    const server = http.createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const address = server.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    const secret = path.join(await temporaryFolder(), 'secret.html')
    await writeFile(secret, '<h1>secret</h1>')
    const pdf = await print(
      `<!doctype html><html><head><title>Quiet</title><link rel="stylesheet" href="${origin}/style"></head><body>
      <script>document.title = 'SCRIPT RAN'</script><img src="x" onerror="document.title = 'HANDLER RAN'">
      <img src="${origin}/image"><img src="http://evil.example/name"><iframe src="${origin}/frame"></iframe>
      <iframe src="file://${secret}"></iframe><meta http-equiv="refresh" content="0;url=${origin}/refresh"></body></html>`,
    )
    expect(pdf).toContain('/Title (Quiet)')
    expect(pdf).not.toContain('/S /H1')
    expect(asked).toEqual([])
  })

  it.each([
    ['nothing but a sentence', 'Lots', 595],
    ['an html element without a head', '<html lang="de"><h1>Lots</h1></html>', 0],
    [
      'a head with attributes',
      '<!DOCTYPE html>\n<html>\n<head data-x="1"><title>x</title></head><h1>Lots</h1></html>',
      0,
    ],
  ])('takes %s', async (_what, html) => {
    expect(await print(html)).toMatch(/^%PDF-/)
  })

  it('removes its folder, also after a failure', async () => {
    const folder = await ownTemporaryFolder()
    const { printToPdf, close } = chromiumPrinter(chromiumPath() ?? 'chromium')
    await printToPdf('<h1>Lots</h1>')
    await close()
    await expect(printerOf('/nowhere/chromium')('<h1>Lots</h1>')).rejects.toThrow('could not be started')
    await vi.waitFor(async () => expect(await leftIn(folder)).toEqual([]), 10_000)
  })

  it('prints two reports at a time, in one browser', async () => {
    const { executable, started } = await loggedChromium()
    const printToPdf = printerOf(executable)
    const pdfs = (await Promise.all(['One', 'Two'].map(async (title) => await printToPdf(`<title>${title}</title>`)))).map(text) // prettier-ignore
    expect(pdfs.map((pdf) => /\/Title \((\w+)\)/.exec(pdf)?.[1])).toEqual(['One', 'Two'])
    expect(await started()).toHaveLength(1)
  })

  it('keeps the browser for the next report, and ends it when none came for a while', async () => {
    const folder = await ownTemporaryFolder()
    const { executable, started } = await loggedChromium()
    const printToPdf = printerOf(executable, 60_000, 300)
    await printToPdf('<h1>Lots</h1>')
    await printToPdf('<h1>Lots</h1>')
    const [browser = 0, ...others] = await started()
    expect(others).toEqual([])
    expect(isRunning(browser)).toBe(true)
    await vi.waitFor(() => expect(isRunning(browser)).toBe(false), 10_000)
    await vi.waitFor(async () => expect(await leftIn(folder)).toEqual([]), 10_000)
    expect(text(await printToPdf('<title>Again</title>'))).toContain('/Title (Again)')
    expect(await started()).toHaveLength(2)
  })

  it('starts another where the browser died between two reports', async () => {
    const { executable, started } = await loggedChromium()
    const printToPdf = printerOf(executable)
    await printToPdf('<h1>Lots</h1>')
    const [browser = 0] = await started()
    process.kill(-browser, 'SIGKILL')
    await vi.waitFor(() => expect(isRunning(browser)).toBe(false), 10_000)
    expect(text(await printToPdf('<title>Again</title>'))).toContain('/Title (Again)')
  })

  it('ends what it prints when it is closed, saying so, and leaves nothing', async () => {
    const folder = await ownTemporaryFolder()
    const { executable, started } = await loggedChromium()
    const { printToPdf, close } = chromiumPrinter(executable)
    const said = printToPdf('<h1>Lots</h1>'.repeat(50_000)).catch(String)
    await vi.waitFor(async () => expect(await started()).toHaveLength(1))
    await close()
    expect(await said).toContain('was stopped')
    await vi.waitFor(async () => expect((await started()).filter(isRunning)).toEqual([]), 10_000)
    expect(await leftIn(folder)).toEqual([])
  })

  it('removes what a program left that was killed, and nothing of one that runs', async () => {
    const folder = await ownTemporaryFolder()
    const { pid: dead } = spawnSync('true')
    const [left, own] = [`traceberry-print-${dead}-abc`, `traceberry-print-${process.ppid}-abc`]
    for (const name of [left, own]) await mkdir(path.join(folder, name))
    await print('<h1>Lots</h1>')
    const names = await readdir(folder)
    expect(names).not.toContain(left)
    expect(names).toContain(own)
  })

  it.each([
    ['never ends', 'sleep 60', 'was not done after 0 seconds', 200],
    ['fails', 'exit 21', 'stopped with code 21', 30_000],
    ['ends without a word', 'exit 0', 'ended without writing it', 30_000],
  ])('says what happened and what to do when the browser %s', async (_what, body, part, limitMs) => {
    const printing = printerOf(await shellScript(body), limitMs)('<h1>Lots</h1>')
    await expect(printing).rejects.toThrow(part)
    await expect(printing).rejects.toThrow(/^The PDF was not made: .*Try again, or save the report/)
  })
})

describe('what the browser window lends the core', () => {
  it('is no PDF without a browser, and never folders; asking all the same is answered with a way out', async () => {
    const { capabilities, printToPdf, pickFolder, showFolder } = loopbackServices(undefined)
    expect(capabilities).toEqual({
      printToPdf: false,
      pickFolder: false,
      showFolder: false,
      openAtLogin: false,
      install: false,
      changeKitchen: false,
    })
    await expect(printToPdf('')).rejects.toThrow('Install one')
    await expect(pickFolder('')).rejects.toThrow('--backups')
    await expect(showFolder('')).rejects.toThrow('file manager')
  })

  it('is PDF with one', () => {
    expect(loopbackServices('/usr/bin/chromium').capabilities.printToPdf).toBe(true)
  })
})

/** @returns the PDF with one character per byte, so that its plain parts can be searched */
async function print(html: string): Promise<string> {
  return text(await printerOf(chromiumPath() ?? 'chromium')(html))
}

function text(pdf: Uint8Array): string {
  return Buffer.from(pdf).toString('latin1')
}

/** A printer whose browser ends with the test. */
function printerOf(...options: Parameters<typeof chromiumPrinter>) {
  const { printToPdf, close } = chromiumPrinter(...options)
  onTestFinished(close)
  return printToPdf
}

/** What is there but the scripts of the test. */
async function leftIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('traceberry-test-'))
}

async function ownTemporaryFolder(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'tmp')
  await mkdir(folder)
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(tmpdir()).toBe(folder)
  return folder
}
