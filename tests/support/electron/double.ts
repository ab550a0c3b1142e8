import { EventEmitter } from 'node:events'

type Handler = (request: Request) => Response | Promise<Response>
type BeforeRequest = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void

export interface DoubleOptions {
  readonly paths: Readonly<Record<string, string>>
  /** Ends the process: throws in unit tests, exits in a child process. */
  readonly exit: (code: number) => void
  readonly packaged?: boolean
  readonly dark?: boolean
  readonly version?: string
  /** Work areas of the screens, the primary one first. */
  readonly displays?: readonly Rectangle[]
  /** Whether this process gets the single-instance lock. */
  readonly first?: boolean
  /** Prints the page of a URL that a session has served. */
  readonly printToPdf?: (html: string, options: unknown) => Promise<Uint8Array>
  /** Told of everything a page would get from main. */
  readonly onSend?: (channel: string, args: readonly unknown[]) => void
}

/** What the double saw and what it answers; tests read the one and set the other. */
interface Seen {
  /** Everything the host did that has an order, for example `lock`, `ready`, `quit`. */
  readonly order: string[]
  readonly errorBoxes: { title: string; content: string }[]
  readonly openedOutside: string[]
  readonly openedPaths: string[]
  readonly schemes: unknown[]
  readonly openDialogs: unknown[]
  menu: readonly MenuItem[]
  about: unknown
  /** Answers of the dialogs to come. */
  nextFolder: string | null
  nextButton: number
  openExternalFails: boolean
  openPathProblem: string
  /** How it would start again. */
  relaunched: unknown
}

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface MenuItem {
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly click?: () => void
  readonly submenu?: readonly MenuItem[]
}

export type ElectronDouble = ReturnType<typeof createElectronDouble>

/**
 * Stands in for the `electron` module: as much of it as the host uses, behaving as documented (preventable events, quit
 * in its steps, pages loaded through a session's own handlers). The real package downloads the runtime when required.
 */
export function createElectronDouble(options: DoubleOptions) {
  const seen: Seen = {
    order: [],
    errorBoxes: [],
    openedOutside: [],
    openedPaths: [],
    schemes: [],
    openDialogs: [],
    menu: [],
    about: undefined,
    nextFolder: null,
    nextButton: 0,
    openExternalFails: false,
    openPathProblem: '',
    relaunched: undefined,
  }
  const paths = new Map(Object.entries(options.paths))
  const sessions = new Map<string, SessionDouble>()
  const windows: BrowserWindowDouble[] = []
  const calls = new Map<string, (event: unknown, ...args: readonly unknown[]) => unknown>()
  const displays = options.displays ?? [{ x: 0, y: 0, width: 1366, height: 728 }]
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<void>()

  class AppDouble extends EventEmitter {
    readonly isPackaged = options.packaged ?? false
    quitting = false

    whenReady(): Promise<void> {
      return ready
    }

    getVersion(): string {
      return options.version ?? '0.0.0'
    }

    getPath(name: string): string {
      const found = paths.get(name)
      if (found === undefined) throw new Error(`Failed to get '${name}' path`)
      return found
    }

    setPath(name: string, value: string): void {
      paths.set(name, value)
      seen.order.push(`path ${name}`)
    }

    requestSingleInstanceLock(): boolean {
      seen.order.push('lock')
      return options.first ?? true
    }

    enableSandbox(): void {
      seen.order.push('sandbox')
    }

    openAtLogin = false

    setLoginItemSettings({ openAtLogin }: { openAtLogin: boolean }): void {
      this.openAtLogin = openAtLogin
    }

    getLoginItemSettings(): { openAtLogin: boolean } {
      return { openAtLogin: this.openAtLogin }
    }

    relaunch(how: unknown): void {
      seen.order.push('relaunch')
      seen.relaunched = how
    }

    setAboutPanelOptions(about: unknown): void {
      seen.about = about
    }

    /** The documented steps: before-quit, windows closed, will-quit; each may be prevented, then all stays. */
    quit(): void {
      if (prevented(this, 'before-quit')) return
      this.quitting = true
      for (const window of windows.toReversed()) window.close()
      if (prevented(this, 'will-quit')) return
      this.emit('quit')
      this.exit(0)
    }

    exit(code: number): void {
      seen.order.push(`exit ${code}`)
      options.exit(code)
    }
  }

  class WebRequestDouble {
    listener: BeforeRequest | undefined

    onBeforeRequest(listener: BeforeRequest): void {
      this.listener = listener
    }

    cancels(url: string): boolean {
      let cancel = false
      this.listener?.({ url }, (verdict) => (cancel = verdict.cancel === true))
      return cancel
    }
  }

  class SessionDouble extends EventEmitter {
    readonly webRequest = new WebRequestDouble()
    readonly handlers = new Map<string, Handler>()
    readonly protocol = {
      handle: (scheme: string, handler: Handler) => void this.handlers.set(scheme, handler),
      registerSchemesAsPrivileged: (schemes: readonly unknown[]) => void seen.schemes.push(...schemes),
    }
    onRequest:
      ((contents: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void) | undefined
    onCheck: ((contents: unknown, permission: string, origin: string) => boolean) | undefined
    onDevice: (() => boolean) | undefined

    setPermissionRequestHandler(handler: NonNullable<typeof this.onRequest>): void {
      this.onRequest = handler
    }

    setPermissionCheckHandler(handler: NonNullable<typeof this.onCheck>): void {
      this.onCheck = handler
    }

    setDevicePermissionHandler(handler: () => boolean): void {
      this.onDevice = handler
    }

    /** What a page of this session gets for a URL. */
    async fetch(url: string, method = 'GET'): Promise<Response> {
      if (this.webRequest.cancels(url)) throw new Error('net::ERR_BLOCKED_BY_CLIENT')
      const handler = this.handlers.get(new URL(url).protocol.slice(0, -1))
      if (!handler) throw new Error('net::ERR_UNKNOWN_URL_SCHEME')
      return await handler(new Request(url, { method }))
    }
  }

  class WebContentsDouble extends EventEmitter {
    readonly session: SessionDouble
    openHandler: ((details: { url: string }) => { action: string }) | undefined
    readonly keys: object[] = []
    html = ''
    zoom = 0

    constructor(session: SessionDouble) {
      super()
      this.session = session
    }

    setWindowOpenHandler(handler: NonNullable<typeof this.openHandler>): void {
      this.openHandler = handler
    }

    send(channel: string, ...args: readonly unknown[]): void {
      options.onSend?.(channel, args)
    }

    getZoomLevel(): number {
      return this.zoom
    }

    setZoomLevel(zoom: number): void {
      this.zoom = zoom
    }

    sendInputEvent(event: object): void {
      this.keys.push(event)
    }

    async printToPDF(pdfOptions: unknown): Promise<Uint8Array> {
      if (!options.printToPdf) throw new Error('no printer')
      return await options.printToPdf(this.html, pdfOptions)
    }
  }

  class BrowserWindowDouble extends EventEmitter {
    readonly options: Readonly<Record<string, unknown>>
    readonly webContents: WebContentsDouble
    url = ''
    destroyed = false
    minimized = false
    maximized = false
    bounds: Rectangle
    shown: boolean
    focused = 0
    reloads = 0

    constructor(windowOptions: Readonly<Record<string, unknown>> & { webPreferences?: { partition?: string } }) {
      super()
      this.options = windowOptions
      this.shown = windowOptions['show'] !== false
      const number = (name: string, otherwise: number) => Number(windowOptions[name] ?? otherwise)
      this.bounds = { x: number('x', 0), y: number('y', 0), width: number('width', 800), height: number('height', 600) }
      this.webContents = new WebContentsDouble(session.fromPartition(windowOptions.webPreferences?.partition ?? ''))
      windows.push(this)
      seen.order.push('window')
      app.emit('web-contents-created', {}, this.webContents)
    }

    async loadURL(url: string): Promise<void> {
      this.url = url
      const response = await this.webContents.session.fetch(url)
      if (!response.ok) throw new Error(`ERR_FAILED (${response.status}) loading '${url}'`)
      this.webContents.html = await response.text()
      this.webContents.emit('did-finish-load')
      this.emit('ready-to-show')
    }

    getNormalBounds(): Rectangle {
      return { ...this.bounds }
    }

    isMaximized(): boolean {
      return this.maximized
    }

    maximize(): void {
      this.maximized = true
    }

    isMinimized(): boolean {
      return this.minimized
    }

    restore(): void {
      this.minimized = false
    }

    show(): void {
      this.shown = true
    }

    focus(): void {
      this.focused += 1
    }

    reload(): void {
      this.reloads += 1
    }

    close(): void {
      if (!prevented(this, 'close')) this.destroy()
    }

    destroy(): void {
      if (this.destroyed) return
      this.destroyed = true
      windows.splice(windows.indexOf(this), 1)
      this.emit('closed')
      // Electron does not say so while it quits, nor does anything follow when nobody listens.
      if (windows.length === 0 && !app.quitting) app.emit('window-all-closed')
    }
  }

  const session = {
    fromPartition(name: string): SessionDouble {
      const found = sessions.get(name) ?? new SessionDouble()
      sessions.set(name, found)
      return found
    },
    get defaultSession(): SessionDouble {
      return session.fromPartition('')
    },
  }
  const app = new AppDouble()

  const electron = {
    app,
    BrowserWindow: BrowserWindowDouble,
    session,
    get protocol() {
      return session.defaultSession.protocol
    },
    ipcMain: {
      handle: (channel: string, handler: (event: unknown, ...args: readonly unknown[]) => unknown) =>
        void calls.set(channel, handler),
    },
    dialog: {
      showErrorBox: (title: string, content: string) => void seen.errorBoxes.push({ title, content }),
      showMessageBox: () => Promise.resolve({ response: seen.nextButton }),
      showOpenDialog(...args: readonly unknown[]) {
        seen.openDialogs.push(args.at(-1))
        const canceled = seen.nextFolder === null
        return Promise.resolve({ canceled, filePaths: canceled ? [] : [seen.nextFolder] })
      },
    },
    shell: {
      async openExternal(url: string): Promise<void> {
        if (seen.openExternalFails) throw new Error('no program')
        seen.openedOutside.push(url)
      },
      async openPath(folder: string): Promise<string> {
        if (seen.openPathProblem === '') seen.openedPaths.push(folder)
        return seen.openPathProblem
      },
    },
    Menu: {
      buildFromTemplate: (template: readonly MenuItem[]) => template,
      setApplicationMenu: (template: readonly MenuItem[]) => void (seen.menu = template),
    },
    screen: {
      getAllDisplays: () => displays.map((workArea) => ({ workArea })),
      getPrimaryDisplay: () => ({ workArea: displays[0] }),
    },
    nativeTheme: { shouldUseDarkColors: options.dark ?? false },
    powerMonitor: new EventEmitter(),
  }

  return {
    electron,
    seen,
    windows,
    session,
    becomeReady: () => becomeReady(),
    /** Calls main as a page does; `event` says which frame. */
    invoke: async (channel: string, event: unknown, ...args: readonly unknown[]): Promise<unknown> => {
      const handler = calls.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      return await handler(event, ...args)
    },
  }
}

/** Emits an event that a listener may prevent. @returns whether one did */
export function prevented(emitter: EventEmitter, name: string, details: object = {}, ...rest: unknown[]): boolean {
  let stopped = false
  emitter.emit(name, { ...details, preventDefault: () => (stopped = true) }, ...rest)
  return stopped
}
