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
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const bytes = new Uint8Array(readFileSync(wasm))
  prepareZXingModule({ overrides: { wasmBinary: bytes.buffer } })
  const found = await readBarcodes(pgmOf(bitmap), { tryHarder: true })
  return found.map(({ text, format }) => ({ text, format }))
}

/** Whether Debian's zbar-tools are there. */
export function hasZbar(): boolean {
  return spawnSync('zbarimg', ['--version']).status === 0
}

/** Every Code 128 that zbar finds. */
export function readWithZbar(bitmap: Bitmap): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'traceberry-zbar-'))
  try {
    const file = path.join(folder, 'label.pgm')
    writeFileSync(file, pgmOf(bitmap))
    const { stdout } = spawnSync('zbarimg', ['-q', '--raw', '-Sdisable', '-Scode128.enable', file], {
      encoding: 'utf8',
    })
    return stdout.split('\n').filter((line) => line !== '')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
