import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createElectronDouble, type DoubleOptions } from '../support/electron/double.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const second = { x: 1366, y: 0, width: 1920, height: 1080 }

let file: string
beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'traceberry-window-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  file = path.join(folder, 'window.json')
})

async function load(options: Partial<DoubleOptions> = {}) {
  const double = createElectronDouble({ paths: {}, exit: () => undefined, ...options })
  double.session.defaultSession.protocol.handle('app', () => new Response('<!doctype html>'))
  vi.resetModules()
  vi.doMock('electron', () => double.electron)
  const { createWindow } = await import('../../main/hosts/electron/window.ts')
  const { canBeReached, onto } = await import('../../main/hosts/electron/windowState.ts')
  return { double, createWindow, canBeReached, onto }
}

/** Opens a window on these screens, does something to it, and closes it. @returns it as it was first shown */
async function session(
  displays: DoubleOptions['displays'],
  meanwhile: (window: Awaited<ReturnType<typeof load>>['double']['windows'][number]) => void = () => undefined,
) {
  const { double, createWindow } = await load({ displays: displays ?? [laptop] })
  createWindow('preload.cjs', file)
  const [window] = double.windows
  if (!window) throw new Error('no window')
  await window.loadURL('app://traceberry/index.html')
  const first = { ...window.bounds, maximized: window.maximized, zoom: window.webContents.zoom }
  meanwhile(window)
  window.close()
  return first
}

describe('the window', () => {
  test('opens as it was left: place, size, zoom, and whether it filled the screen', async () => {
    await session([laptop, second], (window) => {
      window.bounds = { x: 1500, y: 40, width: 1000, height: 700 }
      window.webContents.zoom = 1.5
      window.maximize()
    })
    expect(await session([laptop, second])).toEqual({
      x: 1500,
      y: 40,
      width: 1000,
      height: 700,
      maximized: true,
      zoom: 1.5,
    })
  })

  test('left on a screen that is gone opens in the middle of the one that is there, no larger than it', async () => {
    await session([laptop, second], (window) => (window.bounds = { x: 1400, y: 10, width: 1900, height: 1000 }))
    expect(await session([laptop])).toMatchObject({ ...laptop, zoom: 0 })
  })

  test.each(['', '{', '{"x":0}', '{"x":"left","y":0,"width":1,"height":1,"maximized":0,"zoom":99}'])(
    'opens with its usual size where what was written down is %j',
    async (text) => {
      writeFileSync(file, text)
      expect(await session([laptop])).toMatchObject({ width: 1280, height: 800, maximized: false, zoom: 0 })
    },
  )

  test('closes also where nothing can be written down', async () => {
    file = path.join(file, 'is no folder', 'window.json')
    await session([laptop])
    expect(existsSync(file)).toBe(false)
  })

  test('writes down plain numbers and nothing else', async () => {
    await session([laptop])
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).toSorted()).toEqual([
      'height',
      'maximized',
      'width',
      'x',
      'y',
      'zoom',
    ])
  })
})

test('a window put onto a screen can always be reached there', async () => {
  const { canBeReached, onto } = await load()
  const size = fc.record({
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
    width: fc.integer({ min: 640, max: 8000 }),
    height: fc.integer({ min: 480, max: 8000 }),
  })
  fc.assert(
    fc.property(size, size, (window, area) => {
      const placed = onto(window, area)
      expect(canBeReached(placed, [area])).toBe(true)
      expect(placed.width <= area.width && placed.height <= area.height).toBe(true)
    }),
  )
})
