import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { say } from '../../../shared/words/say.ts'

interface Surroundings {
  readonly mac: boolean
  readonly packaged: boolean
  /** Prints the page that is shown. */
  readonly print: () => void
}

/** Puts the menu in place; without one, Chromium's own comes with reload and developer tools. */
export function setMenu(surroundings: Surroundings): void {
  app.setAboutPanelOptions({ applicationName: 'Traceberry', applicationVersion: app.getVersion() })
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(surroundings)))
}

/**
 * The menu, item by item: the ready-made File, View and Window menus bring Ctrl+R, Ctrl+W and more. F1–F6, Ctrl+1–6,
 * Ctrl+K, Ctrl+Enter, Ctrl+P and Ctrl+R belong to the renderer, so that both hosts have the same keys.
 */
function menuTemplate({ mac, packaged, print }: Surroundings): MenuItemConstructorOptions[] {
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: say('&File'),
      submenu: [{ label: say('&Print…'), click: () => print() }, { type: 'separator' }, { role: 'quit' }],
    },
    {
      label: say('&Edit'),
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: say('&View'),
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { label: say('&Help'), role: 'help', submenu: [{ role: 'about', label: say('&About Traceberry') }] },
  ]
}
