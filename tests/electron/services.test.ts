import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { reportCSP } from '../../main/hosts/csp.ts'
import { createElectronDouble, prevented, type DoubleOptions } from '../support/electron/double.ts'

/** The services on a fresh double. */
async function lend(options: Partial<DoubleOptions> = {}) {
  const double = createElectronDouble({
    paths: {},
    exit: () => undefined,
    printToPdf: async (html) => new TextEncoder().encode(`%PDF ${html}`),
    ...options,
  })
  vi.resetModules()
  vi.doMock('electron', () => double.electron)
  const { hostServices } = await import('../../main/hosts/electron/services.ts')
  return { double, services: hostServices(() => undefined), printSession: double.session.fromPartition('print') }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'traceberry-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

describe('a PDF', () => {
  test('is printed as a tagged Letter page with its backgrounds, from the report as it was given', async () => {
    const asked: unknown[] = []
    const { services } = await lend({
      printToPdf: async (html, options) => {
        asked.push(options)
        return new TextEncoder().encode(html)
      },
    })
    const html = `<!doctype html><h1>Recall ${'x'.repeat(3_000_000)}</h1>`
    expect(text(await services.printToPdf(html))).toBe(html)
    expect(asked).toEqual([
      {
        pageSize: 'Letter',
        preferCSSPageSize: true,
        printBackground: true,
        displayHeaderFooter: false,
        generateTaggedPDF: true,
      },
    ])
  })

  test('is made in a hidden window with no script and no preload, in memory, that is gone afterwards', async () => {
    const seen: unknown[] = []
    const { services, double } = await lend({
      printToPdf: async () => {
        seen.push(...double.windows.map(({ options }) => options))
        return new Uint8Array()
      },
    })
    await services.printToPdf('<p>1</p>')
    expect(seen).toEqual([
      {
        show: false,
        webPreferences: {
          partition: 'print',
          javascript: false,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          spellcheck: false,
          devTools: false,
        },
      },
    ])
    expect(double.windows).toEqual([])
  })

  test.each([
    ['app://print/1', true],
    ['data:image/png;base64,AA', true],
    ['https://evil.example/x.png', false],
    ['http://192.168.1.50/', false],
    ['file:///etc/passwd', false],
    ['app://traceberry/index.html', false],
    ['app://print/999', false],
  ])('comes from a page for which loading %s is %s', async (url, loads) => {
    const whilePrinting: boolean[] = []
    const { services, printSession } = await lend({
      printToPdf: async () => {
        whilePrinting.push(!printSession.webRequest.cancels(url))
        return new Uint8Array()
      },
    })
    await services.printToPdf('<p>1</p>')
    expect(whilePrinting).toEqual([loads])
  })

  test('leaves nothing behind, and its page may do nothing', async () => {
    const policies: unknown[] = []
    const { services, printSession } = await lend({
      printToPdf: async () => {
        policies.push((await printSession.fetch('app://print/1')).headers.get('content-security-policy'))
        return new Uint8Array()
      },
    })
    await services.printToPdf('<p>1</p>')
    expect(policies).toEqual([reportCSP])
    await expect(printSession.fetch('app://print/1')).rejects.toThrow('BLOCKED')
    expect((await printSession.handlers.get('app')?.(new Request('app://print/1')))?.status).toBe(404)
    expect(printSession.onCheck?.(null, 'clipboard-sanitized-write', 'app://print')).toBe(false)
    expect(prevented(printSession, 'will-download')).toBe(true)
  })

  test('of each of two reports at once is its own', async () => {
    const { services } = await lend()
    const pdfs = await Promise.all(['one', 'two'].map((html) => services.printToPdf(html)))
    expect(pdfs.map(text)).toEqual(['%PDF one', '%PDF two'])
  })

  test.each(['the printer fails', 'the page’s process ends'])(
    'that cannot be made because %s says what to do',
    async (why) => {
      const { services, double } = await lend({
        printToPdf: () => {
          if (why === 'the printer fails') return Promise.reject(new Error('printing failed'))
          double.windows[0]?.webContents.emit('render-process-gone', {}, { reason: 'oom' })
          return new Promise(() => {})
        },
      })
      await expect(services.printToPdf('<p>1</p>')).rejects.toThrow(
        'The PDF could not be made. Save the report as HTML, and print that from a browser.',
      )
      expect(double.windows).toEqual([])
    },
  )
})

describe('a folder', () => {
  test('is asked for in a native dialog that can make one', async () => {
    const { services, double } = await lend()
    double.seen.nextFolder = '/media/usb'
    expect(await services.pickFolder('Where should backups go?')).toBe('/media/usb')
    expect(double.seen.openDialogs).toEqual([
      { title: 'Where should backups go?', properties: ['openDirectory', 'createDirectory'] },
    ])
  })

  test('is none where the dialog is closed', async () => {
    const { services } = await lend()
    expect(await services.pickFolder('Where?')).toBeNull()
  })

  test('is shown in the file manager', async () => {
    const { services, double } = await lend()
    const folder = temporaryFolder()
    await services.showFolder(folder)
    expect(double.seen.openedPaths).toEqual([folder])
  })

  test('that is a file or not there is not opened: the system would run a program', async () => {
    const { services, double } = await lend()
    const folder = temporaryFolder()
    const program = path.join(folder, 'setup.exe')
    writeFileSync(program, '')
    await expect(services.showFolder(program)).rejects.toThrow(/could not be shown.*Open it yourself/)
    await expect(services.showFolder(path.join(folder, 'gone'))).rejects.toThrow(/could not be shown/)
    expect(double.seen.openedPaths).toEqual([])
  })

  test('that the system cannot show is named with the reason', async () => {
    const { services, double } = await lend()
    double.seen.openPathProblem = 'no file manager'
    await expect(services.showFolder(temporaryFolder())).rejects.toThrow('no file manager')
  })
})

describe('starting with the computer', () => {
  test('is turned on, asked and turned off', async () => {
    const { services } = await lend()
    expect(await services.openAtLogin(null)).toBe(false)
    expect(await services.openAtLogin(true)).toBe(true)
    expect(await services.openAtLogin(null)).toBe(true)
    expect(await services.openAtLogin(false)).toBe(false)
  })
})

describe('an installer', () => {
  test('is handed to the system, and the app ends after the answer is out', async () => {
    const exits: number[] = []
    const { services, double } = await lend({ exit: (code) => exits.push(code) })
    await services.install('/data/update/setup.exe')
    expect([double.seen.openedPaths, exits]).toEqual([['/data/update/setup.exe'], []])
    await vi.waitFor(() => expect(exits).toEqual([0]))
  })

  test('that the system cannot start is named, and the app goes on', async () => {
    const exits: number[] = []
    const { services, double } = await lend({ exit: (code) => exits.push(code) })
    double.seen.openPathProblem = 'no permission'
    await expect(services.install('/data/update/setup.exe')).rejects.toThrow(
      /no permission. Start \/data\/update\/setup.exe yourself/,
    )
    expect(exits).toEqual([])
  })

  test('is taken only by an app that was installed itself', async () => {
    const { services: packed } = await lend({ packaged: true })
    const { services: source } = await lend()
    expect([packed.capabilities.install, source.capabilities.install]).toEqual([true, false])
  })
})

describe('the other kitchen', () => {
  test('is the app started again with --demo, or without it, after the answer is out', async () => {
    const exits: number[] = []
    const { services, double } = await lend({ exit: (code) => exits.push(code) })
    expect([await services.goTo('demo'), exits]).toEqual([null, []])
    expect(double.seen.relaunched).toEqual({ args: [...process.argv.slice(1), '--demo'] })
    await vi.waitFor(() => expect(exits).toEqual([0]))
    await services.goTo('own')
    expect(double.seen.relaunched).toEqual({ args: process.argv.slice(1) })
  })

  test('of an AppImage is started from the image, not from the folder that ends with it', async () => {
    vi.stubEnv('APPIMAGE', '/home/ana/Traceberry.AppImage')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { services, double } = await lend()
    await services.goTo('demo')
    expect(double.seen.relaunched).toMatchObject({ execPath: '/home/ana/Traceberry.AppImage' })
  })
})
