import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/* Compiles and steers shim.c, which makes a process's disk fail for real: the calls of the C library return the error. */

export const operations = { write: 1, sync: 2, truncate: 4, read: 8, open: 16, name: 32 } as const
const modes = { off: 0, fail: 1, die: 2, record: 3 } as const

interface Order {
  readonly mode: keyof typeof modes
  /** Which operation, counted from 1. */
  readonly at?: number
  readonly error?: number
  /** Whether every later one fails as well. */
  readonly forever?: boolean
  /** Whether half of a failing write reaches the disk. */
  readonly torn?: boolean
  readonly on?: readonly (keyof typeof operations)[]
}

export interface Shim {
  /** What a process is started with to be under it. */
  readonly env: Readonly<Record<string, string>>
  readonly control: string
  /** Where `record` writes. */
  readonly log: string
}

/** Why there is no shim here, as a skipped test prints it; null where there is one. */
export function noShim(): string | null {
  if (process.platform !== 'linux') return 'faults are put between a process and its disk on Linux only'
  return spawnSync('gcc', ['--version'], { stdio: 'ignore' }).status === 0 ? null : 'there is no C compiler (gcc) here'
}

/** @param match text that the paths of the files in question hold */
export function makeShim(match: string): Shim {
  const folder = mkdtempSync(path.join(tmpdir(), 'shim-'))
  const library = path.join(folder, 'shim.so')
  const source = path.join(import.meta.dirname, 'shim.c')
  execFileSync('gcc', ['-O1', '-shared', '-fPIC', '-o', library, source, '-lpthread'])
  const control = path.join(folder, 'control')
  writeFileSync(control, Buffer.alloc(32))
  const log = path.join(folder, 'log')
  return { control, log, env: { LD_PRELOAD: library, TB_CONTROL: control, TB_MATCH: match, TB_LOG: log } }
}

/** Tells the shim what to do from now on. */
export function order(
  control: string,
  { mode, at = 0, error = 5, forever = false, torn = false, on = [] }: Order,
): void {
  const mask = on.reduce((sum, name) => sum | operations[name], 0)
  const fields = [modes[mode], at, error, forever ? 1 : 0, torn ? 1 : 0, mask, 0, 0]
  const bytes = Buffer.alloc(32)
  for (const [place, field] of fields.entries()) bytes.writeInt32LE(field, place * 4)
  const handle = openSync(control, 'r+')
  // The mode last: nothing may fail while the rest is being written.
  writeSync(handle, bytes, 4, 28, 4)
  writeSync(handle, bytes, 0, 4, 0)
  closeSync(handle)
}

/** How many operations were counted, and how many of them went wrong. */
export function counted(control: string): { readonly seen: number; readonly hits: number } {
  const bytes = Buffer.alloc(32)
  const handle = openSync(control, 'r')
  readSync(handle, bytes, 0, 32, 0)
  closeSync(handle)
  return { hits: bytes.readInt32LE(24), seen: bytes.readInt32LE(28) }
}
