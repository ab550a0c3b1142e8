import path from 'node:path'

// Names a build makes: no percent sign left over, no backslash, colon, NUL or leading dot, on any system.
const segment = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/

// Windows opens these as devices in every folder, also with an extension.
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * The file of the built renderer that a URL's path names; `/` is index.html.
 * Refuses by allowlist instead of normalising: nothing that needs normalising is a name the build made.
 * @returns undefined for everything that is not plainly a file under `root`
 */
export function resolveAsset(root: string, pathname: string): string | undefined {
  const decoded = decode(pathname)
  if (decoded === '/') return path.join(root, 'index.html')
  if (!decoded?.startsWith('/')) return undefined
  const segments = decoded.slice(1).split('/')
  return segments.every((name) => segment.test(name) && !device.test(name)) ? path.join(root, ...segments) : undefined
}

/** The Content-Type of an asset; a type nobody listed is bytes, which no page runs. */
export function mediaType(file: string): string {
  return mediaTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
