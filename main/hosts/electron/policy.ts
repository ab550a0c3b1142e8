/** Where the renderer lives. A standard, secure scheme of our own, so that pages get an origin and `file:` gets nothing. */
export const appScheme = 'app'
const appOrigin = `${appScheme}://traceberry`
export const appPage = `${appOrigin}/index.html`

/**
 * Whether a URL is a page or file of the app. Chromium hands over normalised URLs, so one exact prefix is the strictest
 * test there is: nothing can stand before the host, and the slash ends it (`app://traceberry.evil/` differs there).
 */
export function isAppUrl(url: unknown): boolean {
  return typeof url === 'string' && url.startsWith(`${appOrigin}/`)
}

interface Frame {
  readonly url: string
  readonly parent: object | null
}

/**
 * Whether a call comes from the app's own top frame. The frame is asked, not its window: a window keeps its identity
 * while a foreign page sits in it. Null means that the frame is gone or has navigated away since it called.
 */
export function isTrustedSender(frame: Frame | null | undefined): boolean {
  return frame?.parent === null && isAppUrl(frame.url)
}

/** Copying a lot number is all the renderer ever asks of the system; camera, position, USB and the rest stay off. */
export function mayUse(permission: string, requestingUrl: unknown): boolean {
  return permission === 'clipboard-sanitized-write' && isAppUrl(requestingUrl)
}

// `attach` and its kin have made mail programs send files nobody chose (CVE-2020-11879).
const mailFields = new Set(['subject', 'body', 'cc', 'bcc'])

/**
 * The address to hand to the system's browser or mail program, as parsed: only https and mailto go out, because the
 * system starts programs for other schemes (`file:`, `smb:`, `ms-msdt:`).
 * @returns undefined for everything else
 */
export function externalTarget(url: string): string | undefined {
  if (url.length > 2000 || !URL.canParse(url)) return undefined
  const target = new URL(url)
  if (target.username !== '' || target.password !== '') return undefined
  if (target.protocol === 'https:') return target.href
  const plain = target.protocol === 'mailto:' && [...target.searchParams.keys()].every((field) => mailFields.has(field))
  return plain ? target.href : undefined
}

/** What the renderer's session may load: nothing over a network. DevTools load their own pages in development. */
export function mayLoad(url: string, packaged: boolean): boolean {
  return isAppUrl(url) || isLocalBlob(url) || url.startsWith('data:') || (!packaged && url.startsWith('devtools://'))
}

/** Files to save are blobs that the renderer made; a download from anywhere else is nobody's wish. */
export function isLocalBlob(url: string): boolean {
  return url.startsWith('blob:')
}
