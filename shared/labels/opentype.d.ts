/** The little of opentype.js 2.0.0 that Traceberry uses; the package has no types of its own. */
declare module 'opentype.js/dist/opentype.mjs' {
  interface OpenTypeGlyph {
    /** In font units. */
    readonly advanceWidth: number
    /** In font units, y upwards. */
    readonly path: { readonly commands: readonly OpenTypeCommand[] }
  }

  type OpenTypeCommand =
    | { readonly type: 'M' | 'L'; readonly x: number; readonly y: number }
    | { readonly type: 'Q'; readonly x1: number; readonly y1: number; readonly x: number; readonly y: number }
    | {
        readonly type: 'C'
        readonly x1: number
        readonly y1: number
        readonly x2: number
        readonly y2: number
        readonly x: number
        readonly y: number
      }
    | { readonly type: 'Z' }

  interface OpenTypeFont {
    readonly unitsPerEm: number
    readonly glyphs: { get(index: number): OpenTypeGlyph }
    /** 0 for a character that the font does not have. */
    charToGlyphIndex(character: string): number
  }

  /** @throws Error for bytes that are no font. */
  export function parse(bytes: Uint8Array): OpenTypeFont
}
