import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { CSP } from '../../main/hosts/csp.ts'
import { ownFrame, startHost } from '../support/electron/startHost.ts'

const windowPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  spellcheck: false,
}

/** Calls but those of the host itself, which asks which language to speak. */
function ofWindows(calls: readonly (readonly [op: unknown, input: unknown])[]) {
  return calls.filter(([op]) => op !== 'system.state')
}

describe('starting', () => {
  test('takes the lock before anything else, in the profile of this kitchen', async () => {
    const { double, home } = await startHost()
    expect(double.seen.order.slice(0, 3)).toEqual(['path userData', 'lock', 'sandbox'])
    expect(double.electron.app.getPath('userData')).toBe(path.join(home, 'appData/Traceberry/window'))
  })

  test('passes the folders of the command line to the core', async () => {
    const { started, home } = await startHost({ argv: ['--no-sandbox', '--demo'] })
    expect(started).toEqual([
      {
        demo: 'year',
        dataDir: path.join(home, 'appData/Traceberry/demo'),
        backupDir: path.join(home, 'appData/Traceberry/demo backups'),
        profileDir: path.join(home, 'appData/Traceberry/demo window'),
      },
    ])
  })

  test('without the lock ends at once: no core, no window, no scheme', async () => {
    const { double, started } = await startHost({ first: false })
    expect(double.seen.order).toEqual(['path userData', 'lock', 'exit 0'])
    expect(started).toEqual([])
    expect(double.seen.schemes).toEqual([])
  })

  test('with a command line it cannot read says so and ends', async () => {
    const { double, started } = await startHost({ argv: ['--data'] })
    expect(double.seen.errorBoxes).toEqual([
      { title: 'Traceberry could not start', content: expect.stringContaining('--data needs a folder') },
    ])
    expect(double.seen.order).toEqual(['exit 1'])
    expect(started).toEqual([])
  })

  test('registers the app scheme as standard and secure, and as nothing more', async () => {
    const { double } = await startHost()
    expect(double.seen.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
  })

  test('that finds no renderer says so and quits, closing the core', async () => {
    const { double, core } = await startHost({ withoutRenderer: true })
    await vi.waitFor(() => expect(double.seen.order.at(-1)).toBe('exit 0'))
    expect(double.seen.errorBoxes).toMatchObject([{ title: 'Traceberry could not open its window' }])
    expect(core.closes).toBe(1)
  })
})

describe('the window', () => {
  test.each([
    { packaged: true, devTools: false },
    { packaged: false, devTools: true },
  ])('is sandboxed and isolated (packaged: $packaged)', async ({ packaged, devTools }) => {
    const { double, preload } = await startHost({ packaged })
    expect(double.windows).toHaveLength(1)
    expect(double.windows[0]?.options['webPreferences']).toEqual({ ...windowPreferences, preload, devTools })
    expect(double.windows[0]?.url).toBe('app://traceberry/index.html')
  })

  test.each([
    { dark: true, backgroundColor: '#191716' },
    { dark: false, backgroundColor: '#f8f6f3' },
  ])('opens without a flash (dark: $dark)', async ({ dark, backgroundColor }) => {
    const { double } = await startHost({ dark })
    expect(double.windows[0]?.options).toMatchObject({ show: false, backgroundColor })
    expect(double.windows[0]?.shown).toBe(true)
  })

  test('comes forward when the app is started again', async () => {
    const { double } = await startHost()
    const [window] = double.windows
    if (window) Object.assign(window, { minimized: true, shown: false })
    double.electron.app.emit('second-instance', {}, ['traceberry'], '/')
    expect(window).toMatchObject({ minimized: false, shown: true, focused: 1 })
    expect(double.windows).toHaveLength(1)
  })

  test.each([
    { choice: 'Open again', nextButton: 0, reloads: 1, last: 'window' },
    { choice: 'Quit', nextButton: 1, reloads: 0, last: 'exit 0' },
  ])('that crashed asks what to do: $choice', async ({ nextButton, reloads, last }) => {
    const { double } = await startHost()
    const [window] = double.windows
    double.seen.nextButton = nextButton
    window?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    await vi.waitFor(() => expect(window?.reloads).toBe(reloads))
    await vi.waitFor(() => expect(double.seen.order.at(-1)).toBe(last))
  })
})

describe('a file opened with the app', () => {
  test('goes to the core: from the command line, from a second start, and as macOS tells it', async () => {
    const { double, core } = await startHost({ argv: ['--demo', 'first.traceberry'] })
    await vi.waitFor(() => expect(core.opened).toEqual([path.resolve('first.traceberry')]))
    const { app } = double.electron
    app.emit('second-instance', {}, ['traceberry', '--allow-file-access', 'second.traceberry'], '/media/stick')
    app.emit('second-instance', {}, ['traceberry', 'photo.jpg', '--data.traceberry'], '/media/stick')
    app.emit('second-instance', {}, ['traceberry', 'Jar.traceberry-label'], '/media/stick')
    let kept = 0
    app.emit('open-file', { preventDefault: () => (kept += 1) }, '/Users/ana/third.traceberry')
    await vi.waitFor(() =>
      expect(core.opened.slice(1)).toEqual([
        path.resolve('/media/stick', 'second.traceberry'),
        path.resolve('/media/stick', 'Jar.traceberry-label'),
        '/Users/ana/third.traceberry',
      ]),
    )
    expect(kept).toBe(1)
  })
})

describe('the app scheme', () => {
  test('serves the renderer with its policy on every answer', async () => {
    const { double } = await startHost({ files: { 'page.js': 'export {}' } })
    const session = double.session.defaultSession
    for (const [name, type] of [
      ['index.html', 'text/html; charset=utf-8'],
      ['page.js', 'text/javascript; charset=utf-8'],
    ]) {
      const answer = await session.fetch(`app://traceberry/${name}`)
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': type,
        'content-security-policy': CSP,
        'x-content-type-options': 'nosniff',
      })
    }
    expect(await (await session.fetch('app://traceberry/page.js')).text()).toBe('export {}')
  })

  test.each([
    ['a file that is not there', 'app://traceberry/missing.js', 'GET'],
    ['a file outside', 'app://traceberry/..%2f..%2fetc%2fpasswd', 'GET'],
    ['a folder', 'app://traceberry/assets', 'GET'],
    ['another method', 'app://traceberry/index.html', 'POST'],
  ])('answers 404 with the policy for %s', async (_what, url, method) => {
    const { double } = await startHost()
    const answer = await double.session.defaultSession.fetch(url, method)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
    expect(answer.headers.get('content-security-policy')).toBe(CSP)
  })

  test('answers no other host, even past the request filter', async () => {
    const { double } = await startHost()
    const serve = double.session.defaultSession.handlers.get('app')
    expect((await serve?.(new Request('app://print/index.html')))?.status).toBe(404)
  })
})

describe('a call', () => {
  test('of the app’s own frame reaches the core', async () => {
    const { double, core } = await startHost()
    const answer = await double.invoke('traceberry:call', { senderFrame: ownFrame }, 'products.list', { a: 1 })
    expect(answer).toEqual({ ok: true, value: { a: 1 } })
    expect(ofWindows(core.calls)).toEqual([['products.list', { a: 1 }]])
  })

  test.each([
    ['a frame inside the page', { ...ownFrame, parent: {} }],
    ['a foreign page', { url: 'https://evil.example/', parent: null }],
    ['a page of another host of the scheme', { url: 'app://print/1', parent: null }],
    ['a frame that is gone', null],
  ])('of %s is refused before the core hears of it', async (_who, senderFrame) => {
    const { double, core } = await startHost()
    await expect(double.invoke('traceberry:call', { senderFrame }, 'products.list', {})).rejects.toThrow(
      'Traceberry answers only its own window.',
    )
    expect(ofWindows(core.calls)).toEqual([])
  })

  test('has the only channel there is', async () => {
    const { double } = await startHost()
    await expect(double.invoke('traceberry:notice', { senderFrame: ownFrame })).rejects.toThrow('No handler')
  })
})

describe('a notice', () => {
  test('goes to the window', async () => {
    const { double, core, sent } = await startHost()
    await double.invoke('traceberry:call', { senderFrame: ownFrame }, 'products.list', {})
    core.notify({ changed: ['batches.record'] })
    expect(sent).toEqual([['traceberry:notice', [{ changed: ['batches.record'] }]]])
  })

  test('is sent when the computer wakes, as the day may be another', async () => {
    const { double, sent } = await startHost()
    double.electron.powerMonitor.emit('resume')
    expect(sent).toEqual([['traceberry:notice', [{ changed: ['system.state'] }]]])
  })

  test('after the window is closed goes nowhere', async () => {
    const { double, core, sent } = await startHost()
    double.windows[0]?.close()
    core.notify({ changed: ['batches.record'] })
    expect(sent).toEqual([])
  })
})

test('a core that cannot start leaves a window that says so', async () => {
  const problem = 'Another Traceberry has this kitchen open.'
  const { double, home } = await startHost({ start: () => Promise.reject(new Error(problem)), version: '1.2.3' })
  const state = await double.invoke('traceberry:call', { senderFrame: ownFrame }, 'system.state', {})
  expect(state).toEqual({
    ok: true,
    value: {
      version: '1.2.3',
      today: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      language: 'en',
      zone: expect.any(String),
      problem,
      dataFolder: path.join(home, 'appData/Traceberry/data'),
      demo: false,
      capabilities: {
        printToPdf: true,
        pickFolder: true,
        showFolder: true,
        openAtLogin: false,
        install: false,
        changeKitchen: true,
      },
    },
  })
  expect(double.windows[0]?.shown).toBe(true)
})
