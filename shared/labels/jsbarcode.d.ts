/** The encoder of jsbarcode 3.12.3 alone, without its renderers; the package types only the whole. */
declare module 'jsbarcode/bin/barcodes/CODE128/index.js' {
  /** Chooses code sets A, B and C by itself. */
  export class CODE128 {
    constructor(text: string, options: { readonly ean128?: boolean })
    /** `data` has one 1 (bar) or 0 (space) for each module. */
    encode(): { readonly data: string; readonly text: string }
  }
}
