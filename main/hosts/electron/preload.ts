import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, noticeChannel } from './channels.ts'

/** All that the renderer sees of Electron. It never gets an event object: that would hand it the IPC itself. */
contextBridge.exposeInMainWorld('traceberry', {
  call: (op: unknown, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, op, input),

  subscribe(listener: (notice: unknown) => void): () => void {
    const relay = (_event: unknown, notice: unknown): void => listener(notice)
    ipcRenderer.on(noticeChannel, relay)
    return () => {
      ipcRenderer.off(noticeChannel, relay)
    }
  },
})
