import { describe, expect, test, vi } from 'vitest'
import { prevented } from '../support/electron/double.ts'
import { startHost } from '../support/electron/startHost.ts'

/** The page of the window, as Electron hands it to the host. */
async function startPage() {
  const host = await startHost({ packaged: true })
  const [window] = host.double.windows
  if (!window) throw new Error('no window')
  return { ...host, contents: window.webContents, session: host.double.session.defaultSession }
}

function download(url: string) {
  return { getURL: () => url }
}

describe('a page', () => {
  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays in the app on %s', async (event) => {
    const { contents } = await startPage()
    expect(prevented(contents, event, { url: 'app://traceberry/index.html' })).toBe(false)
    for (const url of [
      'https://evil.example/',
      'file:///home/ana/dropped.html',
      'app://evil/',
      'about:blank',
      'data:text/html,x',
    ])
      expect(prevented(contents, event, { url })).toBe(true)
  })

  test('gets no webview', async () => {
    const { contents } = await startPage()
    expect(prevented(contents, 'will-attach-webview')).toBe(true)
  })

  test.each([
    { url: 'https://www.fda.gov/safety', opened: ['https://www.fda.gov/safety'] },
    { url: 'mailto:orders@coop.example?subject=Recall', opened: ['mailto:orders@coop.example?subject=Recall'] },
    { url: 'http://www.fda.gov/', opened: [] },
    { url: 'file:///etc/passwd', opened: [] },
    { url: 'smb://server/share', opened: [] },
    { url: 'javascript:alert(1)', opened: [] },
    { url: 'app://traceberry/index.html', opened: [] },
    { url: 'about:blank', opened: [] },
  ])('opens no window for $url', async ({ url, opened }) => {
    const { contents, double } = await startPage()
    expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
    expect(double.seen.openedOutside).toEqual(opened)
    expect(double.windows).toHaveLength(1)
  })

  test('tells the person an address that no program opens', async () => {
    const { contents, double } = await startPage()
    double.seen.openExternalFails = true
    contents.openHandler?.({ url: 'mailto:orders@coop.example' })
    await vi.waitFor(() => expect(double.seen.errorBoxes[0]?.content).toContain('mailto:orders@coop.example'))
  })
})

describe('the session', () => {
  test.each([
    { permission: 'clipboard-sanitized-write', requestingUrl: 'app://traceberry/index.html', granted: true },
    { permission: 'clipboard-sanitized-write', requestingUrl: 'https://evil.example/', granted: false },
    { permission: 'media', requestingUrl: 'app://traceberry/index.html', granted: false },
    { permission: 'geolocation', requestingUrl: 'app://traceberry/index.html', granted: false },
    { permission: 'notifications', requestingUrl: 'app://traceberry/index.html', granted: false },
  ])(
    'answers a request for $permission from $requestingUrl with $granted',
    async ({ permission, requestingUrl, granted }) => {
      const { session, contents } = await startPage()
      const answers: boolean[] = []
      session.onRequest?.(contents, permission, (answer) => answers.push(answer), { requestingUrl })
      expect(answers).toEqual([granted])
      expect(session.onCheck?.(contents, permission, new URL(requestingUrl).href)).toBe(granted)
    },
  )

  test('knows the app by its bare origin too', async () => {
    const { session } = await startPage()
    expect(session.onCheck?.(null, 'clipboard-sanitized-write', 'app://traceberry')).toBe(true)
    expect(session.onCheck?.(null, 'clipboard-sanitized-write', 'app://traceberry.evil')).toBe(false)
    expect(session.onCheck?.(null, 'clipboard-sanitized-write', '')).toBe(false)
  })

  test('gives no device', async () => {
    const { session } = await startPage()
    expect(session.onDevice?.()).toBe(false)
  })

  test('reaches no network', async () => {
    const { session } = await startPage()
    for (const url of ['https://www.fda.gov/', 'http://192.168.1.50:9100/', 'ws://127.0.0.1/', 'file:///etc/passwd'])
      expect(session.webRequest.cancels(url)).toBe(true)
    for (const url of ['app://traceberry/assets/index.js', 'blob:app://traceberry/0e98'])
      expect(session.webRequest.cancels(url)).toBe(false)
  })

  test('saves what the page made and nothing from elsewhere', async () => {
    const { session } = await startPage()
    expect(prevented(session, 'will-download', {}, download('blob:app://traceberry/0e98'))).toBe(false)
    expect(prevented(session, 'will-download', {}, download('https://evil.example/x.exe'))).toBe(true)
  })
})
