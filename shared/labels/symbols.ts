// oxlint-disable-next-line typescript/triple-slash-reference -- the layers that import this must find the types too
/// <reference path="./bwip.d.ts" />
import bwip from 'bwip-js/generic'
import { encodeCode128, QUIET_MODULES, THINNEST_BAR_MM } from './code128.ts'
import type { Symbology } from './template.ts'

/** A symbol as modules, without its quiet zone. */
export interface SymbolModules {
  readonly columns: number
  /** 1 for bars, which are as high as their place. */
  readonly rows: number
  /** Rows from the top, true = dark. */
  readonly dark: readonly boolean[]
}

export type EncodedSymbol =
  | { readonly ok: true; readonly symbol: SymbolModules }
  | { readonly ok: false; readonly reason: 'empty' | 'too long' }
  | { readonly ok: false; readonly reason: 'character'; readonly character: string }

/** What each kind needs around it and at least, by ISO/IEC 15417, 18004 and 16022 and what label heads resolve. */
const symbolRules: Readonly<Record<'bars' | 'qr' | 'datamatrix', SymbolRules>> = {
  bars: { quietModules: QUIET_MODULES, thinnestMm: THINNEST_BAR_MM, warnBelowMm: 0.25 },
  qr: { quietModules: 4, thinnestMm: 0.33, warnBelowMm: 0 },
  datamatrix: { quietModules: 1, thinnestMm: 0.33, warnBelowMm: 0 },
}

interface SymbolRules {
  /** Modules of white that a reader needs on every side; for bars at both ends. */
  readonly quietModules: number
  /** A module below this is refused, one below `warnBelowMm` prints with a warning. */
  readonly thinnestMm: number
  readonly warnBelowMm: number
}

/** Which rules a symbology keeps. */
export function rulesOf(symbology: Symbology): SymbolRules {
  return symbolRules[
    isBars(symbology) ? 'bars' : symbology === 'qr' || symbology === 'digital-link' ? 'qr' : 'datamatrix'
  ]
}

export function isBars(symbology: Symbology): boolean {
  return symbology === 'code128' || symbology === 'gs1-128'
}

/**
 * The modules of a text in a symbology. Only 0x20 to 0x7E is let through, since readers disagree on anything else.
 * @param text for the GS1 kinds but the link: an element string with `^` for FNC1 (shared/domain/gs1Elements.ts)
 */
export function encodeSymbol(symbology: Symbology, text: string): EncodedSymbol {
  if (text === '') return { ok: false, reason: 'empty' }
  const foreign = /[^\x20-\x7e]/u.exec(text)
  if (foreign) return { ok: false, reason: 'character', character: foreign[0] }
  if (symbology === 'code128') {
    const code = encodeCode128(text)
    return code.ok ? { ok: true, symbol: { columns: code.modules.length, rows: 1, dark: code.modules } } : code
  }
  try {
    return { ok: true, symbol: modulesOf(symbology, text) }
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('bwipp.')) throw error
    return { ok: false, reason: 'too long' }
  }
}

function modulesOf(symbology: Exclude<Symbology, 'code128'>, text: string): SymbolModules {
  switch (symbology) {
    case 'qr':
    case 'digital-link':
      return first(bwip.raw({ bcid: 'qrcode', text, eclevel: 'M' }))
    case 'datamatrix':
      return first(bwip.raw({ bcid: 'datamatrix', text }))
    case 'gs1-128':
      return first(bwip.raw({ bcid: 'code128', text: withFnc1(text), parsefnc: true }))
    case 'gs1-datamatrix':
      return first(bwip.raw({ bcid: 'datamatrix', text: withFnc1(text), parsefnc: true }))
  }
}

/** GS1 text has no ^ of its own. */
function withFnc1(text: string): string {
  return text.replaceAll('^', '^FNC1')
}

function first([found]: ReturnType<typeof bwip.raw>): SymbolModules {
  if (!found) throw new Error('no symbol was made')
  if ('pixs' in found) return { columns: found.pixx, rows: found.pixy, dark: found.pixs.map((dot) => dot === 1) }
  const dark = found.sbs.flatMap((width, at) => Array.from({ length: width }, () => at % 2 === 0))
  return { columns: dark.length, rows: 1, dark }
}
