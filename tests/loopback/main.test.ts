import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from '../../shared/api/zod.ts'
import { isRunning, listen, loggedChromium, shellScript, temporaryFolder } from './support.ts'

const main = path.resolve(import.meta.dirname, '../../main/hosts/loopback/main.ts')

const Ready = z.strictObject({ ready: z.literal(true), url: z.url(), token: z.string() })

describe('the browser window’s process', () => {
  it('prints one line when it is ready, which lets a browser and a script in', async () => {
    const host = start('--no-open', '--data', await dataFolder())
    const { url, token } = await host.ready()
    expect(await fetch(url, { redirect: 'manual' })).toMatchObject({ status: 303 })
    const answer = await fetch(new URL('/api/system.state', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(await answer.json()).toMatchObject({ ok: true, value: { problem: null } })
    host.process.kill('SIGTERM')
    expect(await host.end()).toBe(0)
    expect(host.stdout().trimEnd().split('\n')).toHaveLength(1)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('closes the records and ends with 0 on %s', async (signal) => {
    const data = await dataFolder()
    const host = start('--no-open', '--data', data)
    await host.ready()
    host.process.kill(signal)
    host.process.kill(signal)
    expect(await host.end()).toBe(0)
    const next = start('--no-open', '--data', data)
    await next.ready()
  })

  it('ends with the launcher that started it, however that went', async () => {
    const host = start('--no-open', '--data', await dataFolder())
    await host.ready()
    host.process.disconnect()
    expect(await host.end()).toBe(0)
  })

  it('says who has the records when they are open already', async () => {
    const data = await dataFolder()
    const first = start('--no-open', '--data', data)
    await first.ready()
    const second = start('--no-open', '--data', data)
    expect(await second.end()).toBe(1)
    expect(second.stdout()).toBe('')
    expect(second.stderr()).toMatch(/^[^\n]+\.\n$/)
  })

  it('says so when the port is taken', async () => {
    const first = start('--no-open', '--data', await dataFolder())
    const { port } = new URL((await first.ready()).url)
    const second = start('--no-open', '--data', await dataFolder(), '--port', port)
    expect(await second.end()).toBe(1)
    expect(second.stderr()).toBe(
      `Port ${port} is taken by another program. Choose another with --port, or leave it out.\n`,
    )
  })

  it('has the same address at every start, since a browser keeps what it remembers by address', async () => {
    const data = await dataFolder()
    const first = start('--no-open', '--data', data)
    const { port, origin } = new URL((await first.ready()).url)
    first.process.kill('SIGTERM')
    expect(await first.end()).toBe(0)
    const again = start('--no-open', '--data', data)
    expect(new URL((await again.ready()).url).origin).toBe(origin)
    again.process.kill('SIGTERM')
    expect(await again.end()).toBe(0)
    const inTheWay = start('--no-open', '--data', await dataFolder(), '--port', port)
    await inTheWay.ready()
    const elsewhere = start('--no-open', '--data', data)
    expect(new URL((await elsewhere.ready()).url).port).not.toBe(port)
  })

  it('stops at an argument it does not know, before it touches anything', async () => {
    const host = start('--dmeo')
    expect(await host.end()).toBe(2)
    expect({ stdout: host.stdout(), stderr: host.stderr() }).toEqual({
      stdout: '',
      stderr: 'Traceberry does not know the argument “--dmeo”. --help shows what there is.\n',
    })
  })
})

describe('the browser that printed a report', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('ends with the process, also on %s', async (signal) => {
    const { executable, started } = await loggedChromium()
    const data = await dataFolder()
    const host = startWith({ TRACEBERRY_BROWSER: executable }, '--no-open', '--demo=story', '--data', data)
    const { url, token } = await host.ready()
    const answer = await fetch(new URL('/api/recall.report', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ownLot: 'SJ-20260304-A', format: 'pdf' }),
    })
    expect(await answer.json()).toMatchObject({ ok: true, value: { mediaType: 'application/pdf' } })
    const [browser = 0] = await started()
    expect(isRunning(browser)).toBe(true)
    host.process.kill(signal)
    await vi.waitFor(() => expect(isRunning(browser)).toBe(false), 15_000)
  })
})

describe('the window', () => {
  it('ends the app when it is closed', async () => {
    const browser = await shellScript('sleep 0.2')
    const host = startWith({ TRACEBERRY_BROWSER: browser }, '--data', await dataFolder())
    await host.ready()
    expect(await host.end()).toBe(0)
  })

  it('does not end the app while a browser that was running already shows it', async () => {
    const host = startWith({ TRACEBERRY_BROWSER: await shellScript('exit 0') }, '--data', await dataFolder())
    const { url } = await host.ready()
    const cookie = (await fetch(url, { redirect: 'manual' })).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { port, host: authority } = new URL(url)
    const window = await listen(Number(port), { host: authority, cookie })
    await new Promise((resolve) => setTimeout(resolve, 4_000))
    expect(host.process.exitCode).toBeNull()
    window.leave()
    expect(await host.end()).toBe(0)
  })

  it('says who has the records when they are open already, until it is closed', async () => {
    const data = await dataFolder()
    const first = start('--no-open', '--data', data)
    await first.ready()
    const browser = await shellScript('for each; do echo "$each"; done > $0.part; mv $0.part $0.log; exec sleep 60')
    const second = startWith({ TRACEBERRY_BROWSER: browser }, '--data', data)
    const given = await vi.waitFor(async () => await readFile(`${browser}.log`, 'utf8'), { timeout: 20_000 })
    const url = /--app=(\S+)/.exec(given)?.[1] ?? ''
    const cookie = (await fetch(url, { redirect: 'manual' })).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const answer = await fetch(new URL('/api/system.state', url), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'x-traceberry': '1' },
      body: '{}',
    })
    const { value } = (await answer.json()) as { value: { problem: string } }
    expect(value.problem).toMatch(/open/)
    expect(second.stderr()).toBe(`${value.problem}\n`)
    expect(second.stdout()).toBe('')
    second.process.kill('SIGTERM')
    expect(await second.end()).toBe(1)
  })

  it('that cannot open leaves the app running, with another way in', async () => {
    const host = startWith({ TRACEBERRY_BROWSER: await shellScript('exit 5') }, '--data', await dataFolder())
    const { url } = await host.ready()
    await vi.waitFor(() => expect(host.stderr()).toContain('ended with code 5'))
    const [offered = ''] = await vi.waitFor(() => z.array(z.string()).parse(/http:\S+/.exec(host.stderr())))
    expect(offered).not.toBe(url)
    expect(await fetch(offered, { redirect: 'manual' })).toMatchObject({ status: 303 })
  })

  it('is named by its address where there is no browser', async () => {
    const host = startWith({ TRACEBERRY_BROWSER: '/nowhere/browser' }, '--data', await dataFolder())
    const { url } = await host.ready()
    await vi.waitFor(() => expect(host.stderr()).toContain(`Open this address in your browser: ${url}\n`))
  })

  it('is closed when the app is stopped', async () => {
    const browser = await shellScript(
      'trap "echo closed >> $0.log; exit 0" TERM; echo opened > $0.log; sleep 60 & wait',
    )
    const host = startWith({ TRACEBERRY_BROWSER: browser }, '--data', await dataFolder())
    await host.ready()
    await vi.waitFor(() => expect(readFile(`${browser}.log`, 'utf8')).resolves.toBe('opened\n'))
    host.process.kill('SIGTERM')
    expect(await host.end()).toBe(0)
    await vi.waitFor(() => expect(readFile(`${browser}.log`, 'utf8')).resolves.toBe('opened\nclosed\n'))
  })
})

/** The folder is not there yet, and its backups will lie beside it: both go when the test is done. */
async function dataFolder(): Promise<string> {
  return path.join(await temporaryFolder(), 'data')
}

function start(...args: string[]) {
  return startWith({}, ...args)
}

function startWith(env: NodeJS.ProcessEnv, ...args: string[]) {
  const child: ChildProcess = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    // What it still had to say may arrive after it is gone; `close`, which waits, never comes once the channel is cut.
    end: async () => {
      const code = await ended
      await vi.waitUntil(() => child.stdout?.readableEnded && child.stderr?.readableEnded)
      return code
    },
    ready: () =>
      vi.waitFor(
        () => {
          if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${stderr}`)
          return Ready.parse(JSON.parse(stdout))
        },
        { timeout: 15_000 },
      ),
  }
}
