import http from 'node:http'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { chromiumOptions } from '../support/chromium.ts'
import { appDouble, serve } from './support.ts'

const withHeader = { method: 'POST', headers: { 'content-type': 'application/json', 'x-traceberry': '1' }, body: '{}' }

describe('in a real browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch(chromiumOptions())
  })
  afterAll(() => browser.close())

  it('the opening link shows the window, which calls, hears notices and survives a reload', async () => {
    const { server, listeners, notify } = await serve()
    const page = await newPage(browser)
    await page.goto(server.openingUrl())
    expect(page.url()).toBe(`${server.origin}/`)
    expect((await page.reload())?.status()).toBe(200)
    expect(await page.evaluate(callOf(server.origin, withHeader))).toBe('basic 200')
    const heard = page.evaluate(
      `new Promise((heard) => (new EventSource('/events').onmessage = ({ data }) => heard(data)))`,
    )
    await vi.waitFor(() => expect(listeners.size).toBe(1))
    notify({ changed: ['batches.record'] })
    expect(await heard).toBe('{"changed":["batches.record"]}')
  })

  it('a page of another program on this computer, to which the browser does send our cookie, reaches nothing', async () => {
    const { server, calls } = await serve(appDouble())
    const page = await newPage(browser)
    await page.goto(server.openingUrl())
    await page.goto(await otherProgram())
    const form = { method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: '{}' }
    expect(await page.evaluate(callOf(server.origin, form))).toBe('opaque 0')
    expect(await page.evaluate(callOf(server.origin, withHeader))).toBe('TypeError: Failed to fetch')
    expect(await page.evaluate(callOf(server.origin, { ...withHeader, headers: {} }))).toBe(
      'TypeError: Failed to fetch',
    )
    expect(calls).toEqual([])
  })

  it('a page elsewhere cannot show the window in a frame', async () => {
    const { server } = await serve()
    const page = await newPage(browser)
    await page.goto(server.openingUrl())
    await page.goto(await otherProgram(`<iframe src="${server.origin}/"></iframe>`))
    const frame = page.frames()[1]
    expect(frame && (await frame.title())).not.toBe('Traceberry')
  })
})

async function newPage(browser: Browser) {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return context.newPage()
}

/** @returns the address of a page with another port, which is the same site to a browser */
async function otherProgram(html = '<h1>Other</h1>'): Promise<string> {
  const server = http.createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
}

/** A script for the page: what it can see of the answer to a call with its cookies. */
function callOf(origin: string, init: object): string {
  const options = JSON.stringify({ ...init, credentials: 'include' })
  return `fetch('${origin}/api/system.state', ${options}).then(({ type, status }) => type + ' ' + status, String)`
}
