import { expect, test } from 'vitest'
import { newId, openKitchen } from '../support/kitchen.ts'
import { type PrinterFault, startLabelPrinter } from '../support/labelPrinter.ts'
import { addProduct, makeBatch, receiveLot } from '../support/make.ts'
import { formatsOf, printThrough, type RunResult } from '../support/printRun.ts'

/** Runs of each fault: `npm run test:print` makes twenty. */
const RUNS = Number(process.env['PRINT_RUNS'] ?? 2)
const UNITS = 30

/** A printer that is asked often, and given up so late that a busy computer is not taken for silence. */
const hasty = { pollMs: 4, answerMs: 500, silenceMs: 1500, closingMs: 300 }

const faults: readonly (readonly [name: string, fault: (after: number) => PrinterFault])[] = [
  ['nothing wrong', () => ({ kind: 'none' })],
  ['slow', () => ({ kind: 'slow' })],
  ['reset mid-job', (after) => ({ kind: 'reset mid-job', after })],
  ['paper out, the torn label printed again', (after) => ({ kind: 'paper out', after, reprints: true })],
  ['paper out, the torn label lost', (after) => ({ kind: 'paper out', after, reprints: false })],
  ['head open', (after) => ({ kind: 'head open', after })],
  ['paused', (after) => ({ kind: 'paused', after })],
  ['power loss', (after) => ({ kind: 'power loss', after })],
  ['cable pulled', (after) => ({ kind: 'cable pulled', after })],
  ['falls silent', (after) => ({ kind: 'falls silent', after })],
  ['never says how it is', () => ({ kind: 'silent' })],
]

test.each(faults)(
  '%s: no label twice, none missing, none called printed that is not, at most five in doubt',
  { timeout: 20_000 + RUNS * 20_000 },
  async (_name, fault) => {
    const kitchen = await openKitchen({ printLimits: hasty })
    await using printer = await startLabelPrinter()
    await receiveLot(kitchen.api, { quantity: '1000 lb' })
    const productId = await addProduct(kitchen.api)
    const results: RunResult[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const { id: printerId } = await kitchen.api.labels.savePrinter({
        requestId: newId(),
        name: `Printer ${run}`,
        address: '127.0.0.1',
        port: printer.port,
        confirmation: run % 3 === 2 ? 'counter' : 'status',
      })
      const { lotId } = await makeBatch(kitchen.api, productId, { made: UNITS })
      const formats = await formatsOf(kitchen.api, lotId, printerId, UNITS)
      printer.fail(fault((run * 7 + 3) % (UNITS - 2)))
      results.push(await printThrough(kitchen.api, printer, { lotId, printerId, units: UNITS, formats }))
    }
    await kitchen.close()
    for (const { doubtful, ...rest } of results) {
      expect(rest).toEqual({ duplicates: 0, missing: 0, falselyPrinted: 0 })
      expect(doubtful).toBeLessThanOrEqual(5)
    }
  },
)
