import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, test } from '@playwright/test'
import { expectGoldenAnswers } from './goldenAnswers.ts'

/*
 * The program as it is installed, its fuses blown: Node's inspector is off in it, so it is asked through Chromium's own
 * debugging port. `TRACEBERRY_PROGRAM` names it, for example release/linux-unpacked/traceberry.
 */
const program = process.env['TRACEBERRY_PROGRAM']

test('the packed program gives the golden answers', async () => {
  test.skip(program === undefined, 'TRACEBERRY_PROGRAM names no packed program, so this ran nothing')
  const folder = await mkdtemp(path.join(tmpdir(), 'traceberry-fused-'))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const args = [...sandbox, '--remote-debugging-port=0', '--demo=story', '--data', path.join(folder, 'data')]
  const running = spawn(program ?? '', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(running, 'exit')
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(running))
    const [context] = browser.contexts()
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (!page) throw new Error('the program opened no window')
    await expectGoldenAnswers(page)
  } finally {
    running.kill()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
})

async function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  if (stderr)
    for await (const line of createInterface(stderr)) {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (address !== undefined) return address
    }
  throw new Error('the program ended before it said where it can be asked')
}
