import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { say } from '../../../shared/words/say.ts'

interface Surroundings {
  readonly mac: boolean
  readonly packaged: boolean
  /** Prints the page that is shown. */
  readonly print: () => void
}

/**
 * Puts the menu in place, in the language that is spoken; without one, Chromium's own comes with reload and developer
 * tools.
 */
export function setMenu(surroundings: Surroundings): void {
  app.setAboutPanelOptions({ applicationName: 'Traceberry', applicationVersion: app.getVersion() })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(surroundings)))
}

/**
 * The menu, item by item: the ready-made File, View and Window menus bring Ctrl+R, Ctrl+W and more, and English words.
 * F1–F6, Ctrl+1–6, Ctrl+K, Ctrl+Enter, Ctrl+P and Ctrl+R belong to the renderer, so that both hosts have the same keys.
 */
function menuTemplate({ mac, packaged, print }: Surroundings): MenuItemConstructorOptions[] {
  return [
    ...(mac ? [appMenu()] : []),
    {
      label: say('&File'),
      submenu: [
        { label: say('&Print…'), click: () => print() },
        { type: 'separator' },
        { role: 'quit', label: say('Quit') },
      ],
    },
    {
      label: say('&Edit'),
      submenu: [
        { role: 'undo', label: say('Undo') },
        { role: 'redo', label: say('Redo') },
        { type: 'separator' },
        { role: 'cut', label: say('Cut') },
        { role: 'copy', label: say('Copy') },
        { role: 'paste', label: say('Paste') },
        { role: 'selectAll', label: say('Select all') },
      ],
    },
    {
      label: say('&View'),
      submenu: [
        { role: 'resetZoom', label: say('Actual size') },
        { role: 'zoomIn', label: say('Zoom in') },
        { role: 'zoomOut', label: say('Zoom out') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: say('Full screen') },
        ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { label: say('&Help'), role: 'help', submenu: [{ role: 'about', label: say('&About Traceberry') }] },
  ]
}

/** macOS’s first menu, which Electron would write in English. */
function appMenu(): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: say('About Traceberry') },
      { type: 'separator' },
      { role: 'services', label: say('Services') },
      { type: 'separator' },
      { role: 'hide', label: say('Hide Traceberry') },
      { role: 'hideOthers', label: say('Hide others') },
      { role: 'unhide', label: say('Show all') },
      { type: 'separator' },
      { role: 'quit', label: say('Quit') },
    ],
  }
}
