import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Bitmap } from '../../shared/labels/bitmap.ts'
import { pgmOf } from './png.ts'

/** Every symbol that ZXing finds, with its kind. Nothing is fetched: the WebAssembly comes from the package. */
export async function readWithZxing(bitmap: Bitmap): Promise<{ text: string; format: string }[]> {
  return (await scanWithZxing(bitmap)).map(({ text, format }) => ({ text, format }))
}

/** What a scanner would send: the symbology identifier of ISO/IEC 15424, then the text. */
export async function scanWithZxing(bitmap: Bitmap): Promise<{ text: string; format: string; identifier: string }[]> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const bytes = new Uint8Array(readFileSync(wasm))
  prepareZXingModule({ overrides: { wasmBinary: bytes.buffer } })
  const found = await readBarcodes(pgmOf(bitmap), { tryHarder: true, textMode: 'Plain' })
  return found.map(({ text, format, symbologyIdentifier }) => ({ text, format, identifier: symbologyIdentifier }))
}

/** Whether Debian's zbar-tools are there. */
export function hasZbar(): boolean {
  return spawnSync('zbarimg', ['--version']).status === 0
}

/** Every Code 128 and QR code that zbar finds. */
export function readWithZbar(bitmap: Bitmap): string[] {
  return inFiles([bitmap], (files) => linesOf('zbarimg', [...ZBAR, ...files]))
}

/** The one code of each of several labels, by zbar: one process for all, which takes a moment to start. */
export function readEachWithZbar(bitmaps: readonly Bitmap[]): string[] {
  return inFiles(bitmaps, (files) => linesOf('zbarimg', [...ZBAR, ...files]))
}

const ZBAR = ['-q', '--raw', '-Sdisable', '-Scode128.enable', '-Sqrcode.enable']

/** Whether libdmtx's tool is there (Debian: dmtx-utils). */
export function hasDmtx(): boolean {
  return spawnSync('dmtxread', ['--version']).status === 0
}

/** Every DataMatrix that libdmtx finds; FNC1 is sent as GS. */
export function readWithDmtx(bitmap: Bitmap): string[] {
  return inFiles([bitmap], (files) => linesOf('dmtxread', [...DMTX, ...files]))
}

/** The one DataMatrix of each of several labels. */
export function readEachWithDmtx(bitmaps: readonly Bitmap[]): string[] {
  return inFiles(bitmaps, (files) => linesOf('dmtxread', [...DMTX, '--stop-after=1', ...files]))
}

const DMTX = ['--newline', '--gs1=29', '--milliseconds=4000']

function inFiles(bitmaps: readonly Bitmap[], read: (files: readonly string[]) => string[]): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'traceberry-labels-'))
  try {
    const files = bitmaps.map((bitmap, at) => {
      const file = path.join(folder, `${String(at).padStart(4, '0')}.pgm`)
      writeFileSync(file, pgmOf(bitmap))
      return file
    })
    return read(files)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function linesOf(command: string, args: readonly string[]): string[] {
  const { stdout } = spawnSync(command, args, { encoding: 'latin1', maxBuffer: 16 * 1024 * 1024 })
  return stdout.split('\n').filter((line) => line !== '')
}
