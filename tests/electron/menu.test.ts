import { describe, expect, test, vi } from 'vitest'
import type { MenuItem } from '../support/electron/double.ts'
import { startHost } from '../support/electron/startHost.ts'

function flat(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.flatMap((item) => [item, ...flat(item.submenu ?? [])])
}

function words(items: readonly MenuItem[]): readonly (string | undefined)[] {
  return items.map((item) => item.role ?? item.label)
}

describe('the menu', () => {
  test('is written out item by item, so that nothing of Chromium’s comes with it', async () => {
    const { double } = await startHost({ packaged: true })
    const shown = double.seen.menu.filter(({ role }) => role !== 'appMenu')
    expect(
      shown.map(({ label, submenu = [] }) => [label, words(submenu).filter((word) => word !== undefined)]),
    ).toEqual([
      ['&File', ['&Print…', 'quit']],
      ['&Edit', ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']],
      ['&View', ['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen']],
      ['&Help', ['about']],
    ])
  })

  test('leaves the app its own keys: the roles here bring Ctrl+Z, X, C, V, A, Q, 0, +, - and F11', async () => {
    const { double } = await startHost({ packaged: true })
    expect(flat(double.seen.menu).filter(({ accelerator }) => accelerator !== undefined)).toEqual([])
    const taken = new Set(['reload', 'forceReload', 'close', 'fileMenu', 'viewMenu', 'windowMenu', 'toggleDevTools'])
    expect(flat(double.seen.menu).filter(({ role }) => role !== undefined && taken.has(role))).toEqual([])
  })

  test('has developer tools only while the app is not packaged', async () => {
    const [developed, packaged] = [await startHost({ packaged: false }), await startHost({ packaged: true })]
    expect(words(flat(developed.double.seen.menu))).toContain('toggleDevTools')
    expect(words(flat(packaged.double.seen.menu))).not.toContain('toggleDevTools')
  })

  test('prints as the window’s own key does, so that a screen can put all of itself on paper', async () => {
    const { double } = await startHost()
    flat(double.seen.menu)
      .find(({ label }) => label === '&Print…')
      ?.click?.()
    const modifiers = [process.platform === 'darwin' ? 'meta' : 'control']
    expect(double.windows[0]?.webContents.keys).toEqual([{ type: 'keyDown', keyCode: 'P', modifiers }])
  })

  test('speaks the language of the kitchen, and another once the kitchen chooses it', async () => {
    let language = 'es'
    const { double, core } = await startHost({ packaged: true, answers: { 'system.state': () => ({ language }) } })
    const labels = () => double.seen.menu.map(({ label }) => label).filter((label) => label !== undefined)
    await vi.waitFor(() => expect(labels()).toEqual(['&Archivo', '&Editar', '&Ver', 'A&yuda']))
    const english = /Undo|Copy|Zoom|Quit|Screen|Select/i
    expect(flat(double.seen.menu).filter(({ label }) => label !== undefined && english.test(label))).toEqual([])
    expect(flat(double.seen.menu).filter(({ role, label }) => role !== undefined && label === undefined)).toEqual([])
    language = 'en'
    core.notify({ changed: ['kitchen.speak'] })
    await vi.waitFor(() => expect(labels()).toEqual(['&File', '&Edit', '&View', '&Help']))
  })

  test('names the app and its version under About', async () => {
    const { double } = await startHost({ version: '1.2.3' })
    expect(double.seen.about).toEqual({ applicationName: 'Traceberry', applicationVersion: '1.2.3' })
  })
})
