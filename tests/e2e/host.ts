import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createClient } from '../../shared/api/client.ts'
import type { Api } from '../../shared/api/contract.ts'
import type { Envelope } from '../../shared/api/errors.ts'

/** Has a host begin on the tests' day. */
const testDay = { NODE_OPTIONS: `--import=${import.meta.resolve('../support/testDay.mjs')}` }

/** Starts the loopback host as `npm start -- --loopback` does. @param env `{}` for one that begins today */
export async function startHost(
  args: readonly string[],
  env: Readonly<Record<string, string>> = testDay,
): Promise<{ host: ChildProcess; url: string; token: string }> {
  const main = path.resolve(import.meta.dirname, '../../out/main/loopback.js')
  const host = spawn(process.execPath, ['--max-semi-space-size=4', main, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TZ: 'America/New_York', ...env },
  })
  for await (const line of createInterface(host.stdout)) {
    const ready = JSON.parse(line) as { url: string; token: string }
    return { host, ...ready }
  }
  throw new Error('the host stopped before it was ready')
}

/** The door of a running host, as a script calls it. */
export function apiOf(origin: string, token: string): Api {
  return createClient(async (op, input) => {
    const response = await fetch(`${origin}/api/${op}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(input),
    })
    return (await response.json()) as Envelope
  })
}
