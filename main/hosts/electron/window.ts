import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import { keepWindowState, lastWindowState } from './windowState.ts'
import { say } from '../../../shared/words/say.ts'

/**
 * Makes the one window of the app, as it was left. It shows itself once there is something to see.
 * @param stateFile where its place and zoom are written down
 */
export function createWindow(preload: string, stateFile: string): BrowserWindow {
  const last = lastWindowState(stateFile)
  const { width = 1280, height = 800 } = last ?? {}
  const window = new BrowserWindow({
    title: 'Traceberry',
    width,
    height,
    ...(last ? { x: last.x, y: last.y } : {}),
    minWidth: 640,
    minHeight: 480,
    show: false,
    // The page's own background, so that a dark window does not open with a white flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#191716' : '#f8f6f3',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      // The spell checker downloads its dictionaries, and Traceberry uses no network.
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  keepWindowState(window, stateFile, last)
  window.once('ready-to-show', () => window.show())
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window)
  })
  return window
}

/** What a second start of the app does: the person looks for the window that is there. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

async function offerReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: say('The window stopped working.'),
    detail: say('Everything saved is safe. Open the window again to go on.'),
    buttons: [say('Open again'), say('Quit')],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 0) window.reload()
  else app.quit()
}
