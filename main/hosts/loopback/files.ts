import { readFile } from 'node:fs/promises'
import { resolveAsset } from '../assets.ts'
import { securityHeaders } from '../csp.ts'
import { type Answer, refusal } from './answer.ts'
import { say } from '../../../shared/words/say.ts'

/** Answers GET and HEAD of the built window with the same headers as Electron's `app://`. */
export async function answerFile(root: string, method: string | undefined, pathname: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'Use GET.', { allow: 'GET, HEAD' })
  const file = resolveAsset(root, pathname)
  const body = file === undefined ? undefined : await readFile(file).catch(() => undefined)
  if (file === undefined || !body) return refusal(404, say('Traceberry has no such page.'))
  return { status: 200, headers: securityHeaders(file), body }
}
