declare global {
  interface Window {
    /** The page's way to main; Playwright puts it there. */
    readonly electronStubInvoke: (channel: string, args: readonly unknown[]) => Promise<unknown>
    /** Main's way to the page's preload. */
    electronStubDeliver?: (channel: string, args: readonly unknown[]) => void
  }
}

/**
 * The script to run before the page: the built preload, unchanged, in a function of its own with the `require` that a
 * sandboxed preload has. Like Electron it runs in the top frame only, and shows the page nothing but what it exposes.
 */
export function preloadScript(preload: string): string {
  return `(${runPreload.toString()})(function (require, module, exports) {\n${preload}\n})`
}

/** Runs in the page: hands an event to the preload's listeners. */
export function deliver({ channel, args }: { channel: string; args: readonly unknown[] }): void {
  window.electronStubDeliver?.(channel, args)
}

// Runs in the page, so it may use nothing from this file.
function runPreload(preload: (require: (name: string) => unknown, module: object, exports: object) => void): void {
  if (window !== window.top) return
  const listeners = new Map<string, Set<(event: object, ...args: readonly unknown[]) => void>>()
  const invoke = window.electronStubInvoke
  const ipcRenderer = {
    invoke: (channel: string, ...args: readonly unknown[]) => invoke(channel, args),
    on(channel: string, listener: (event: object, ...args: readonly unknown[]) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    off(channel: string, listener: (event: object, ...args: readonly unknown[]) => void) {
      listeners.get(channel)?.delete(listener)
    },
  }
  const contextBridge = {
    exposeInMainWorld(name: string, api: object) {
      Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true })
    },
  }
  window.electronStubDeliver = (channel, args) => listeners.get(channel)?.forEach((listener) => listener({}, ...args))
  const module = { exports: {} }
  preload(
    (name) => {
      if (name !== 'electron') throw new Error(`module not found: ${name}`)
      return { contextBridge, ipcRenderer }
    },
    module,
    module.exports,
  )
}
