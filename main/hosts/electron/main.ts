import path from 'node:path'
import { startInThread } from '../../app.ts'
import { runElectronHost } from './host.ts'

// The paths are those of the build: out/main/electron.js with worker.js beside it, out/preload and out/renderer.
runElectronHost({
  rendererDir: path.join(import.meta.dirname, '../renderer'),
  preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
  start: ({ dataDir, backupDir, demo }, services) =>
    startInThread(new URL('./worker.js', import.meta.url), { dataDir, backupDir, demo }, services),
})
