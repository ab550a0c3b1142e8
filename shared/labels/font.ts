// oxlint-disable-next-line typescript/triple-slash-reference -- the layers that import this must find the types too
/// <reference path="./opentype.d.ts" />
import { parse } from 'opentype.js/dist/opentype.mjs'
import type { DotBox } from './bitmap.ts'
import { flattenOutline, type PathStep, polygonsBox, type Run, runsOfPolygons } from './fill.ts'

/** A font opened for labels. Lengths are in ems: multiply by the dots of an em. */
export interface Font {
  /** Height of a flat capital over the baseline. */
  readonly capHeight: number
  /** Height of a small d over the baseline: measured, since a font's own “ascender” is a line spacing. */
  readonly ascent: number
  /** @returns undefined for a character that the font cannot draw. */
  glyph(character: string): Glyph | undefined
}

export interface Glyph {
  /** In ems. */
  readonly advance: number
  /** The outline at a size, y from the baseline, and the dots that it can blacken; the same object for the same size. */
  shape(dotsPerEm: number): GlyphShape
}

interface GlyphShape {
  readonly runs: readonly Run[]
  /** Undefined for a space. */
  readonly ink: DotBox | undefined
}

/** The two weights that label templates use. */
export interface LabelFonts {
  readonly regular: Font
  readonly bold: Font
}

/** A text as glyphs, one for each character. */
export interface Shaped {
  readonly glyphs: readonly Glyph[]
  /** The first character that the font cannot draw: a hollow box stands in for it, and the label may not be printed. */
  readonly missing: string | undefined
}

/**
 * Opens a TrueType or OpenType font from its bytes.
 * @throws Error for bytes that are no font
 */
export function openFont(bytes: Uint8Array): Font {
  const font = parse(bytes)
  const units = font.unitsPerEm
  const known = new Map<string, Glyph | undefined>()

  function openGlyph(character: string): Glyph | undefined {
    const index = font.charToGlyphIndex(character)
    if (index === 0) return undefined
    const { advanceWidth, path } = font.glyphs.get(index)
    const shapes = new Map<number, GlyphShape>()
    return {
      advance: advanceWidth / units,
      shape(dotsPerEm) {
        const before = shapes.get(dotsPerEm)
        if (before) return before
        const polygons = flattenOutline(path.commands, dotsPerEm / units)
        const shape = { runs: runsOfPolygons(polygons), ink: polygonsBox(polygons) }
        shapes.set(dotsPerEm, shape)
        return shape
      },
    }
  }

  function glyph(character: string): Glyph | undefined {
    if (!known.has(character)) known.set(character, openGlyph(character))
    return known.get(character)
  }

  const heightOf = (letter: string) => -(openGlyph(letter)?.shape(units).ink?.top ?? -0.7 * units) / units
  return { capHeight: heightOf('H'), ascent: heightOf('d'), glyph }
}

/**
 * The glyphs of a text, without ligatures and kerning (opentype.js 2.0.0 fails on the tables of many fonts). A combining
 * mark that has no composed letter counts as missing: it would need positioning.
 */
export function shapeText(font: Font, text: string): Shaped {
  let missing: string | undefined
  const glyphs = Array.from(text.normalize('NFC'), (character) => {
    const glyph = /\p{M}/u.test(character) ? undefined : font.glyph(character)
    if (!glyph) missing ??= character
    return glyph ?? hollowBox
  })
  return { glyphs, missing }
}

/** Width of glyphs set one after the other, in ems. */
export function widthOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((width, { advance }) => width + advance, 0)
}

const hollowBox: Glyph = {
  advance: 0.6,
  shape(dotsPerEm) {
    const outer: PathStep[] = corners([0.06, 0], [0.54, 0], [0.54, 0.7], [0.06, 0.7])
    const inner: PathStep[] = corners([0.12, 0.06], [0.12, 0.64], [0.48, 0.64], [0.48, 0.06])
    const polygons = flattenOutline([...outer, ...inner], dotsPerEm)
    return { runs: runsOfPolygons(polygons), ink: polygonsBox(polygons) }
  },
}

function corners(...points: readonly (readonly [x: number, y: number])[]): PathStep[] {
  return points.map(([x, y], at) => ({ type: at === 0 ? 'M' : 'L', x, y }))
}
