// oxlint-disable-next-line typescript/triple-slash-reference -- the layers that import this must find the types too
/// <reference path="./jsbarcode.d.ts" />
import { CODE128 } from 'jsbarcode/bin/barcodes/CODE128/index.js'

/** Modules of white that a reader needs on either side (ISO/IEC 15417, 4.4). */
export const QUIET_MODULES = 10

/** The thinnest bar that label printers and phone cameras still agree on, in mm. */
export const THINNEST_BAR_MM = 0.16

/** The longest text that is tried; more fits on no label. */
const LONGEST = 80

export type Code128 =
  | { readonly ok: true; readonly modules: readonly boolean[] }
  | { readonly ok: false; readonly reason: 'empty' | 'too long' }
  | { readonly ok: false; readonly reason: 'character'; readonly character: string }

/**
 * The modules of a text as Code 128, bars true, without the quiet zones. Only 0x20 to 0x7E is let through: jsbarcode
 * encodes control characters and its own signals 200 to 211, and other text as nothing, without a word.
 */
export function encodeCode128(text: string): Code128 {
  if (text === '') return { ok: false, reason: 'empty' }
  if (text.length > LONGEST) return { ok: false, reason: 'too long' }
  const foreign = /[^\x20-\x7e]/u.exec(text)
  if (foreign) return { ok: false, reason: 'character', character: foreign[0] }
  const { data } = new CODE128(text, {}).encode()
  return { ok: true, modules: Array.from(data, (module) => module === '1') }
}

/** Modules that a text takes with both quiet zones; undefined where it cannot be encoded. */
export function code128Length(text: string): number | undefined {
  const code = encodeCode128(text)
  return code.ok ? code.modules.length + 2 * QUIET_MODULES : undefined
}
