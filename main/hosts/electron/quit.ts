import { app, powerMonitor, type BrowserWindow, type Event } from 'electron'
import type { App } from '../../app.ts'

/** What is on disk is safe without a clean close; a process that never ends would keep the next start out. */
const patience = 30_000

/** Lets the process end only once the core is closed, whichever way the end comes: once, and never without end. */
export function closeBeforeQuit(core: App): void {
  let closing: Promise<void> | undefined
  let closed = false

  async function close(): Promise<void> {
    setTimeout(() => app.exit(1), patience).unref()
    try {
      await core.close()
    } catch {
      return app.exit(1)
    }
    closed = true
    app.quit()
  }

  // Not `before-quit`: windows are still open then, and more work could come in behind the close.
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closing ??= close()
  })
  app.on('window-all-closed', () => app.quit())
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

/** Quits when the system shuts down or the person logs off. Call after `ready`, which `powerMonitor` needs. */
export function quitWithSession(window: BrowserWindow): void {
  // Windows says it to the window; elsewhere the event, which Electron's types leave out, holds the shutdown up.
  window.on('session-end', () => app.quit())
  powerMonitor.on('shutdown', (event?: Event) => {
    event?.preventDefault()
    app.quit()
  })
}
