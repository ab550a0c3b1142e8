import { stat } from 'node:fs/promises'
import { app, dialog, shell, type BrowserWindow } from 'electron'
import type { HostServices } from '../../app.ts'
import { argumentsFor } from './options.ts'
import { createPdfPrinter } from './printToPdf.ts'
import { say } from '../../../shared/words/say.ts'

/** What Electron lends the core; dialogs belong to the window that is open when they are asked for. */
export function hostServices(window: () => BrowserWindow | undefined): HostServices {
  const capabilities = {
    printToPdf: true,
    pickFolder: true,
    showFolder: true,
    // Linux has no one way for it.
    openAtLogin: app.isPackaged && process.platform !== 'linux',
    install: app.isPackaged,
    changeKitchen: argumentsFor('demo', process.argv.slice(1)) !== undefined,
  }
  return {
    capabilities,
    printToPdf: createPdfPrinter(),

    async pickFolder(title) {
      const options = { title, properties: ['openDirectory' as const, 'createDirectory' as const] }
      const owner = window()
      const { canceled, filePaths } = await (owner
        ? dialog.showOpenDialog(owner, options)
        : dialog.showOpenDialog(options))
      return canceled ? null : (filePaths[0] ?? null)
    },

    async showFolder(folder) {
      // The system runs a program and opens a document by the same call.
      const isFolder = await stat(folder).then(
        (found) => found.isDirectory(),
        () => false,
      )
      const problem = isFolder ? await shell.openPath(folder) : say('it is not there')
      if (problem !== '')
        throw new Error(
          say('The folder {folder} could not be shown: {problem}. Open it yourself.', { folder, problem }),
        )
    },

    openAtLogin(wanted) {
      if (wanted !== null) app.setLoginItemSettings({ openAtLogin: wanted })
      return Promise.resolve(app.getLoginItemSettings().openAtLogin)
    },

    async install(file) {
      const problem = await shell.openPath(file)
      if (problem !== '')
        throw new Error(say('The installer could not be started: {problem}. Start {file} yourself.', { problem, file }))
      // After the answer is out; the installer waits for the program to end.
      setImmediate(() => app.quit())
    },

    goTo(kitchen) {
      const args = argumentsFor(kitchen, process.argv.slice(1))
      if (!args)
        return Promise.reject(new Error(say('Close Traceberry and start it without --data for the other kitchen.')))
      // An AppImage runs from a folder that is gone once it ends.
      const image = process.env['APPIMAGE']
      app.relaunch(image === undefined ? { args } : { args, execPath: image })
      setImmediate(() => app.quit())
      return Promise.resolve(null)
    },
  }
}
