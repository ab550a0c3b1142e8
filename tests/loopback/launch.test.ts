import { spawn } from 'node:child_process'
import { readFile, rename, rm, utimes } from 'node:fs/promises'
import { describe, expect, it, vi } from 'vitest'
import { type Project, installRuntime, lock, makeProject } from './project.ts'

describe('npm start: the libraries', () => {
  it('are installed when there are none, and Traceberry built and opened; the next start does neither again', async () => {
    const project = await makeProject()
    await rm(project.at('node_modules'), { recursive: true })
    const first = await project.start('--loopback')
    expect(first).toMatchObject({ code: 0, stdout: '{"ready":true}\n' })
    expect(await project.log()).toEqual([
      'npm ci --include=dev --no-audit --no-fund --loglevel=error',
      'vite build --app -c renderer/vite.config.ts --logLevel warn',
      'host ',
    ])
    expect((await project.start('--loopback', '--demo')).code).toBe(0)
    expect((await project.log()).slice(3)).toEqual(['host --demo'])
  })

  it('are installed again when package-lock.json names others, and not because its date or layout changed', async () => {
    const project = await makeProject()
    await project.write('package-lock.json', JSON.stringify(lock('1.0.0'), undefined, 4))
    await utimes(project.at('package-lock.json'), new Date(), new Date())
    await project.start('--loopback')
    expect(await project.log()).not.toContainEqual(expect.stringMatching(/^npm/))
    await project.write('package-lock.json', JSON.stringify(lock('1.0.1')))
    await project.start('--loopback')
    expect(await project.log()).toContainEqual(expect.stringMatching(/^npm ci/))
  })

  it('are installed again after an install that was interrupted', async () => {
    const project = await makeProject()
    await rm(project.at('node_modules/.package-lock.json'))
    await project.start('--loopback')
    expect(await project.log()).toContainEqual(expect.stringMatching(/^npm ci/))
  })

  it.each([
    ['npm error code ENOTFOUND', 'npm did not reach its registry. Connect to the internet'],
    ['npm error code EUSAGE', 'npm says why above'],
  ])('that cannot be installed (%s) end the start with a reason', async (error, reason) => {
    const project = await makeProject()
    await rm(project.at('node_modules'), { recursive: true })
    await project.write('npm-cli.js', `console.error(${JSON.stringify(error)}); process.exit(1)`)
    const { code, stdout, stderr } = await project.start('--loopback')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(error)
    expect(stderr).toContain(reason)
    expect(stderr).not.toContain('at async')
  })
})

describe('npm start: the build', () => {
  it.each<[string, (project: Project) => Promise<unknown>]>([
    ['a source changed', (project) => project.write('main/a.ts', 'changed')],
    ['a source was added', (project) => project.write('renderer/deep/new.css', '')],
    ['a source was removed', (project) => rm(project.at('shared/a.ts'))],
    ['a source was renamed', (project) => rename(project.at('shared/a.ts'), project.at('shared/b.ts'))],
    ['a result is missing', (project) => rm(project.at('out/main/worker.js'))],
  ])('is made again when %s', async (_what, change) => {
    const project = await makeProject()
    await project.start('--loopback')
    await change(project)
    await project.start('--loopback')
    expect((await project.log()).filter((line) => line.startsWith('vite'))).toHaveLength(2)
  })

  it('is kept when only dates changed', async () => {
    const project = await makeProject()
    await project.start('--loopback')
    await utimes(project.at('main/a.ts'), new Date(), new Date())
    await project.start('--loopback')
    expect((await project.log()).filter((line) => line.startsWith('vite'))).toHaveLength(1)
  })

  it('that fails shows why, opens nothing and is tried again at the next start', async () => {
    const project = await makeProject()
    const works = await readFile(project.at('node_modules/vite/bin/vite.js'), 'utf8')
    await project.write('node_modules/vite/bin/vite.js', 'console.error("main/a.ts is wrong"); process.exit(1)')
    const { code, stdout, stderr } = await project.start('--loopback')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/main\/a\.ts is wrong\nTraceberry could not be built; the reason is above\./)
    await project.write('node_modules/vite/bin/vite.js', works)
    expect((await project.start('--loopback')).code).toBe(0)
  })
})

describe('npm start: Electron', () => {
  const root = process.platform === 'linux' && process.getuid?.() === 0

  it('is opened where its runtime is, as itself, and its exit code is ours', async () => {
    const project = await makeProject()
    await installRuntime(project)
    const { code, stderr } = await project.startWith({ ELECTRON_RUN_AS_NODE: '1', EXIT: '7' }, '--demo')
    expect(code).toBe(7)
    const switches = root ? '--no-sandbox ' : ''
    expect((await project.log()).at(-1)).toBe(`electron run-as-node= ${switches}${project.at('.')} --demo`)
    expect(stderr.includes('Electron starts without its sandbox')).toBe(root)
  })

  it('is fetched when it is not there yet', async () => {
    const project = await makeProject()
    const script = `const fs = require('fs'); fs.writeFileSync(__dirname + '/path.txt', 'electron'); fs.cpSync(__dirname + '/kept', __dirname + '/dist', { recursive: true })`
    await installRuntime(project)
    await rename(project.at('node_modules/electron/dist'), project.at('node_modules/electron/kept'))
    await rm(project.at('node_modules/electron/path.txt'))
    await project.write('node_modules/electron/install.js', script)
    expect((await project.start()).code).toBe(0)
    expect((await project.log()).at(-1)).toMatch(/^electron /)
  })

  it('gives way to a browser window, in one line, when it cannot be fetched', async () => {
    const project = await makeProject()
    const { code, stdout, stderr } = await project.start('--demo')
    expect({ code, stdout }).toEqual({ code: 0, stdout: '{"ready":true}\n' })
    expect(stderr.match(/^Electron.*$/gm)).toEqual([
      'Electron’s runtime is not here and could not be fetched, so Traceberry opens in a browser window instead.',
    ])
    expect(stderr).not.toContain('fetch failed')
    expect((await project.log()).slice(-2)).toEqual(['electron install', 'host --demo'])
  })

  it('is not asked for again for an hour after that, unless its version changed', async () => {
    const project = await makeProject()
    const fetches = async () => (await project.log()).filter((line) => line === 'electron install').length
    await project.start()
    await project.start()
    expect(await fetches()).toBe(1)
    const longAgo = new Date(Date.now() - 61 * 60 * 1000)
    await utimes(project.at('node_modules/.traceberry-electron-failed'), longAgo, longAgo)
    await project.start()
    expect(await fetches()).toBe(2)
    await project.write('node_modules/electron/package.json', '{"version":"46.0.0"}')
    await project.start()
    expect(await fetches()).toBe(3)
  })

  it('needs little: the host of a browser window gives back early what an answer took on its way', async () => {
    const project = await makeProject()
    await project.start('--loopback')
    await project.write('out/main/loopback.js', 'console.log(process.execArgv.join())')
    expect(await project.start('--loopback')).toMatchObject({ code: 0, stdout: '--max-semi-space-size=4\n' })
  })

  it('is left alone with --loopback', async () => {
    const project = await makeProject()
    await installRuntime(project)
    await project.start('--loopback')
    expect((await project.log()).at(-1)).toBe('host ')
  })
})

describe('npm start: the running app', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is told about %s and its exit code is ours', async (signal) => {
    const project = await makeProject()
    const run = project.run({ STAY: '1', EXIT: '5' }, '--loopback')
    await vi.waitFor(() => expect(run.stdout()).toBe('{"ready":true}\n'), { timeout: 10_000 })
    run.child.kill(signal)
    expect(await run.ended).toBe(5)
    expect(await project.log()).toContain(signal)
  })

  it('ends when the launcher is killed outright', async () => {
    const project = await makeProject()
    const run = project.run({ STAY: '1' }, '--loopback')
    await vi.waitFor(() => expect(run.stdout()).toBe('{"ready":true}\n'), { timeout: 10_000 })
    run.child.kill('SIGKILL')
    await vi.waitFor(async () => expect(await project.log()).toContain('disconnect'))
  })

  it('ends with npm, whose shell does not pass a signal on', async () => {
    const project = await makeProject()
    const shell = spawn(
      '/bin/sh',
      ['-c', `${process.execPath} ${project.at('main/launch/start.mjs')} --loopback; true`],
      {
        env: { ...process.env, ...project.env, npm_lifecycle_event: 'start', STAY: '1' },
        stdio: 'ignore',
      },
    )
    await vi.waitFor(async () => expect(await project.log()).toContain('host '), { timeout: 10_000 })
    shell.kill('SIGTERM')
    await vi.waitFor(async () => expect(await project.log()).toContain('SIGTERM'), { timeout: 5_000 })
  })

  it('passes on what a host says is wrong with the arguments', async () => {
    const project = await makeProject()
    expect((await project.startWith({ EXIT: '2' }, '--loopback', '--dmeo')).code).toBe(2)
    expect((await project.log()).at(-1)).toBe('host --dmeo')
  })
})

it('npm start -- --help explains itself without installing anything', async () => {
  const project = await makeProject()
  await rm(project.at('node_modules'), { recursive: true })
  const { code, stdout } = await project.start('--help')
  expect(code).toBe(0)
  expect(stdout).toContain('--loopback')
  expect(await project.log()).toEqual([])
})
