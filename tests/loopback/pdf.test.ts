import { mkdir, readdir, writeFile } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { chromiumPrinter } from '../../main/hosts/loopback/pdf.ts'
import { loopbackServices } from '../../main/hosts/loopback/services.ts'
import { chromiumPath } from '../support/chromium.ts'
import { shellScript, temporaryFolder } from './support.ts'

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
    await print('<h1>Lots</h1>')
    await expect(chromiumPrinter('/nowhere/chromium')('<h1>Lots</h1>')).rejects.toThrow('could not be started')
    expect(await readdir(folder)).toEqual([])
  })

  it('prints two reports at a time', async () => {
    const pdfs = await Promise.all([print('<title>One</title>'), print('<title>Two</title>')])
    expect(pdfs.map((pdf) => /\/Title \((\w+)\)/.exec(pdf)?.[1])).toEqual(['One', 'Two'])
  })

  it.each([
    ['never ends', 'sleep 60', 'was not done after 0 seconds'],
    ['fails', 'exit 21', 'stopped with code 21'],
    ['ends without a word', 'exit 0', 'ended without writing it'],
  ])('says what happened and what to do when the browser %s', async (_what, body, part) => {
    const printing = chromiumPrinter(await shellScript(body), 200)('<h1>Lots</h1>')
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
  const pdf = await chromiumPrinter(chromiumPath() ?? 'chromium')(html)
  return Buffer.from(pdf).toString('latin1')
}

async function ownTemporaryFolder(): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'tmp')
  await mkdir(folder)
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(tmpdir()).toBe(folder)
  return folder
}
