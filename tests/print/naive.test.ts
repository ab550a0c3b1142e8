import { connect } from 'node:net'
import { expect, test, vi } from 'vitest'
import { toZpl } from '../../shared/labels/languages/zpl.ts'
import { unitNumber } from '../../shared/domain/lotNumber.ts'
import { contentOf, jarLabel } from '../support/labels.ts'
import { type LabelPrinter, type PrinterFault, startLabelPrinter } from '../support/labelPrinter.ts'

/* A worker as one writes it first: sends everything, calls it printed once it is written, and sends all again after an error. */

const UNITS = 30
const formats = Array.from({ length: UNITS }, (_, at) =>
  toZpl(
    jarLabel({ widthMm: 57, heightMm: 32, dpi: 203 }, contentOf({ unitNumber: unitNumber('SJ-20260304-A', at + 1) }))
      .bitmap,
  ),
)

const faults: readonly PrinterFault[] = [
  { kind: 'reset mid-job', after: 7 },
  { kind: 'paper out', after: 7, reprints: true },
  { kind: 'paper out', after: 7, reprints: false },
  { kind: 'head open', after: 7 },
  { kind: 'paused', after: 7 },
  { kind: 'power loss', after: 7 },
  { kind: 'cable pulled', after: 7 },
]

test.each(faults)('a naive worker fails what is asked of labels where the fault is $kind', async (fault) => {
  await using printer = await startLabelPrinter()
  printer.fail(fault)
  const claimed = await printNaively(printer)
  const repairs = setInterval(() => printer.putRight(), 100)
  await vi.waitFor(() => expect(printer.idle && !printer.inTrouble).toBe(true), { timeout: 10_000, interval: 20 })
  clearInterval(repairs)
  const whole = printer.ledger.filter((label) => label.whole).map(({ format }) => format)
  const distinct = new Set(whole).size
  const faultsFound = { twice: whole.length - distinct, missing: UNITS - distinct, falselyPrinted: UNITS - claimed }
  expect(faultsFound).not.toEqual({ twice: 0, missing: 0, falselyPrinted: 0 })
})

/** @returns how many labels were whole on the roll when it called all of them printed */
async function printNaively(printer: LabelPrinter): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        const socket = connect(printer.port, '127.0.0.1')
        socket.on('error', reject)
        socket.write(formats.join(''), () => setTimeout(() => (socket.destroyed ? reject(new Error('gone')) : resolve()), 60)) // prettier-ignore
      })
      break
    } catch {
      printer.putRight()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return new Set(printer.ledger.filter(({ whole }) => whole).map(({ format }) => format)).size
}
