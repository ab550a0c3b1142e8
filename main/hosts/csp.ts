import { mediaType } from './assets.ts'

/**
 * One policy for both hosts: the app's own files and nothing else, so that text from people, files and printers can
 * load and run nothing. Mantine writes `<style>` elements and style attributes, hence the one `unsafe-inline`.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** For a report on its way to a PDF: it carries its styles and pictures inside, runs nothing and fetches nothing. */
export const reportCSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

/** The headers of every answer that carries a file of the renderer, and of refusals. */
export function securityHeaders(file: string): Record<string, string> {
  return {
    'content-type': mediaType(file),
    'content-security-policy': CSP,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    // The names of built parts change with what is in them; a browser may keep them, and what it made of them.
    'cache-control': /[\\/]assets[\\/]/.test(file) ? 'private, max-age=31536000, immutable' : 'no-cache',
  }
}
