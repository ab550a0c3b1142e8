import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeDevice } from '../../main/print/transports/device.ts'

let folder: string
let device: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'traceberry-device-'))
  device = path.join(folder, 'lp0')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A pipe takes bytes as a printer's device file does: a few, then none until the reader wants more. */
function pipe(): void {
  expect(spawnSync('mkfifo', [device]).status).toBe(0)
}

const label = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251))

test('a device takes every byte as it is', async () => {
  pipe()
  const read: Buffer[] = []
  const reading = new Promise<void>((done) => {
    createReadStream(device)
      .on('data', (piece) => read.push(Buffer.from(piece)))
      .on('end', done)
  })
  expect(await writeDevice(device, label, 10_000)).toEqual({ taken: true })
  await reading
  expect(Buffer.concat(read).equals(label)).toBe(true)
})

test('four printers that take nothing are given up in time, with their labels in doubt, and hold up no file', async () => {
  pipe()
  // Opens the pipe and reads nothing.
  const stuck = spawn('sleep', ['30'], { stdio: ['ignore', 'ignore', 'ignore'] })
  const holder = spawn('sh', ['-c', `exec 3<"${device}"; sleep 30`], { stdio: 'ignore' })
  try {
    const writes = Array.from({ length: 4 }, async () => await writeDevice(device, label, 1500))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const other = path.join(folder, 'other')
    const begun = performance.now()
    writeFileSync(other, 'x')
    await import('node:fs/promises').then(async (fs) => await fs.readFile(other))
    expect(performance.now() - begun).toBeLessThan(500)
    for (const written of await Promise.all(writes))
      expect(written).toEqual({ taken: false, begun: true, problem: `The printer at ${device} stopped taking data.` })
  } finally {
    stuck.kill()
    holder.kill()
  }
})

test('a device that is not there is said, nothing has left, and no file is made in its place', async () => {
  expect(await writeDevice(device, label, 5000)).toEqual({
    taken: false,
    begun: false,
    problem: `There is no printer at ${device}. Plug it in and switch it on, then try again.`,
  })
  expect(() => readFileSync(device)).toThrow(/ENOENT/)
})

test('a printer that is full part of the way leaves its labels in doubt', async ({ skip }) => {
  skip(process.platform !== 'linux', '/dev/full is on Linux only')
  expect(await writeDevice('/dev/full', label, 5000)).toMatchObject({ taken: false, begun: true })
})
