import { wholeFile } from '../../support/largeFile.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from '../../../shared/api/contract.ts'
import type { Figure } from '../figure.ts'
import { medianOf, p95Of, timed } from '../timing.ts'

const ROUNDS = 3
/** How often somebody asks something else. */
const EVERY_MS = 20
const TEN_YEARS = { from: '2010-01-01', to: '2030-01-01' }

/**
 * The largest files there are: the traceability spreadsheet of ten years, everything in tables, and the events. How long each takes,
 * the most memory that the process has meanwhile (Linux’s high-water mark), and how long others wait.
 * @param pid of the process that has the core
 */
export async function workbookFigures({ api }: { readonly api: Api }, pid: number): Promise<Figure[]> {
  return [
    ...(await figuresOf('The traceability spreadsheet of ten years, as an Excel workbook', pid, api, 500, async () => {
      return (await wholeFile(api, api.records.fsma(TEN_YEARS))).base64.length
    })),
    ...(await figuresOf('Everything of ten years in tables, as an Excel workbook', pid, api, 500, async () => {
      return (await wholeFile(api, api.imports.exportAll({ format: 'xlsx' }))).base64.length
    })),
    ...(await figuresOf('The events of ten years, as EPCIS', pid, api, 500, async () => {
      return (await wholeFile(api, api.records.epcis(TEN_YEARS))).base64.length
    })),
  ]
}

async function figuresOf(
  work: string,
  pid: number,
  api: Api,
  mb: number,
  make: () => Promise<number>,
): Promise<Figure[]> {
  const times: number[] = []
  const most: number[] = []
  const waits: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    let done = false
    forgetHighest(pid)
    const asked = (async () => {
      while (!done) {
        waits.push(await timed(async () => await api.batches.list({ limit: 50 })))
        await wait(EVERY_MS)
      }
    })()
    times.push(await timed(make))
    done = true
    await asked
    most.push(highest(pid))
  }
  const memory = { median: medianOf(most), p95: p95Of(most) }
  return [
    { work, median: medianOf(times), p95: p95Of(times), bar: { ms: 20_000 } },
    ...(process.platform === 'linux'
      ? [{ work: 'The most memory meanwhile', unit: 'MB' as const, ...memory, bar: { mb } }]
      : []),
    {
      work: `A list of 50 meanwhile (${waits.length} times, ${Math.round(Math.max(...waits))} ms at most)`,
      median: medianOf(waits),
      p95: p95Of(waits),
      bar: { ms: 50 },
    },
  ]
}

function forgetHighest(pid: number): void {
  if (process.platform === 'linux') writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

/** Megabytes. */
function highest(pid: number): number {
  if (process.platform !== 'linux') return 0
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}
