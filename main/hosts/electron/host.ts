import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, dialog, ipcMain, powerMonitor, protocol, session, type BrowserWindow } from 'electron'
import type { App, HostServices } from '../../app.ts'
import type { Notice } from '../../../shared/api/notices.ts'
import { speakForKitchen } from '../hostSpeech.ts'
import { factsOf, startRecoverably } from '../recovery.ts'
import { callChannel, noticeChannel } from './channels.ts'
import { setMenu } from './menu.ts'
import { passOpenedFiles } from './openedFiles.ts'
import { readOptions, type Options } from './options.ts'
import { appPage, appScheme, isTrustedSender } from './policy.ts'
import { closeBeforeQuit, quitWithSession } from './quit.ts'
import { lockDown, lockSession } from './security.ts'
import { serveRenderer } from './serve.ts'
import { hostServices } from './services.ts'
import { bringForward, createWindow } from './window.ts'
import { say } from '../../../shared/words/say.ts'

/** What a build puts beside this code, and the core it runs. */
export interface Parts {
  readonly rendererDir: string
  readonly preload: string
  readonly start: (options: Options, services: HostServices) => Promise<App>
}

/** Runs the app under Electron: one process per kitchen, one window, and the core behind it. */
export function runElectronHost({ rendererDir, preload, start }: Parts): void {
  const options = claimKitchen()
  if (!options) return
  lockDown()

  let window: BrowserWindow | undefined
  const services = hostServices(() => window)
  const core = startRecoverably(() => start(options, services), factsOf(app.getVersion(), options, services))
  answerCalls(core)
  closeBeforeQuit(core)
  passOpenedFiles((file) => core.open(file))
  app.on('second-instance', () => window && bringForward(window))

  const mac = process.platform === 'darwin'
  const putMenu = () =>
    setMenu({
      mac,
      packaged: app.isPackaged,
      // The window's own key, so that a screen can put all of itself on paper first.
      print: () =>
        window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'P', modifiers: [mac ? 'meta' : 'control'] }),
    })
  const speaking = speakForKitchen(core, undefined, () => window && putMenu())

  const { profileDir } = options
  async function show(): Promise<void> {
    await Promise.all([app.whenReady(), speaking])
    lockSession(session.defaultSession)
    protocol.handle(appScheme, serveRenderer(rendererDir))
    putMenu()
    const opened = createWindow(preload, path.join(profileDir, 'window.json'))
    window = opened
    opened.on('closed', () => (window = undefined))
    quitWithSession(opened)
    const tellWindow = (notice: Notice) => window?.webContents.send(noticeChannel, notice)
    core.onNotice(tellWindow)
    // The laptop slept through the night: the window's day is yesterday until it asks again.
    powerMonitor.on('resume', () => tellWindow({ changed: ['system.state'] }))
    await opened.loadURL(appPage)
  }
  void show().catch((error: unknown) => {
    tell(say('Traceberry could not open its window'), error)
    app.quit()
  })
}

/**
 * Settles which kitchen this process serves, and that no other process shows it. Nothing may come before: a second start
 * must leave no trace. Only the profile folder is chosen first, because Electron keeps the single-instance lock in it.
 */
function claimKitchen(): Options | undefined {
  try {
    const system = { appData: app.getPath('appData'), documents: app.getPath('documents') }
    const options = readOptions(process.argv.slice(1), process.cwd(), system)
    mkdirSync(options.profileDir, { recursive: true })
    app.setPath('userData', options.profileDir)
    if (app.requestSingleInstanceLock()) return options
    app.exit(0)
  } catch (error) {
    tell(say('Traceberry could not start'), error)
    app.exit(1)
  }
  return undefined
}

/** The one way into the core. The frame is asked before anything is awaited: later it may have navigated away. */
function answerCalls(core: App): void {
  ipcMain.handle(callChannel, ({ senderFrame }, op: unknown, input: unknown) => {
    if (!isTrustedSender(senderFrame)) throw new Error('Traceberry answers only its own window.')
    return core.dispatch(op, input)
  })
}

function tell(title: string, error: unknown): void {
  dialog.showErrorBox(title, error instanceof Error ? error.message : String(error))
}
