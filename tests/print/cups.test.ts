import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { toZpl } from '../../shared/labels/languages/zpl.ts'
import { type FakePrinter, startFakePrinter } from '../support/fakePrinter.ts'
import { newId, openKitchen, type TestKitchen } from '../support/kitchen.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'

/*
 * A real CUPS, started on a folder of its own. Only in `npm run test:print`, and only where Debian's cups is installed
 * (apt-get install cups): `npm test` skips this and says so.
 */
const reason =
  process.env['PRINT_FULL'] === undefined
    ? 'runs in npm run test:print'
    : spawnSync('cupsd', ['-t', '-c', '/dev/null']).error === undefined
      ? undefined
      : 'cupsd is not installed (Debian: cups)'

describe.skipIf(reason !== undefined)(`CUPS${reason === undefined ? '' : ` (skipped: ${reason})`}`, () => {
  let folder: string
  let cupsd: ChildProcess
  let printer: FakePrinter
  let kitchen: TestKitchen

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tb-cups-'))
    // Its filters and backends run as another user.
    chmodSync(folder, 0o755)
    const socket = path.join(folder, 'cups.sock')
    for (const name of ['root', 'cache', 'state', 'spool', 'tmp']) mkdirSync(path.join(folder, name))
    const open = '  Order allow,deny\n  Allow all\n'
    writeFileSync(
      path.join(folder, 'cupsd.conf'),
      `LogLevel warn\nListen ${socket}\nDefaultAuthType None\nBrowsing Off\n<Location />\n${open}</Location>\n<Location /admin>\n${open}</Location>\n<Policy default>\n<Limit All>\n${open}</Limit>\n</Policy>\n`,
    )
    const places = [
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
    cupsd = spawn('cupsd', args, { stdio: 'ignore' })
    process.env['CUPS_SERVER'] = socket
    printer = await startFakePrinter()
    await vi.waitFor(() => expect(run('lpstat', '-r').stdout).toContain('is running'), { timeout: 15_000 })
    const uri = `socket://127.0.0.1:${printer.port}`
    run('lpadmin', '-p', 'labels', '-E', '-v', uri, '-m', 'raw', '-o', 'printer-error-policy=abort-job')
    kitchen = await openKitchen()
  }, 30_000)

  afterAll(async () => {
    await kitchen.close()
    cupsd.kill('SIGTERM')
    await once(cupsd, 'exit')
    await printer.close()
    delete process.env['CUPS_SERVER']
    rmSync(folder, { recursive: true, force: true })
  })

  test('lists its queues', async () => {
    expect((await kitchen.api.labels.queues({})).map(({ name }) => name)).toEqual(['labels'])
  })

  test(
    'hands labels through a raw queue byte for byte, five a job, and calls them sent',
    { timeout: 60_000 },
    async () => {
      await receiveLot(kitchen.api)
      const { lotId } = await makeBatch(kitchen.api, await addProduct(kitchen.api), { made: 12 })
      const { id: printerId } = await kitchen.api.labels.savePrinter({
        requestId: newId(),
        name: 'Queue',
        transport: 'queue',
        address: 'labels',
      })
      await kitchen.api.labels.print({ requestId: newId(), lotId, printerId })
      await vi.waitFor(
        async () => expect((await kitchen.api.labels.jobs({}))[0]).toMatchObject({ state: 'sent', problem: null }),
        {
          timeout: 45_000,
          interval: 100,
        },
      )
      await vi.waitFor(() => expect(printer.formats).toHaveLength(12), { timeout: 10_000, interval: 50 })
      const wanted: string[] = []
      for (let serial = 1; serial <= 12; serial += 1) {
        const label = await kitchen.api.labels.preview({ lotId, serial, printerId })
        wanted.push(toZpl({ ...label, bytes: new Uint8Array(Buffer.from(label.bitsBase64, 'base64')) }))
      }
      expect(printer.received()).toBe(wanted.join(''))
      expect(printer.connections).toBe(3)
    },
  )
})

function run(command: string, ...args: readonly string[]) {
  return spawnSync(command, args, { encoding: 'utf8' })
}
