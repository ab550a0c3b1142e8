/*
 * All that a host sees of the core. The core itself (core.ts) loads in its own thread, so that nothing it does, and no
 * failure to load it, can stall or stop the host's window.
 */
import packageJson from '../package.json' with { type: 'json' }

export { startInThread } from './thread/startInThread.ts'
export type { App, AppFolders, DemoKitchen, HostServices, KitchenName } from './hostServices.ts'

export const { version } = packageJson
