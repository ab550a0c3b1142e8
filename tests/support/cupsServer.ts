import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, vi } from 'vitest'

/** A CUPS of its own, on a folder of its own. */
export interface CupsServer {
  readonly folder: string
  /** Runs a program of CUPS against it. */
  run(command: string, ...args: readonly string[]): string
  stop(): Promise<void>
}

const SERVER_BIN = '/usr/lib/cups'

/** Why no CUPS can be started here; undefined where one can. */
export function whyNoCups(): string | undefined {
  if (process.env['PRINT_FULL'] === undefined) return 'runs in npm run test:print'
  if (spawnSync('cupsd', ['-t', '-c', '/dev/null']).error !== undefined)
    return 'cupsd is not installed (Debian: cups, cups-filters)'
  return process.getuid?.() === 0 ? undefined : 'cupsd is started by root only'
}

/** @param backends further ones, as shell scripts by their names */
export async function startCups(backends: Readonly<Record<string, string>> = {}): Promise<CupsServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tb-cups-'))
  // Its filters and backends run as another user.
  chmodSync(folder, 0o755)
  const socket = path.join(folder, 'cups.sock')
  for (const name of ['root', 'cache', 'state', 'spool', 'tmp', 'bin', 'bin/backend'])
    mkdirSync(path.join(folder, name))
  chmodSync(path.join(folder, 'tmp'), 0o1777)
  for (const name of readdirSync(SERVER_BIN))
    if (name !== 'backend') symlinkSync(path.join(SERVER_BIN, name), path.join(folder, 'bin', name))
  for (const name of readdirSync(path.join(SERVER_BIN, 'backend')))
    symlinkSync(path.join(SERVER_BIN, 'backend', name), path.join(folder, 'bin/backend', name))
  for (const [name, script] of Object.entries(backends))
    writeFileSync(path.join(folder, 'bin/backend', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const open = '  Order allow,deny\n  Allow all\n'
  writeFileSync(
    path.join(folder, 'cupsd.conf'),
    `LogLevel warn\nListen ${socket}\nDefaultAuthType None\nBrowsing Off\n<Location />\n${open}</Location>\n<Location /admin>\n${open}</Location>\n<Policy default>\n<Limit All>\n${open}</Limit>\n</Policy>\n`,
  )
  const places = [
    ['ServerBin', 'bin'],
    ['ServerRoot', 'root'],
    ['CacheDir', 'cache'],
    ['StateDir', 'state'],
    ['RequestRoot', 'spool'],
    ['TempDir', 'tmp'],
    ['AccessLog', 'access.log'],
    ['ErrorLog', 'error.log'],
    ['PageLog', 'page.log'],
  ]
  writeFileSync(
    path.join(folder, 'files.conf'),
    `SystemGroup root\n${places.map(([key = '', name = '']) => `${key} ${path.join(folder, name)}\n`).join('')}`,
  )
  const args = ['-f', '-c', path.join(folder, 'cupsd.conf'), '-s', path.join(folder, 'files.conf')]
  const cupsd = spawn('cupsd', args, { stdio: 'ignore' })
  // The programs of CUPS, which the core starts too, find it by this.
  process.env['CUPS_SERVER'] = socket
  const run = (command: string, ...given: readonly string[]) => spawnSync(command, given, { encoding: 'utf8' }).stdout
  await vi.waitFor(() => expect(run('lpstat', '-r')).toContain('is running'), { timeout: 15_000 })
  return {
    folder,
    run,
    async stop() {
      cupsd.kill('SIGTERM')
      await once(cupsd, 'exit')
      delete process.env['CUPS_SERVER']
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
