import type { DevTools } from './devtools.ts'

/**
 * A page as a tagged PDF, in a tab of its own that is closed again. It goes through the pipe and is never on the disk.
 * @throws Error with what the browser says
 */
export async function printPage(devtools: DevTools, html: string): Promise<Uint8Array> {
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' })
  try {
    const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true })
    const session = String(sessionId)
    const ask = async (method: string, params = {}) => await devtools.send(method, params, session)
    const crashed = new Promise<never>((_resolve, reject) => {
      devtools.on('Inspector.targetCrashed', session, () => reject(new Error('the page crashed')))
    })
    return await Promise.race([crashed, printed(devtools, session, ask, html)])
  } finally {
    void devtools.send('Target.closeTarget', { targetId }).catch(() => undefined)
  }
}

type Ask = (method: string, params?: object) => Promise<Readonly<Record<string, unknown>>>

async function printed(devtools: DevTools, session: string, ask: Ask, html: string): Promise<Uint8Array> {
  // Whatever a text in the report holds, nothing runs, and the page goes nowhere and asks for nothing.
  devtools.on('Fetch.requestPaused', session, ({ requestId }) => {
    void ask('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined)
  })
  const loaded = new Promise<void>((resolve) => {
    devtools.on('Page.loadEventFired', session, () => resolve())
  })
  await Promise.all([
    ask('Page.enable'),
    ask('Inspector.enable'),
    ask('Emulation.setScriptExecutionDisabled', { value: true }),
    ask('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
  ])
  const { frameTree } = (await ask('Page.getFrameTree')) as { frameTree: { frame: { id: string } } }
  await ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  await loaded
  const { stream } = await ask('Page.printToPDF', {
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    transferMode: 'ReturnAsStream',
  })
  return await readAll(ask, String(stream))
}

/** In pieces, each of which the pipe carries as base64. */
async function readAll(ask: Ask, handle: string): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for (let isEnd = false; !isEnd;) {
    const { data, eof } = await ask('IO.read', { handle, size: 4 * 2 ** 20 })
    pieces.push(Buffer.from(String(data), 'base64'))
    isEnd = eof === true
  }
  return Buffer.concat(pieces)
}
