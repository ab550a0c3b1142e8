import { app, dialog, protocol, shell, type Event, type Session, type WebContents } from 'electron'
import { appScheme, externalTarget, isAppUrl, isLocalBlob, mayLoad, mayUse } from './policy.ts'
import { say } from '../../../shared/words/say.ts'

/** Locks down every page this process will ever show. Call before `ready`: schemes and the sandbox are settled then. */
export function lockDown(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
}

/** Denies what a session grants by default: permissions, devices, the network and foreign downloads. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayUse(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, `${origin}/`))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url, app.isPackaged) }))
  session.on('will-download', (event, item) => {
    if (!isLocalBlob(item.getURL())) event.preventDefault()
  })
}

function lockContents(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', stayInApp)
  contents.on('will-frame-navigate', stayInApp)
  contents.on('will-redirect', stayInApp)
  contents.setWindowOpenHandler(({ url }) => {
    const target = externalTarget(url)
    if (target !== undefined) void openOutside(target)
    return { action: 'deny' }
  })
}

// Also what a file dropped on the window runs into.
function stayInApp(event: Event<{ readonly url: string }>): void {
  if (!isAppUrl(event.url)) event.preventDefault()
}

async function openOutside(target: string): Promise<void> {
  try {
    await shell.openExternal(target)
  } catch {
    dialog.showErrorBox(
      say('No program opened that link'),
      `${say('Copy this address and open it yourself:')}\n${target}`,
    )
  }
}
