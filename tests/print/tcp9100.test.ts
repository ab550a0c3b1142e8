import { expect, test } from 'vitest'
import { openTcp, sendTcp, TransportError } from '../../main/print/transports/tcp9100.ts'
import { startFakePrinter } from '../support/fakePrinter.ts'

const format = (n: number) => `^XA^FO0,0^GFA,1,1,1,${n.toString(16).padStart(2, '0')}^FS^XZ`
const bytesOf = (text: string) => new TextEncoder().encode(text)
/** More than the kernel's buffers on both sides can hold. */
const flood = new Uint8Array(32 * 1024 * 1024).fill(0x30)

async function failure(promise: Promise<unknown>): Promise<TransportError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof TransportError)) throw new Error(`expected a TransportError, got ${String(error)}`)
  return error
}

test('bytes arrive whole and the call resolves when the printer has closed', async () => {
  await using printer = await startFakePrinter()
  await sendTcp(printer, bytesOf(format(1) + format(2)))
  expect(printer.received()).toBe(format(1) + format(2))
  expect(printer.formats).toEqual([format(1), format(2)])
})

test('several formats go over one connection, in order', async () => {
  await using printer = await startFakePrinter()
  const session = await openTcp(printer)
  for (let unit = 1; unit <= 5; unit += 1) await session.write(bytesOf(format(unit)))
  await session.end()
  expect({ formats: printer.formats, connections: printer.connections }).toEqual({
    formats: [1, 2, 3, 4, 5].map(format),
    connections: 1,
  })
})

test('a printer that refuses is named, with what to check, before any byte', async () => {
  await using printer = await startFakePrinter({ kind: 'refusing' })
  const error = await failure(sendTcp(printer, bytesOf(format(1))))
  expect(error).toMatchObject({
    stage: 'before any byte',
    message: `The printer at 127.0.0.1:${printer.port} refused the connection. Check the port (most printers use 9100) and that no other program is printing, then try again.`,
  })
})

test('a black hole is given up after the connect limit, before any byte', async () => {
  await using printer = await startFakePrinter({ kind: 'black hole' })
  const started = performance.now()
  const error = await failure(sendTcp(printer, bytesOf(format(1)), { connectMs: 400 }))
  expect(error).toMatchObject({
    stage: 'before any byte',
    message: `The printer at 127.0.0.1:${printer.port} did not answer. Check that it is on and on the same network, then try again.`,
  })
  expect(performance.now() - started).toBeGreaterThanOrEqual(395)
})

test('a name that nobody has is said to be unknown', async () => {
  const error = await failure(sendTcp({ host: 'no-such-printer.invalid', port: 9100 }, bytesOf(format(1))))
  expect(error.stage).toBe('before any byte')
  expect(error.message).toMatch(/no-such-printer\.invalid/)
})

test('a printer that takes no more data is given up, and the labels are in doubt', async () => {
  await using printer = await startFakePrinter({ kind: 'stalled' })
  const error = await failure(sendTcp(printer, flood, { writeMs: 400 }))
  expect(error).toMatchObject({
    stage: 'after some bytes',
    message: `The printer at 127.0.0.1:${printer.port} stopped taking data during the print. Check the printer and which labels came out.`,
  })
})

test.each(['stalled', 'never closes'] as const)('a %s printer is not believed to have a short label', async (kind) => {
  await using printer = await startFakePrinter({ kind })
  const error = await failure(sendTcp(printer, bytesOf(format(1)), { closeMs: 300 }))
  expect(error.stage).toBe('after some bytes')
  expect(error.message).toMatch(/did not say that it has everything/)
})

test.each([
  ['reset', { kind: 'reset after', bytes: 100_000 }],
  ['closed', { kind: 'closes after', bytes: 100_000 }],
] as const)('a connection %s in mid-job leaves the labels in doubt', async (_how, mode) => {
  await using printer = await startFakePrinter(mode)
  const error = await failure(sendTcp(printer, flood))
  expect(error.stage).toBe('after some bytes')
  expect(printer.received().length).toBe(100_000)
})

test('a reset between two labels is noticed by the next call, and every one after it', async () => {
  await using printer = await startFakePrinter({ kind: 'reset after', bytes: format(1).length })
  const session = await openTcp(printer)
  await session.write(bytesOf(format(1)))
  await expect.poll(() => printer.received()).toBe(format(1))
  const first = await failure(session.end())
  expect(first.stage).toBe('after some bytes')
  expect(await failure(session.write(bytesOf(format(2))))).toBe(first)
  expect(await failure(session.end())).toBe(first)
})

test('a printer that closes before it was sent anything may be tried again', async () => {
  await using printer = await startFakePrinter()
  const session = await openTcp(printer)
  await printer.close()
  const nothing = () => session.write(new Uint8Array())
  await expect
    .poll(
      async () =>
        await nothing().then(
          () => 'open',
          (error: unknown) => error,
        ),
    )
    .not.toBe('open')
  expect((await failure(nothing())).stage).toBe('before any byte')
})

test('a printer that keeps taking data slowly is waited for, however long that takes in all', async () => {
  await using printer = await startFakePrinter({ kind: 'slow', pauseMs: 10 })
  const bytes = flood.subarray(0, 16 * 1024 * 1024)
  const started = performance.now()
  await sendTcp(printer, bytes, { writeMs: 1500, closeMs: 10_000 })
  expect(performance.now() - started).toBeGreaterThan(1500)
  expect(printer.received().length).toBe(bytes.length)
})

test('endless answers are dropped, and do not keep the label from going out', async () => {
  await using printer = await startFakePrinter({ kind: 'chatty' })
  const before = process.memoryUsage().rss
  const session = await openTcp(printer)
  await expect.poll(() => printer.answered, { timeout: 10_000 }).toBeGreaterThan(200 * 1024 * 1024)
  await session.write(bytesOf(format(7)))
  await session.end()
  expect(printer.formats).toEqual([format(7)])
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
})

test('an abort rejects what is waiting and sends nothing more', async () => {
  await using printer = await startFakePrinter({ kind: 'stalled' })
  const session = await openTcp(printer)
  const writing = failure(session.write(flood))
  session.abort()
  expect((await writing).stage).toBe('after some bytes')
  expect((await failure(session.write(bytesOf(format(1))))).message).toMatch(/was cut off/)
})
