import path from 'node:path'
import packageJson from '../../../package.json' with { type: 'json' }
import { createElectronDouble } from './double.ts'
import { createLink } from './link.ts'
import { Bytes, Fetch, Folder, Message, WindowFacts, type Fetched } from './messages.ts'

// The module `electron` of a built main that runs in plain Node: the double, reachable over the process's channel.
const home = process.env['ELECTRON_STUB_HOME']
if (home === undefined || process.send === undefined) throw new Error('the stub runs under openElectronApp only')
const send = process.send.bind(process)

const request = createLink({ send, on: process.on.bind(process) }, (kind, payload) => answer(kind, payload))
// An app whose test is gone has nobody left to end it.
process.on('disconnect', () => process.exit(1))

const double = createElectronDouble({
  paths: { appData: path.join(home, 'appData'), documents: path.join(home, 'Documents') },
  packaged: true,
  version: packageJson.version,
  exit(code) {
    // What a person would have read in a dialog, for whoever reads why the test failed.
    for (const { title, content } of double.seen.errorBoxes) process.stderr.write(`${title}: ${content}\n`)
    process.exit(code)
  },
  onSend: (channel, args) => void request('send', { channel, args }),
  printToPdf: async (html) => Bytes.parse(await request('print', { html })),
})
setImmediate(double.becomeReady)

export const {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
} = double.electron

// Chromium gives the frame of the one window this address; other frames are for unit tests.
const event = { senderFrame: { url: 'app://traceberry/index.html', parent: null } }

function answer(kind: string, payload: unknown): unknown {
  switch (kind) {
    case 'invoke': {
      const { channel, args } = Message.parse(payload)
      return double.invoke(channel, event, ...args)
    }
    case 'fetch':
      return fetchAsset(Fetch.parse(payload))
    case 'window':
      return windowFacts()
    case 'nextFolder':
      double.seen.nextFolder = Folder.parse(payload)
      return undefined
    case 'secondInstance':
      return double.electron.app.emit('second-instance', {}, process.argv, process.cwd())
    case 'quit':
      // After the answer is out.
      setImmediate(() => double.electron.app.quit())
      return undefined
    default:
      throw new Error(`no such question: ${kind}`)
  }
}

async function fetchAsset({ url, method }: { url: string; method: string }): Promise<Fetched> {
  const response = await double.session.defaultSession.fetch(url, method)
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  }
}

function windowFacts(): WindowFacts | undefined {
  const [window] = double.windows
  if (!window) return undefined
  const { url, shown, focused, options } = window
  const { openedOutside } = double.seen
  return WindowFacts.parse({ url, shown, focused, webPreferences: options['webPreferences'], openedOutside })
}
