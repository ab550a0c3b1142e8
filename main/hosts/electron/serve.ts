import { readFile } from 'node:fs/promises'
import { resolveAsset } from '../assets.ts'
import { securityHeaders } from '../csp.ts'
import { isAppUrl } from './policy.ts'

/**
 * Answers the app scheme with the files of the built renderer. They are read here, not fetched as `file:` URLs, so that
 * the scheme needs none of the privileges the fuse takes from `file:`, and reading inside the archive works.
 */
export function serveRenderer(root: string): (request: Request) => Promise<Response> {
  return async function answer({ method, url }) {
    const file = method === 'GET' && isAppUrl(url) ? resolveAsset(root, new URL(url).pathname) : undefined
    const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined)
    return bytes === undefined || file === undefined
      ? new Response(null, { status: 404, headers: securityHeaders('') })
      : new Response(bytes, { headers: securityHeaders(file) })
  }
}
