import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Delivery } from '../../main/print/delivery.ts'
import { deliverToQueue } from '../../main/print/deliverElsewhere.ts'
import type { PrintQueue } from '../../main/print/transports/printQueue.ts'
import { listQueues } from '../../main/print/transports/queue.ts'
import { listWindowsQueues, windowsQueue } from '../../main/print/transports/spooler.ts'
import { PrinterInput, PrinterProfile } from '../../shared/api/printers.ts'
import { jarLabel } from '../support/labels.ts'

type Order = Parameters<NonNullable<Parameters<typeof windowsQueue>[1]>>[0]
type End = { code?: number | null; started?: boolean; output?: string; error?: string }

/** A PowerShell that says what it is told to, and keeps what it was asked. */
function double(...ends: readonly End[]) {
  const orders: { script: string; env: Order['env']; file: Buffer | null }[] = []
  const left = [...ends]
  return {
    orders,
    async run({ command, args, env }: Order) {
      expect(command).toBe('powershell.exe')
      const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le')
      const file = env?.['TB_FILE']
      orders.push({ script, env, file: file === undefined ? null : readFileSync(file) })
      return await Promise.resolve({ code: 0, started: true, output: '', error: '', ...left.shift() })
    },
  }
}

const as = { title: 'SJ-20260304-A', pages: null }
const bytes = Buffer.from([0, 255, 13, 10, 27])

test('the spooler gets the bytes as they are, with the datatype RAW; no name is read as a command', async () => {
  const { orders, run } = double({ output: 'job 12\r\n' })
  const name = '"; Remove-Item C:\\ #'
  expect(await windowsQueue(name, run).hand(bytes, as)).toEqual({ job: '12' })
  const [order] = orders
  expect(order?.file).toEqual(bytes)
  expect(order?.script).toContain('Type = "RAW"')
  expect(order?.script).not.toContain('Remove-Item')
  expect(order?.env).toMatchObject({ TB_QUEUE: name, TB_TITLE: 'SJ-20260304-A' })
  expect(existsSync(order?.env?.['TB_FILE'] ?? '')).toBe(false)
})

test.each([
  ['is not there', { code: 2, error: 'The printer name is invalid.' }, false, /took nothing: The printer name is inv/],
  ['breaks off', { code: 3, error: 'The device is not connected.' }, true, /did not say that it has the labels/],
  ['says nothing in time', { code: null }, true, /did not say that it has the labels/],
  [
    'has no PowerShell',
    { code: null, started: false },
    false,
    /PowerShell, which prints through Windows, is not there/,
  ],
] as const)('a spooler that %s', async (_what, end, begun, problem) => {
  const { run } = double(end)
  expect(await windowsQueue('Zebra', run).hand(bytes, as)).toEqual({ begun, problem: expect.stringMatching(problem) })
})

test('a PDF is refused before any byte: Windows does not print it by itself', async () => {
  const { orders, run } = double()
  const handed = await windowsQueue('Zebra', run).hand(bytes, { title: '', pages: 'sheets' })
  expect([handed, orders]).toEqual([{ begun: false, problem: expect.stringMatching(/does not print PDF/) }, []])
})

test.each([
  ['Printing, Retained', 'there'],
  ['Gone', 'gone'],
  ['Printed', 'gone'],
  ['Deleting', 'ended'],
  ['Error, Printing', 'held up'],
  ['PaperOut', 'held up'],
  ['UserIntervention', 'held up'],
] as const)('a job of which Windows says %s is %s', async (output, where) => {
  expect(await windowsQueue('Zebra', double({ output }).run).where('12')).toBe(where)
})

test('its printers are listed by name, and that this way is unproven is said where one is added', async () => {
  const { run } = double({ output: 'ZDesigner ZD421-203dpi ZPL\tNormal\r\nOffice\tOffline\r\n' })
  const queues = await listWindowsQueues(run)
  expect(queues).toEqual([
    { name: 'ZDesigner ZD421-203dpi ZPL', about: 'Normal' },
    { name: 'Office', about: 'Offline' },
  ])
  expect((await listQueues('win32')).note).toMatch(/never tried with a real printer/)
  const address = (name: string) => PrinterInput.safeParse({ name: 'x', transport: 'queue', address: name }).success
  expect(['ZDesigner ZD421-203dpi ZPL', '\\\\server\\Etiketten (Küche)', 'labels', '-oraw', ' '].map(address)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})

/** A window of two labels for a queue that behaves so. */
async function deliver(change: Partial<PrintQueue>, told: Partial<Delivery> = {}) {
  const calls: string[] = []
  const queue: PrintQueue = {
    refusal: async () => await Promise.resolve(null),
    hand: async () => {
      calls.push('hand')
      return await Promise.resolve({ job: 'q-1' })
    },
    where: async () => await Promise.resolve('gone'),
    cancel: async () => await Promise.resolve(void calls.push('cancel')),
    ...change,
  }
  const { bitmap } = jarLabel({ widthMm: 57, heightMm: 32, dpi: 203 })
  const delivery: Delivery = {
    printer: { id: 1, name: 'Queue', ...PrinterProfile.parse({ transport: 'queue', address: 'labels' }) },
    title: 'Labels',
    limits: { pollMs: 1, answerMs: 10, silenceMs: 10, closingMs: 10 },
    silence: { known: false },
    begin: async () => await Promise.resolve([0, 1].map((cell) => ({ bitmap, cell }))),
    trouble: async () => await Promise.resolve(),
    cancelled: () => false,
    stopping: () => false,
    ...told,
  }
  const outcome = await deliverToQueue(delivery, queue)
  return { state: outcome.state, problem: outcome.problem, calls }
}

const behaviours: readonly (readonly [what: string, change: Partial<PrintQueue>, state: string, calls: string[]])[] = [
  ['has finished', {}, 'sent', ['hand']],
  ['stood still before', { refusal: async () => await Promise.resolve('It stands still.') }, 'waiting', []],
  ['holds the job up', { where: async () => await Promise.resolve('held up') }, 'to check', ['hand', 'cancel']],
  ['ended the job', { where: async () => await Promise.resolve('ended') }, 'to check', ['hand']],
  ['may have it', { hand: async () => await Promise.resolve({ problem: 'No.', begun: true }) }, 'to check', []],
  ['took nothing', { hand: async () => await Promise.resolve({ problem: 'No.', begun: false }) }, 'waiting', []],
]

test.each(behaviours)('labels in a queue that %s', async (_what, change, state, calls) => {
  expect(await deliver(change)).toMatchObject({ state, calls })
})
