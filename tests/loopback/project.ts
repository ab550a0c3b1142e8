import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './support.ts'

const launch = path.resolve(import.meta.dirname, '../../main/launch')

export type Project = Awaited<ReturnType<typeof makeProject>>

const log = (line: string) => `require('fs').appendFileSync(process.env.LOG, ${line} + '\\n');`

/** A program that says that it ran, is ready at once, and with STAY waits for a signal. */
const host = `import fs from 'node:fs'
const say = (line) => fs.appendFileSync(process.env.LOG ?? '', line + '\\n')
say('host ' + process.argv.slice(2).join(' '))
const end = (reason) => { say(reason); process.exit(Number(process.env.EXIT ?? 0)) }
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal))
process.on('disconnect', () => end('disconnect'))
console.log('{"ready":true}')
if (process.env.STAY) setTimeout(() => end('forgotten'), 30_000)
else process.exit(Number(process.env.EXIT ?? 0))
`

/** The real launcher in a project whose libraries, npm and host are scripts that write down that they were run. */
export async function makeProject() {
  const folder = await temporaryFolder()
  const at = (file: string) => path.join(folder, file)
  const write = async (file: string, content: string) => {
    await mkdir(path.dirname(at(file)), { recursive: true })
    await writeFile(at(file), content)
  }
  await cp(launch, at('main/launch'), { recursive: true })
  await write('package.json', '{"type":"module"}')
  await write('package-lock.json', JSON.stringify(lock('1.0.0')))
  await write('log', '')
  for (const source of ['main/a.ts', 'renderer/a.ts', 'shared/a.ts']) await write(source, '')

  await write('library/package.json', '{"type":"commonjs"}')
  await write('library/.package-lock.json', JSON.stringify({ packages: installed('1.0.0') }))
  await mkdir(at('library/node/bin'), { recursive: true })
  await symlink(process.execPath, at('library/node/bin/node'))
  const results = {
    'out/renderer/index.html': '',
    'out/main/electron.js': '',
    'out/main/loopback.js': host,
    'out/main/worker.js': '',
    'out/main/backupWorker.js': '',
    'out/main/filesWorker.js': '',
    'out/preload/preload.cjs': '',
  }
  await write(
    'library/vite/bin/vite.js',
    `${log(`'vite ' + process.argv.slice(2).join(' ')`)} const fs = require('fs')
    for (const [file, content] of Object.entries(${JSON.stringify(results)})) fs.mkdirSync(require('path').dirname(file), { recursive: true }), fs.writeFileSync(file, content)`,
  )
  await write('library/electron/package.json', '{"version":"45.0.0"}')
  await write(
    'library/electron/install.js',
    `${log(`'electron install'`)} console.error('fetch failed'); process.exit(1)`,
  )
  await cp(at('library'), at('node_modules'), { recursive: true, verbatimSymlinks: true })
  await write(
    'npm-cli.cjs',
    `${log(`'npm ' + process.argv.slice(2).join(' ')`)} require('fs').cpSync(${JSON.stringify(at('library'))}, 'node_modules', { recursive: true, verbatimSymlinks: true })`,
  )
  await write('npm-cli.js', `import './npm-cli.cjs'`)

  const projectEnv = { LOG: at('log'), npm_execpath: at('npm-cli.js'), npm_lifecycle_event: '' }
  const run = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    watch(
      spawn(process.execPath, [at('main/launch/start.mjs'), ...args], {
        env: { ...process.env, ...projectEnv, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
  const startWith = async (env: NodeJS.ProcessEnv, ...args: string[]) => {
    const { ended, stdout, stderr } = run(env, ...args)
    const code = await ended
    return { code, stdout: stdout(), stderr: stderr() }
  }
  return {
    at,
    env: projectEnv,
    write,
    run,
    startWith,
    start: (...args: string[]) => startWith({}, ...args),
    log: async () => (await readFile(at('log'), 'utf8')).split('\n').slice(0, -1),
  }
}

function watch(child: ChildProcess) {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(() => void child.kill('SIGTERM'))
  return { child, ended, stdout: () => stdout, stderr: () => stderr }
}

export async function installRuntime(project: Project): Promise<void> {
  const executable = 'node_modules/electron/dist/electron'
  await project.write('node_modules/electron/path.txt', 'electron')
  await project.write(
    executable,
    '#!/bin/sh\necho "electron run-as-node=$ELECTRON_RUN_AS_NODE $*" >> "$LOG"\nexit ${EXIT:-0}\n',
  )
  await chmod(project.at(executable), 0o755)
}

/** What package-lock.json says: a library, and one for another system that npm leaves out. */
export function lock(version: string) {
  const elsewhere = { version: '3.0.0', integrity: 'sha512-x', optional: true, os: ['plan9'] }
  return { packages: { '': { name: 'traceberry' }, ...installed(version), 'node_modules/elsewhere': elsewhere } }
}

function installed(version: string) {
  return { 'node_modules/library': { version, integrity: `sha512-${version}` } }
}
